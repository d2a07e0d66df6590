// What the book will move by itself until the end of tomorrow, as a section of the report: a deadline is announced before
// it acts, so that whoever knows better can say so in time.

import type { ComingMove } from "../engine/rules/coming-moves.ts";
import { dayOf } from "../value/moment.ts";
import type { BookReport } from "./book-report.ts";
import { dayWords } from "./number-words.ts";
import { type ReportSection, tableOfList, typed, worded } from "./report-table.ts";

/**
 * The section; without a table where nothing moves by itself.
 *
 * @example
 * comingSection({ coming: [] }, 5).sentences //=> []
 */
export function comingSection({ coming = [] }: Pick<BookReport, "coming">, most: number): ReportSection {
  const title = "Moves by itself until tomorrow";
  if (coming.length === 0) return { title, sentences: [] };
  const columns = [typed("Board"), typed("Owner"), worded("On"), typed("What")];
  const table = tableOfList({ nameTitle: "Name", columns }, { list: coming, most }, rowOf);
  return { title, sentences: [], table, isWide: true };
}

function rowOf({ name, board, owner, due, sentence }: ComingMove) {
  return { name, cells: [board, owner, dayWords(dayOf(due)), sentence] };
}
