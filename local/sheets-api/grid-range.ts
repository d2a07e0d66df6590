// A rectangle of cells as the API writes it: lines from 0, the end not included, and what is absent is unbounded. Ours
// count from 1 and have a size.

import type { GridRange } from "../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../grid/spreadsheet.ts";
import { invalidArgument } from "./api-error.ts";
import { beyondTab } from "./range-text.ts";

export interface ApiGridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/**
 * Ours, ended where the tab ends. That Google takes a rectangle without a cell for some requests is measured; here it is
 * refused for all.
 *
 * @throws {ApiError} where there is no such tab, or nothing of it is inside
 */
export function gridRangeFrom(state: Spreadsheet, json: ApiGridRange): GridRange {
  const tab = sheetById(state, json.sheetId ?? 0);
  const [row, column] = [(json.startRowIndex ?? 0) + 1, (json.startColumnIndex ?? 0) + 1];
  const { endRowIndex, endColumnIndex } = json;
  const [lastRow, lastColumn] = [endRowIndex ?? undefined, endColumnIndex ?? undefined];
  if (row < 1 || column < 1 || (lastRow ?? row) < row || (lastColumn ?? column) < column) {
    throw invalidArgument(`Range ${JSON.stringify(json)} holds no cell`);
  }
  if (row > tab.maxRows || column > tab.maxColumns) {
    const ends = {
      ...(lastRow === undefined ? {} : { lastRow }),
      ...(lastColumn === undefined ? {} : { lastColumn }),
    };
    throw beyondTab(tab, { row, column, ...ends });
  }
  return {
    tab: tab.id,
    row,
    column,
    rows: Math.min(lastRow ?? tab.maxRows, tab.maxRows) - row + 1,
    columns: Math.min(lastColumn ?? tab.maxColumns, tab.maxColumns) - column + 1,
  };
}

/** @throws {ApiError} */
export function sheetById(state: Spreadsheet, id: number): Tab {
  const tab = state.tabs.find((candidate) => candidate.id === id);
  if (tab === undefined) throw invalidArgument(`No grid with id: ${id}`);
  return tab;
}
