// Time per department as a table: where records wait, and for how long.

import type { BoardReport } from "./book-report.ts";
import { countWords, isTooFew, numberWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList } from "./report-table.ts";
import { usualTimeWords } from "./time-sentences.ts";

/** Below it there is nothing to compare: all of the work is one role's. */
const FEWEST_ROLES = 2;

/**
 * The table of roles; nothing where the pipeline names fewer than two.
 *
 * @example
 * departmentSection({ departments: [] }).sentences //=> []
 */
export function departmentSection({ departments = [] }: Pick<BoardReport, "departments">): ReportSection {
  const title = "Per department";
  if (departments.length < FEWEST_ROLES) return { title, sentences: [] };
  const columns = [counted("Now"), counted("Usually takes"), counted("Four of five within")];
  const table = tableOfList({ nameTitle: "Role", columns }, { list: departments, most: Infinity }, (one) => ({
    name: one.role,
    cells: [
      numberWords(one.now),
      withCount(usualTimeWords("open", one.time, "median"), one.time.n),
      usualTimeWords("open", one.time, "p80"),
    ],
  }));
  const isTimed = departments.some(({ time }) => time.median !== undefined && !isTooFew(time.n));
  const note =
    "Usually takes: half went on to another role by then; in brackets, how many stays were counted";
  return { title, sentences: isTimed ? [note] : [], table };
}

function withCount(words: string, n: number): string {
  return words === "" ? "" : `${words} (${countWords(n, "stay")})`;
}
