// A rectangle of cells as the page counts it, and as everybody else does.

import type { GridRange } from "../../grid/protocol.ts";
import type { UniverRange } from "./univer-data.ts";

export function shownRange({ row, column, rows, columns }: GridRange): UniverRange {
  return {
    startRow: row - 1,
    endRow: row + rows - 2,
    startColumn: column - 1,
    endColumn: column + columns - 2,
  };
}

export function rangeFromShown(tab: number, range: UniverRange): GridRange {
  return {
    tab,
    row: range.startRow + 1,
    column: range.startColumn + 1,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
