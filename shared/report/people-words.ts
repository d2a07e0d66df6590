// Who holds what, as a table: for whoever looks after the whole.

import type { BoardReport } from "./book-report.ts";
import { nameWords } from "./name-words.ts";
import { countWords, numberWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList } from "./report-table.ts";

/** A board, or all of them together. */
export type PeopleTold = Pick<BoardReport, "people" | "past">;

/**
 * The table of people; what nobody owns stands last.
 *
 * @example
 * peopleSection({ people: [], past: [] }, 5).table?.rows //=> []
 */
export function peopleSection({ people, past }: PeopleTold, most: number): ReportSection {
  const columns = [
    ...[counted("Open"), counted("Due"), counted("Overdue"), counted("Untouched"), counted("To answer")],
    ...[counted("Moved on"), counted("Won"), counted("Lost")],
  ];
  const table = tableOfList({ nameTitle: "Person", columns }, { list: people, most }, (one) => ({
    name: one.person === "" ? "nobody" : nameWords(one.person),
    cells: [
      ...[one.open, one.due, one.overdue, one.untouched, one.unanswered, one.movedOn, one.won, one.lost],
    ].map(numberWords),
  }));
  return { title: "Per person", sentences: people.length === 0 ? [] : [spanNote(past)], table };
}

function spanNote(past: BoardReport["past"]): string {
  const [shortest, longest] = [past[0]?.days ?? 0, past[past.length - 1]?.days ?? 0];
  if (shortest === longest) return `Moved on, won and lost: in these ${countWords(longest, "day")}`;
  return `Moved on: in the last ${countWords(shortest, "day")}; won and lost: in the last ${countWords(longest, "day")}`;
}
