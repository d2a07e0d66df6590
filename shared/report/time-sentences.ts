// Lengths of time in sentences: to a win, and in a stage. A time that stands on too few, or that the open ones
// leave open, is told as such; it is never 0.

import type { BoardReport, StageReport, TimeReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, daysWords, isTooFew, numberWords } from "./number-words.ts";

/**
 * How long a win usually takes, or `undefined` where nothing was won.
 *
 * @example
 * cycleSentence({ noun: "deal", outcomes: { won: 9 }, cycle: { median: 57, n: 9 } })
 * //=> "Usually won after 57 days (9 deals won)"
 */
export function cycleSentence(board: BoardReport): string | undefined {
  if (board.outcomes.won === 0) return undefined;
  const median = usualCycleDays(board);
  if (median === undefined)
    return `How long a win usually takes cannot be told yet: ${numberWords(board.cycle.n)} won with a known beginning`;
  const after = median === 0 ? "on the day of entry" : `after ${daysWords(median)}`;
  return `Usually won ${after} (${countWords(board.cycle.n, nounOf(board))} won)`;
}

/**
 * The usual days to a win, or `undefined` where they are unknown or stand on too few wins.
 *
 * @example
 * usualCycleDays({ cycle: { median: 57, n: 4 } }) //=> undefined
 */
export function usualCycleDays(board: BoardReport): number | undefined {
  const { median, n } = board.cycle;
  return isTooFew(n) ? undefined : median;
}

/**
 * The usual time in a stage for a cell of a table; empty for a stage in which records come to rest.
 *
 * @example
 * usualTimeWords("open", { unit: "days", median: 45, n: 8300 }, "median") //=> "45 days"
 */
export function usualTimeWords(
  kind: StageReport["kind"],
  time: TimeReport,
  which: "median" | "p80" | "plainMedian",
): string {
  const days = time[which];
  const comesToRest = kind === "won" || kind === "lost" || kind === "avoid";
  if (time.n === 0 || (days === undefined && comesToRest)) return "";
  if (isTooFew(time.n)) return "too few";
  return days === undefined ? "not yet known" : daysWords(days);
}

/**
 * The time in a stage in full, or `undefined` where it is unknown. The plain median leaves open visits out; it
 * is told with its bias, because people compute it themselves and wonder.
 *
 * @example
 * timeSentence({ stage: "Offer", kind: "open", time: { unit: "days", median: 45, p80: 90, plainMedian: 31, n: 40 } })
 * //=> "Offer: half have left after 45 days, four of five after 90 days (40 counted); of the finished stays alone half lasted 31 days, which is short of the truth"
 */
export function timeSentence({ stage, kind, time }: StageReport): string | undefined {
  if (time.median === undefined || isTooFew(time.n)) return undefined;
  const half = `half have left after ${daysWords(time.median)}`;
  const most = `four of five after ${usualTimeWords(kind, time, "p80")}`;
  const all = `${nameWords(stage)}: ${half}, ${time.p80 === undefined ? "four of five: not yet known" : most}`;
  const counted = `${all} (${numberWords(time.n)} counted)`;
  if (time.plainMedian === undefined) return counted;
  const finished = daysWords(time.plainMedian);
  return `${counted}; of the finished stays alone half lasted ${finished}, which is short of the truth`;
}

/**
 * The plain median time of the won, told with its bias, or `undefined` where it may not be shown.
 *
 * @example
 * plainCycleSentence({ cycle: { unit: "days", plainMedianWon: 41, n: 18 } })
 * //=> "Of the 18 won alone half took 41 days, which is short of the truth while others are open"
 */
export function plainCycleSentence({ cycle }: BoardReport): string | undefined {
  if (cycle.plainMedianWon === undefined || isTooFew(cycle.n)) return undefined;
  const took = daysWords(cycle.plainMedianWon);
  return `Of the ${numberWords(cycle.n)} won alone half took ${took}, which is short of the truth while others are open`;
}
