// What comes, as far as it can be known now: the next steps that people planned, the limits that end, what the open
// records should bring, and who will be done with the milestones when.

import type { ExpectedMoney } from "../metrics/forecasts.ts";
import { type Day, dayNumber } from "../value/day.ts";
import { wholeUnits } from "../value/money.ts";
import { pluralOf } from "../value/noun.ts";
import type { BoardReport } from "./book-report.ts";
import type { NextStepReport } from "./future-report.ts";
import {
  byUrgency,
  openMilestones,
  openWords,
  postponedSentence,
  projectedWords,
  scoreWords,
  statusSentence,
} from "./milestone-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, moneyWords, numberWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList, typed, worded } from "./report-table.ts";

export interface FutureReading {
  /** Day of the report. */
  readonly today: Day;
  /** Rows after which a list is cut. */
  readonly most: number;
}

export interface FutureSections {
  readonly steps: ReportSection;
  readonly limits: ReportSection;
  readonly bringing: ReportSection;
  readonly milestones: ReportSection;
}

/**
 * The sections of the future; lists longer than `most` are cut.
 *
 * @example
 * futureSections(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 5 }).limits.table?.rows //=> []
 */
export function futureSections(board: BoardReport, reading: FutureReading): FutureSections {
  return {
    steps: steps(board, reading),
    limits: limits(board, reading),
    bringing: bringing(board),
    milestones: milestones(board, reading),
  };
}

function steps(board: BoardReport, { today, most }: FutureReading): ReportSection {
  const { steps: list, unplanned, until } = board.future;
  const columns = [typed("Owner"), typed("Next step"), worded("When")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list: byNearness(list, today), most },
    ({ name, owner, nextStep, on }) => ({ name, cells: [owner, nextStep, whenWords(on, today)] }),
  );
  const { open } = board.present;
  const lacking = `${numberWords(unplanned)} of ${numberWords(open)} open ${pluralOf(nounOf(board))} have no day for a next step`;
  return {
    title: `Next steps up to ${dayWords(until)}`,
    sentences: [...dueSentence(list, today), ...(unplanned === 0 ? [] : [lacking])],
    table,
  };
}

/**
 * Things with a day, in the order of their days, as somebody takes them up: whoever left a step lying for a year will
 * not do it today, so what is due now comes first, then what was just missed, then what comes.
 *
 * @example
 * byNearness([{ on: "2026-11-18" }, { on: "2026-11-19" }, { on: "2026-11-20" }], "2026-11-20").map(({ on }) => on)
 * //=> ["2026-11-20", "2026-11-19", "2026-11-18"]
 */
export function byNearness<Thing extends Pick<NextStepReport, "on">>(
  things: readonly Thing[],
  today: Day,
): readonly Thing[] {
  const overdue = things.filter(({ on }) => on < today).reverse();
  return [...things.filter(({ on }) => on === today), ...overdue, ...things.filter(({ on }) => on > today)];
}

function dueSentence(steps: readonly NextStepReport[], today: Day): readonly string[] {
  if (steps.length === 0) return [];
  const count = (isMeant: (on: Day) => boolean) => numberWords(steps.filter(({ on }) => isMeant(on)).length);
  const overdue = count((on) => on < today);
  const [now, later] = [count((on) => on === today), count((on) => on > today)];
  return [`${overdue} overdue, ${now} today, ${later} in the days after`];
}

function limits(board: BoardReport, { today, most }: FutureReading): ReportSection {
  const columns = [typed("Owner"), typed("Stage"), worded("Limit ends")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list: board.future.limits, most },
    ({ name, owner, stage, due }) => ({ name, cells: [owner, stage, whenWords(due, today)] }),
  );
  return { title: `Limits that end by ${dayWords(board.future.until)}`, sentences: [], table };
}

function bringing(board: BoardReport): ReportSection {
  const { forecast } = board.future;
  const title = `What the open ${pluralOf(nounOf(board))} should bring`;
  if (forecast === undefined) return { title, sentences: [] };
  const { expected, low, high } = forecast.wins;
  const wins = `${countWords(expected < 100 ? Math.round(expected * 10) / 10 : Math.round(expected), "win")} from ${countWords(forecast.records, nounOf(board))}; four times out of five ${spanWords(low, high)}`;
  const field = nameWords(board.present.valueField ?? "");
  return { title, sentences: [wins, ...forecast.money.map((sum) => `${field}: ${moneyBrought(sum)}`)] };
}

function spanWords(low: number, high: number): string {
  return low === high ? numberWords(low) : `${numberWords(low)} to ${numberWords(high)}`;
}

// A forecast in cents would claim to be that good.
function moneyBrought({ currency, expected, low, high, records }: ExpectedMoney): string {
  const [sum, least, greatest] = [expected, low, high].map((amountMinor) =>
    moneyWords(wholeUnits({ amountMinor, currency })),
  );
  return `${sum} from the ${numberWords(records)} that ${records === 1 ? "names" : "name"} one; four times out of five ${least} to ${greatest}`;
}

// Before an event what is open is told of those that are booked: of the others nothing has to be arranged yet.
function milestones(board: BoardReport, { most }: FutureReading): ReportSection {
  const open = board.events === undefined ? openMilestones(board.milestones) : [];
  const told = [statusSentence(open, nounOf(board)), postponedSentence(open)];
  const columns = [counted("Score"), worded("Status"), worded("Done at this pace"), worded("Still open")];
  const table = tableOfList({ nameTitle: "Name", columns }, { list: byUrgency(open), most }, (one) => ({
    name: one.name,
    cells: [scoreWords(one), one.status ?? "", projectedWords(one), openWords(one)],
  }));
  return { title: "Milestones", sentences: told.flatMap((sentence) => sentence ?? []), table };
}

/**
 * A day as it is told beside today.
 *
 * @example
 * whenWords("2026-11-18", "2026-11-20") //=> "2 days overdue"
 * whenWords("2026-12-01", "2026-11-20") //=> "1 December"
 */
export function whenWords(day: Day, today: Day): string {
  const ahead = dayNumber(day) - dayNumber(today);
  if (ahead < 0) return `${countWords(-ahead, "day")} overdue`;
  if (ahead === 0) return "today";
  return ahead === 1 ? "tomorrow" : dayWords(day).replace(/ \d+$/, "");
}
