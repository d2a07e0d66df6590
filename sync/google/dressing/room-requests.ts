// Room for cells below the last row of a tab: rows at its end that look like the last one, some more than are needed.

import { addedRows } from "../../../shared/table/dressing/tab-size.ts";
import type { Request } from "./drawing.ts";
import type { SheetPlace } from "./sheet-place.ts";

/** Adds rows where the tab has fewer than so many. */
export function roomRequests({ sheetId, rows }: SheetPlace, wanted: number): readonly Request[] {
  const added = addedRows(rows, wanted);
  if (added === 0) return [];
  const range = { sheetId, dimension: "ROWS", startIndex: rows, endIndex: rows + added };
  return [{ insertDimension: { range, inheritFromBefore: true } }];
}
