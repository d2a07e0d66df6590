// What a board's report says beside its tables, one sentence for each figure: title, outcomes, usual time to
// win, and whether the history adds up. Text and page tell the same sentences, so that they never disagree.

import type { BoardReport, LedgerReport, StageReport, TimeReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import {
  countWords,
  daysWords,
  dayWords,
  isTooFew,
  numberWords,
  pluralOf,
  rangeWords,
  rateWords,
} from "./number-words.ts";

/**
 * The heading of a board.
 *
 * @example
 * boardTitle({ board: "Deals", noun: "deal", records: 8800 }, "2017-12-31T23:59:59+00:00")
 * //=> "Deals: 8,800 deals, as of 31 December 2017"
 */
export function boardTitle(board: BoardReport, asOf: string): string {
  const count =
    board.records === 0 ? `no ${pluralOf(nounOf(board))} yet` : countWords(board.records, nounOf(board));
  return `${nameWords(board.board)}: ${count}, as of ${dayWords(asOf)}`;
}

/**
 * The period that was asked for, or `undefined` where the report is on all of history.
 *
 * @example
 * periodSentence({ from: "2017-01-01" }) //=> "Period: from 1 January 2017 on"
 */
export function periodSentence(board: BoardReport): string | undefined {
  const { from, to } = board;
  if (from !== undefined && to !== undefined) return `Period: ${dayWords(from)} to ${dayWords(to)}`;
  if (from !== undefined) return `Period: from ${dayWords(from)} on`;
  return to === undefined ? undefined : `Period: up to ${dayWords(to)}`;
}

/**
 * What is said in place of numbers where a board has none.
 *
 * @example
 * emptySentence({ board: "Deals", noun: "deal" })
 * //=> "There are no deals yet; the first name that is typed on the tab \"Deals\" starts the count"
 */
export function emptySentence(board: BoardReport): string {
  const tab = nameWords(board.board);
  return `There are no ${pluralOf(nounOf(board))} yet; the first name that is typed on the tab "${tab}" starts the count`;
}

/**
 * How many were won and lost.
 *
 * @example
 * outcomeSentence({ noun: "deal", outcomes: { won: 4238, lost: 2473, winRate: 0.631501 } })
 * //=> "Won 4,238, lost 2,473: 63 % of closed"
 */
export function outcomeSentence(board: BoardReport): string {
  const { won, lost, winRate, low, high } = board.outcomes;
  const closed = won + lost;
  if (closed === 0) return `Nothing is closed yet: no ${nounOf(board)} has been won or lost`;
  const counts = `Won ${numberWords(won)}, lost ${numberWords(lost)}`;
  const rate = rateWords({ n: closed, rate: winRate });
  if (rate === undefined) return `${counts}: ${numberWords(won)} of ${numberWords(closed)} closed`;
  const range = rangeWords({ n: closed, low, high });
  return `${counts}: ${rate} of closed${range === undefined ? "" : ` (${range})`}`;
}

/**
 * How long a win usually takes, or `undefined` where nothing was won.
 *
 * @example
 * cycleSentence({ noun: "deal", outcomes: { won: 9 }, cycle: { median: 57, n: 20 } })
 * //=> "Usually won after 57 days (counted over 20 deals)"
 */
export function cycleSentence(board: BoardReport): string | undefined {
  const { won } = board.outcomes;
  if (won === 0) return undefined;
  const median = usualCycleDays(board);
  if (median === undefined)
    return `With ${numberWords(won)} won it is too early to say how long it usually takes`;
  const after = median === 0 ? "on the day of entry" : `after ${daysWords(median)}`;
  return `Usually won ${after} (counted over ${countWords(board.cycle.n, nounOf(board))})`;
}

/**
 * The usual days to a win, or `undefined` where they are unknown or stand on too few wins.
 *
 * @example
 * usualCycleDays({ outcomes: { won: 4 }, cycle: { median: 57, n: 20 } }) //=> undefined
 */
export function usualCycleDays(board: BoardReport): number | undefined {
  const { median, n } = board.cycle;
  return isTooFew(Math.min(n, board.outcomes.won)) ? undefined : median;
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

const WAYS_OUT: readonly (readonly [way: Exclude<keyof LedgerReport, "stage" | "entries">, words: string])[] =
  [
    ["advanced", "moved on"],
    ["branched", "went aside"],
    ["parked", "parked"],
    ["movedBack", "moved back"],
    ["lost", "lost"],
    ["avoided", "given up"],
    ["handedOn", "handed on"],
    ["removed", "removed"],
    ["here", "still here"],
  ];

/**
 * Whether every entry to a stage is accounted for.
 *
 * @example
 * isBalanced({ entries: 3, advanced: 1, branched: 0, parked: 0, movedBack: 0, lost: 1, avoided: 0, handedOn: 0,
 *   removed: 0, here: 1 }) //=> true
 */
export function isBalanced(line: LedgerReport): boolean {
  return line.entries === accountedFor(line);
}

/**
 * Where the entries to a stage went; says so where they do not add up.
 *
 * @example
 * ledgerSentence({ stage: "Offer", entries: 3, advanced: 1, branched: 0, parked: 0, movedBack: 0, lost: 1,
 *   avoided: 0, handedOn: 0, removed: 0, here: 1 }) //=> "Offer: entered 3 times: 1 moved on, 1 lost, 1 still here"
 */
export function ledgerSentence(line: LedgerReport): string {
  const ways = WAYS_OUT.filter(([way]) => line[way] !== 0).map(
    ([way, words]) => `${numberWords(line[way])} ${words}`,
  );
  const went = ways.length === 0 ? "" : `: ${ways.join(", ")}`;
  const entered = `${nameWords(line.stage)}: entered ${countWords(line.entries, "time")}${went}`;
  if (isBalanced(line)) return entered;
  return `${entered}; this does not add up, the history accounts for ${numberWords(accountedFor(line))}`;
}

function accountedFor(line: LedgerReport): number {
  return WAYS_OUT.reduce((sum, [way]) => sum + line[way], 0);
}
