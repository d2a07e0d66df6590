// A rectangle of cells as the API writes it: lines from 0, the end not included, and what is absent is unbounded. Ours
// count from 1 and have a size.

import type { GridRange } from "../grid/protocol.ts";
import type { Spreadsheet, Tab } from "../grid/spreadsheet.ts";
import { invalidArgument } from "./api-error.ts";

export interface ApiGridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** With every bound, as Google answers. */
export function gridRangeJson(range: GridRange): Required<ApiGridRange> {
  return {
    sheetId: range.tab,
    startRowIndex: range.row - 1,
    endRowIndex: range.row - 1 + range.rows,
    startColumnIndex: range.column - 1,
    endColumnIndex: range.column - 1 + range.columns,
  };
}

/** Ours, ended where the tab ends. @throws {ApiError} where there is no such tab, or nothing of it is inside */
export function gridRangeFrom(state: Spreadsheet, json: ApiGridRange): GridRange {
  const tab = sheetById(state, json.sheetId ?? 0);
  const [row, column] = [(json.startRowIndex ?? 0) + 1, (json.startColumnIndex ?? 0) + 1];
  const lastRow = Math.min(json.endRowIndex ?? tab.maxRows, tab.maxRows);
  const lastColumn = Math.min(json.endColumnIndex ?? tab.maxColumns, tab.maxColumns);
  if (row < 1 || column < 1 || lastRow < row || lastColumn < column) {
    throw invalidArgument(`Range (${tab.name}) exceeds grid limits. ${sizeOf(tab)}`);
  }
  return { tab: tab.id, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** @throws {ApiError} */
export function sheetById(state: Spreadsheet, id: number): Tab {
  const tab = state.tabs.find((candidate) => candidate.id === id);
  if (tab === undefined) throw invalidArgument(`No grid with id: ${id}`);
  return tab;
}

export function sizeOf(tab: Tab): string {
  return `Max rows: ${tab.maxRows}, max columns: ${tab.maxColumns}`;
}
