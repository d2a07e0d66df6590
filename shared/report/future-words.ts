// What comes, as far as it can be known now: the next steps that people planned, the limits that end, what the open
// records should bring, and who will be done with the milestones when.

import type { ExpectedMoney } from "../metrics/forecasts.ts";
import { type Day, dayNumber } from "../value/day.ts";
import { wholeUnits } from "../value/money.ts";
import type { BoardReport } from "./book-report.ts";
import { byUrgency, openMilestones, projectedWords, scoreWords, statusSentence } from "./milestone-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, moneyWords, numberWords, pluralOf } from "./number-words.ts";
import { counted, type ReportSection, tableOfList, typed, worded } from "./report-table.ts";

export interface FutureReading {
  /** Day of the report. */
  readonly today: Day;
  /** Rows after which a list is cut. */
  readonly most: number;
}

/**
 * The sections of the future.
 *
 * @example
 * futureSections(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 5 }).length //=> 4
 */
export function futureSections(board: BoardReport, reading: FutureReading): readonly ReportSection[] {
  return [steps(board, reading), limits(board, reading), bringing(board), milestones(board, reading)];
}

function steps(board: BoardReport, { today, most }: FutureReading): ReportSection {
  const { steps: list, unplanned, until } = board.future;
  const columns = [typed("Owner"), typed("Next step"), worded("When")];
  const table = tableOfList(
    { nameTitle: "Name", columns },
    { list, most },
    ({ name, owner, nextStep, on }) => ({ name, cells: [owner, nextStep, whenWords(on, today)] }),
  );
  const { open } = board.present;
  const lacking = `${numberWords(unplanned)} of ${numberWords(open)} open ${pluralOf(nounOf(board))} have no day for a next step`;
  return {
    title: `Next steps up to ${dayWords(until)}`,
    sentences: unplanned === 0 ? [] : [lacking],
    table,
  };
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
  const wins = `${countWords(Math.round(expected * 10) / 10, "win")} from ${countWords(forecast.records, nounOf(board))}; four times out of five ${spanWords(low, high)}`;
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

function milestones(board: BoardReport, { most }: FutureReading): ReportSection {
  const open = openMilestones(board.milestones);
  const summary = statusSentence(open, nounOf(board));
  const columns = [counted("Score"), worded("Status"), worded("At this pace done on")];
  const table = tableOfList({ nameTitle: "Name", columns }, { list: byUrgency(open), most }, (one) => ({
    name: one.name,
    cells: [scoreWords(one), one.status ?? "", projectedWords(one)],
  }));
  return { title: "Milestones", sentences: summary === undefined ? [] : [summary], table };
}

function whenWords(day: Day, today: Day): string {
  const ahead = dayNumber(day) - dayNumber(today);
  if (ahead < 0) return `${countWords(-ahead, "day")} overdue`;
  if (ahead === 0) return "today";
  return ahead === 1 ? "tomorrow" : dayWords(day).replace(/ \d+$/, "");
}
