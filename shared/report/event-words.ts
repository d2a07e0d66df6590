// Events as people read them: what is still open before each, and what the months take. Both lists begin with what is
// near and count the rest.

import type { Day } from "../value/day.ts";
import type { MoneySum } from "../value/money-sums.ts";
import { pluralOf } from "../value/noun.ts";
import type { BoardReport } from "./book-report.ts";
import type { EventReport, EventsReport } from "./events-report.ts";
import { whenWords } from "./future-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, moneyWords, numberWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList, typed, worded } from "./report-table.ts";

export interface EventSections {
  readonly upcoming: ReportSection;
  readonly months: ReportSection;
}

/**
 * The sections of the events; lists longer than `most` are cut.
 *
 * @example
 * eventSections(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 5 }).upcoming.title //=> "Before each record"
 */
export function eventSections(
  board: Pick<BoardReport, "events" | "noun">,
  reading: { readonly today: Day; readonly most: number },
): EventSections {
  const { upcoming: list = [], same = [], months: load = [] } = board.events ?? {};
  const noun = nounOf(board);
  return {
    upcoming: upcoming({ list, same }, { ...reading, noun }),
    months: months(load, { ...reading, noun }),
  };
}

/**
 * What is still open before an event.
 *
 * @example
 * stillOpenWords(["Hotel", "Rental car"]) //=> "2 open: Hotel, Rental car"
 * stillOpenWords([]) //=> "nothing open"
 */
export function stillOpenWords(open: readonly string[]): string {
  return open.length === 0
    ? "nothing open"
    : `${numberWords(open.length)} open: ${open.map(nameWords).join(", ")}`;
}

interface EventReading {
  readonly today: Day;
  readonly most: number;
  readonly noun: string;
}

function upcoming(
  { list, same }: { readonly list: readonly EventReport[]; readonly same: EventsReport["same"] },
  { today, most, noun }: EventReading,
): ReportSection {
  const hasOpen = list.some(({ open }) => open !== undefined);
  const taken = takenColumns(list);
  const columns = [
    ...[typed("Owner"), worded("On")],
    ...(hasOpen ? [worded("Still open")] : []),
    ...taken.map(({ title }) => counted(title)),
  ];
  const table = tableOfList({ nameTitle: "Name", columns }, { list, most }, (event) => ({
    name: event.name,
    cells: [
      ...[event.owner, whenWords(event.on, today)],
      ...(hasOpen ? [event.open?.length === 0 ? "nothing" : stillOpenWords(event.open ?? [])] : []),
      ...taken.map(({ words }) => words(event)),
    ],
  }));
  const told = same
    .slice(0, most)
    .map(({ name, on, told: what }) => `${nameWords(name)} (${dayWords(on)}): ${what}`);
  const rest = same.length - told.length;
  const more =
    rest === 0
      ? []
      : [`${countWords(rest, noun)} more that ${rest === 1 ? "is" : "are"} the same as another`];
  return { title: `Before each ${noun}`, sentences: [...told, ...more], table };
}

/**
 * What is open before the next events, one sentence each: for where a table has no room.
 *
 * @example
 * const gig = { name: "Oslo", on: parseDay("2026-05-20"), open: ["Hotel"] };
 * upcomingSection({ noun: "gig", events: { upcoming: [gig] } }, { today: parseDay("2026-05-06"), most: 5 }).sentences
 * //=> ["Oslo, 20 May: 1 open: Hotel"]
 */
export function upcomingSection(
  board: Pick<BoardReport, "events" | "noun">,
  { today, most }: { readonly today: Day; readonly most: number },
): ReportSection {
  const sentences = (board.events?.upcoming ?? []).slice(0, most).map(({ name, on, open }) => {
    const still = open === undefined ? "" : `: ${stillOpenWords(open)}`;
    return `${nameWords(name)}, ${whenWords(on, today)}${still}`;
  });
  return { title: `Before each ${nounOf(board)}`, sentences };
}

/**
 * What each event took that is over, for the details; without rows where that is nothing.
 *
 * @example
 * takenSection(fixtures.quietBoard).title //=> "What each record took"
 */
export function takenSection(board: Pick<BoardReport, "events" | "noun">): ReportSection {
  const list = board.events?.over ?? [];
  const taken = takenColumns(list);
  const columns = [worded("On"), ...taken.map(({ title }) => counted(title))];
  const table = tableOfList({ nameTitle: "Name", columns }, { list, most: Infinity }, (event) => ({
    name: event.name,
    cells: [dayWords(event.on), ...taken.map(({ words }) => words(event))],
  }));
  const title = `What each ${nounOf(board)} took`;
  return { title, sentences: [], ...(taken.length === 0 ? {} : { table }) };
}

// People and money, as far as any event names some.
function takenColumns(events: readonly EventReport[]) {
  const staff = { title: "Staff", words: staffWords };
  const costs = { title: "Costs", words: (event: EventReport) => moneyOf(event.costs) };
  return [
    ...(events.some((event) => event.staff !== undefined) ? [staff] : []),
    ...(events.some((event) => event.costs.length > 0) ? [costs] : []),
  ];
}

function months(list: EventsReport["months"], { today, most, noun }: EventReading): ReportSection {
  const fields = [...new Set(list.flatMap(({ costs }) => costs.map(({ field }) => field)))];
  const hasStaff = list.some(({ staff }) => staff !== undefined);
  const columns = [
    counted(capital(pluralOf(noun))),
    ...(hasStaff ? [counted("Staff")] : []),
    ...fields.map((field) => counted(nameWords(field))),
    ...(fields.length > 1 ? [counted("Costs")] : []),
  ];
  const thisMonth = today.slice(0, 7);
  const toCome = list.filter(({ month }) => month >= thisMonth);
  const near = [...toCome, ...list.filter(({ month }) => month < thisMonth).reverse()];
  const table = tableOfList({ nameTitle: "Month", columns }, { list: near, most }, (month) => ({
    name: dayWords(`${month.month}-01`).replace(/^1 /, ""),
    cells: [
      numberWords(month.events),
      ...(hasStaff ? [staffWords(month)] : []),
      ...fields.map((field) => moneyOf(month.costs.filter((cost) => cost.field === field))),
      ...(fields.length > 1 ? [moneyOf(month.total)] : []),
    ],
  }));
  // Where a month takes nothing, its count says no more than the list of events does.
  const isTold = hasStaff || fields.length > 0;
  return { title: `${capital(pluralOf(noun))} per month`, sentences: [], ...(isTold ? { table } : {}) };
}

function staffWords({ staff }: Pick<EventReport, "staff">): string {
  return staff === undefined ? "" : numberWords(staff);
}

function moneyOf(sums: readonly MoneySum[]): string {
  return sums.map(moneyWords).join(" + ");
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
