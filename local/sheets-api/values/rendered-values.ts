// Cells as `values.get` gives them: rows or columns of plain values, cut off behind the last that holds anything, so that
// an answer is ragged and an empty range has no `values` at all.
// [developers.google.com/workspace/sheets/api/reference/rest/v4/ValueRenderOption]

import { blockOf } from "../../grid/cell-block.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { shownText, showsDate } from "../../grid/shown-value.ts";
import { type GridCell, heldIn, type Spreadsheet, tabById, usedSize } from "../../grid/spreadsheet.ts";
import { rangeText } from "../range-text.ts";

export interface Rendering {
  readonly values: "FORMATTED_VALUE" | "UNFORMATTED_VALUE" | "FORMULA";
  readonly dates: "SERIAL_NUMBER" | "FORMATTED_STRING";
  readonly by: "ROWS" | "COLUMNS";
}

export type PlainValue = string | number | boolean;

export interface ValueRange {
  readonly range: string;
  readonly majorDimension: "ROWS" | "COLUMNS";
  readonly values?: readonly (readonly PlainValue[])[];
}

/** The range with what stands in it. */
export function valueRange(state: Spreadsheet, range: GridRange, rendering: Rendering): ValueRange {
  const values = renderedValues(state, range, rendering);
  return {
    range: rangeText(state, range),
    majorDimension: rendering.by,
    ...(values.length === 0 ? {} : { values }),
  };
}

function renderedValues(
  state: Spreadsheet,
  range: GridRange,
  rendering: Rendering,
): readonly (readonly PlainValue[])[] {
  const tab = tabById(state, range.tab);
  const used = usedSize(tab);
  const rows = Math.max(0, Math.min(range.rows, used.rows - range.row + 1));
  const columns = Math.max(0, Math.min(range.columns, used.columns - range.column + 1));
  const cells = blockOf(tab, { ...range, rows, columns });
  const lines = rendering.by === "ROWS" ? cells : turned(cells, columns);
  const texts = lines.map((line) =>
    line
      .slice(0, line.findLastIndex(isFilled) + 1)
      .map((cell) => renderedValue(cell, rendering, state.locale)),
  );
  return texts.slice(0, texts.findLastIndex((line) => line.length > 0) + 1);
}

function renderedValue(cell: GridCell | undefined, { values, dates }: Rendering, locale: string): PlainValue {
  if (values === "FORMULA" && cell?.formula !== undefined) return cell.formula;
  if (values === "FORMATTED_VALUE") return shownText(cell, locale);
  const value = heldIn(cell);
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  const isDateText =
    typeof value === "number" && dates === "FORMATTED_STRING" && showsDate(cell?.numberFormat);
  return isDateText ? shownText(cell, locale) : value;
}

function isFilled(cell: GridCell | undefined): boolean {
  return heldIn(cell) !== null;
}

function turned<Entry>(rows: readonly (readonly Entry[])[], columns: number): readonly (readonly Entry[])[] {
  return Array.from({ length: columns }, (_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}
