// Places in the API's words: rectangles, and rows or columns from 0 with the end not included. A sheet of the id 0 is not
// named in an answer, as Google does not name it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange } from "../../grid/protocol.ts";
import type { Span } from "../../grid/shift.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { sheetById } from "../grid-range.ts";

export type Axis = "rows" | "columns";

/** Rows or columns of a tab, from 1. */
export interface Lines extends Span {
  readonly tab: number;
  readonly axis: Axis;
}

export function rangeJson({ tab, row, column, rows, columns }: GridRange): sheets_v4.Schema$GridRange {
  return {
    ...sheetIdJson(tab),
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  };
}

export function linesJson({ tab, axis, first, last }: Lines): sheets_v4.Schema$DimensionRange {
  return {
    ...sheetIdJson(tab),
    dimension: axis === "rows" ? "ROWS" : "COLUMNS",
    startIndex: first - 1,
    endIndex: last,
  };
}

/** The lines that a range names, to the end of the tab where it names no end. @throws {ApiError} where they are not there */
export function linesFrom(
  state: Spreadsheet,
  json: sheets_v4.Schema$DimensionRange | null | undefined,
): Lines {
  const axis = axisFrom(json?.dimension);
  const tab = sheetById(state, json?.sheetId ?? 0);
  const [first, last] = [(json?.startIndex ?? 0) + 1, json?.endIndex ?? countOf(tab, axis)];
  if (first < 1 || last < first) {
    throw invalidArgument(
      `range.startIndex[${first - 1}] must be before range.endIndex[${last}] and not below 0`,
    );
  }
  return { tab: tab.id, axis, first, last };
}

export function axisFrom(dimension: string | null | undefined): Axis {
  if (dimension === "ROWS") return "rows";
  if (dimension === "COLUMNS") return "columns";
  throw invalidArgument("No dimension specified.");
}

/** How many rows or columns the tab has. */
export function countOf(tab: Tab, axis: Axis): number {
  return axis === "rows" ? tab.maxRows : tab.maxColumns;
}

export function sheetIdJson(id: number): { readonly sheetId?: number } {
  return id === 0 ? {} : { sheetId: id };
}
