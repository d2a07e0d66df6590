// How large things may be, and the refusals of what is larger or lies outside.

import { GridError } from "./grid-error.ts";
import type { GridRange } from "./protocol.ts";
import type { Spreadsheet, Tab } from "./spreadsheet.ts";

/** Google's limits. [support.google.com/drive/answer/37603] */
export const limits = { charactersInCell: 50_000, cells: 10_000_000, columns: 18_278 } as const;

/** @throws {GridError} where the range reaches beyond the tab */
export function checkInside(tab: Tab, range: GridRange): void {
  const isInside =
    range.row >= 1 &&
    range.column >= 1 &&
    range.rows >= 1 &&
    range.columns >= 1 &&
    range.row + range.rows - 1 <= tab.maxRows &&
    range.column + range.columns - 1 <= tab.maxColumns;
  if (!isInside) throw new GridError("The coordinates of the range are outside the dimensions of the sheet.");
}

/**
 * The range as it is when it is read. Rows may have come or gone since a script addressed it; that one without a last row
 * follows them, and one with a last row fails where that is gone, is unverified.
 *
 * @throws {GridError} where it reaches beyond the tab
 */
export function presentRange(tab: Tab, range: GridRange): GridRange {
  const present = range.isOpen === true ? { ...range, rows: tab.maxRows - range.row + 1 } : range;
  checkInside(tab, present);
  return present;
}

/** @throws {GridError} where the spreadsheet would be larger than Google allows */
export function checkSize(state: Spreadsheet): void {
  const cells = state.tabs.reduce((sum, tab) => sum + tab.maxRows * tab.maxColumns, 0);
  const isWider = state.tabs.some((tab) => tab.maxColumns > limits.columns);
  if (cells <= limits.cells && !isWider) return;
  throw new GridError(
    "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
  );
}
