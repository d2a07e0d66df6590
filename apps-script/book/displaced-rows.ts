// Rows of boards that were written, looked at once more: where people moved rows meanwhile, writes landed in the row of
// another record. So what is asked last, which is what sends the writes, are the IDs of the rows that were written.

import { isMeantRow, type WrittenRow } from "../../shared/engine/writing/written-rows.ts";
import type { Range } from "../spreadsheet-app.ts";
import type { OpenTab } from "./open-book.ts";

/** A row of a board, and what was written into it. */
export type SheetRow = WrittenRow<OpenTab>;

/** Sends what was written; back come all rows of the tabs in which one of them is another than was meant. */
export function displacedRows(written: readonly SheetRow[]): readonly SheetRow[] {
  const drafts = [...new Set(written.map(({ draft }) => draft))];
  return drafts.flatMap((draft) => {
    const own = written.filter((each) => each.draft === draft);
    return hasMisplaced(own) ? own : [];
  });
}

function hasMisplaced(written: readonly SheetRow[]): boolean {
  const [{ draft } = {}] = written;
  const sheet = draft?.open?.sheet;
  const id = draft?.columns.get("id");
  const name = draft?.columns.get("name");
  if (sheet === undefined || id === undefined || name === undefined) return false;
  const rows = written.map(({ row }) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const needsNames = written.some(({ isNamed }) => isNamed);
  const start = needsNames ? Math.min(id, name) : id;
  const width = needsNames ? Math.abs(id - name) + 1 : 1;
  const values = valuesOf(() => sheet.getRange(first, start + 1, last - first + 1, width));
  // Rows that are not there any more were deleted: nobody knows what else moved.
  if (values === undefined) return true;
  return written.some((each) => {
    const cell = (column: number) => values[each.row - first]?.[column - start];
    return !isMeantRow(each, { id: cell(id), name: cell(name) });
  });
}

function valuesOf(range: () => Range): readonly (readonly unknown[])[] | undefined {
  try {
    return range().getValues();
  } catch {
    return undefined; // "outside the dimensions of the sheet", in the person's language
  }
}
