// Rectangles of a tab as requests name them: from 0, the ends not included, and without an end where they go on.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Stretch } from "../../../shared/table/dressing/stretches.ts";

/** Rows from 1, columns from 0. */
export interface SheetCells {
  readonly row: number;
  /** @default all below */
  readonly rows?: number;
  readonly column: number;
  /** @default 1 */
  readonly columns?: number;
}

export function cellsOf(
  sheetId: number,
  { row, rows, column, columns = 1 }: SheetCells,
): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: row - 1,
    ...(rows === undefined ? {} : { endRowIndex: row - 1 + rows }),
    startColumnIndex: column,
    endColumnIndex: column + columns,
  };
}

/** Whole columns, as cells. */
export function columnCells(sheetId: number, { first, count }: Stretch): sheets_v4.Schema$GridRange {
  return { sheetId, startColumnIndex: first, endColumnIndex: first + count };
}

/** Whole columns, as what has a width. */
export function columnLines(sheetId: number, { first, count }: Stretch): sheets_v4.Schema$DimensionRange {
  return { sheetId, dimension: "COLUMNS", startIndex: first, endIndex: first + count };
}
