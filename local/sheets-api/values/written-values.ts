// Values put into a range. They may not reach beyond it, but one cell stands for wherever the values end; nothing makes a
// tab larger here. RAW takes every value as it is, so that no text becomes a formula; USER_ENTERED reads a text as if a
// person typed it. Looks, notes and rules stay.

import { columnLetters } from "../../../shared/table/cell.ts";
import { tidied, withBlock } from "../../grid/cell-block.ts";
import { typedCell, withTyped } from "../../grid/entered-cell.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { type GridCell, type Spreadsheet, type Tab, tabById, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import type { SentValue } from "./sent-values.ts";
import type { ValueInput } from "./value-options.ts";

export interface Writing {
  /** Where the values begin, and how far they may go. */
  readonly range: GridRange;
  readonly rows: readonly (readonly SentValue[])[];
  readonly input: ValueInput;
}

export interface Written {
  readonly state: Spreadsheet;
  /** What the values covered; the first cell of the range where there were none. */
  readonly covered: GridRange;
  readonly counts: UpdateCounts;
}

/** Of what was set, emptied cells with it; a count of nothing is left out. */
export interface UpdateCounts {
  readonly updatedRows?: number;
  readonly updatedColumns?: number;
  readonly updatedCells?: number;
}

/** @throws {ApiError} where the values reach beyond the range or the tab, said with the range as it was `told` */
export function withValues(state: Spreadsheet, writing: Writing, told: string): Written {
  const { range, rows, input } = writing;
  const tab = tabById(state, range.tab);
  checkFits(tab, writing, told);
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const covered = { ...range, rows: Math.max(1, rows.length), columns: Math.max(1, width) };
  const change = (cell: GridCell | undefined, row: number, column: number) => {
    const value = rows[row - range.row]?.[column - range.column] ?? null;
    return value === null ? cell : enteredCell(cell, value, { state, input });
  };
  const next = withTab(state, withBlock(tab, covered, change));
  return { state: next, covered, counts: countsOf(rows) };
}

function enteredCell(
  cell: GridCell | undefined,
  value: Exclude<SentValue, null>,
  { state, input }: { readonly state: Spreadsheet; readonly input: ValueInput },
): GridCell | undefined {
  if (value === "") return cell === undefined ? undefined : tidied(emptied(cell));
  if (typeof value === "string" && input === "USER_ENTERED") return typedCell(cell, value, state);
  return withTyped(cell, { value });
}

function emptied(cell: GridCell): GridCell {
  const { formula, call, ...looks } = cell;
  return { ...looks, value: null };
}

function checkFits(tab: Tab, { range, rows }: Writing, told: string): void {
  const isOneCell = range.rows === 1 && range.columns === 1;
  const lastRow = isOneCell ? tab.maxRows : range.row + range.rows - 1;
  const lastColumn = isOneCell ? tab.maxColumns : range.column + range.columns - 1;
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const refusal = `Requested writing within range [${told}], but tried writing to`;
  if (range.row + rows.length - 1 > lastRow) throw invalidArgument(`${refusal} row [${lastRow + 1}]`);
  if (range.column + width - 1 > lastColumn) {
    throw invalidArgument(`${refusal} column [${columnLetters(lastColumn)}]`);
  }
}

function countsOf(rows: readonly (readonly SentValue[])[]): UpdateCounts {
  const perRow = rows.map((row) => row.filter((value) => value !== null).length);
  const columns = new Set(rows.flatMap((row) => row.flatMap((value, at) => (value === null ? [] : [at]))));
  const cells = perRow.reduce((sum, count) => sum + count, 0);
  if (cells === 0) return {};
  return {
    updatedRows: perRow.filter((count) => count > 0).length,
    updatedColumns: columns.size,
    updatedCells: cells,
  };
}
