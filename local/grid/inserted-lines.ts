// Rows and columns that come in between: empty, but drawn like the neighbour that they were asked for beside. Google's
// Sheets API calls that to inherit from before; that rules of validation are inherited too, as formats are, is what
// people see in the editor and is not documented (unverified). Notes are not.

import { rowOf, tidied } from "./cell-block.ts";
import { copiedCell } from "./copied-cell.ts";
import { shifted } from "./moved-lines.ts";
import type { Shift } from "./shift.ts";
import { type GridCell, type Spreadsheet, type Tab, tabById, withTab } from "./spreadsheet.ts";

export interface Insertion {
  readonly tab: number;
  readonly axis: Shift["axis"];
  readonly before: number;
  readonly count: number;
  /** Which neighbour the new lines look like. */
  readonly like: "line before" | "line after";
}

/** @throws {GridError} where the place is beyond the tab, or the spreadsheet would be too large */
export function withInserted(state: Spreadsheet, insertion: Insertion): Spreadsheet {
  const { tab: id, axis, before, count } = insertion;
  const moved = shifted(state, { tab: id, axis, kind: "insert", before, count });
  const tab = tabById(moved, id);
  const isAfter = insertion.like === "line after" || before === 1;
  const model = isAfter ? before + count : before - 1;
  return withTab(moved, axis === "rows" ? likeRow(tab, insertion, model) : likeColumn(tab, insertion, model));
}

function likeRow(tab: Tab, { before, count }: Insertion, model: number): Tab {
  const looks = (tab.rows[model - 1]?.cells ?? []).map(plainLooks);
  if (rowOf(looks) === undefined) return tab;
  const rows = tab.rows.slice();
  while (rows.length < before - 1) rows.push(undefined);
  for (let at = before; at < before + count; at++) {
    rows[at - 1] = rowOf(looks.map((cell) => copiedCell(cell, at - model, 0)));
  }
  return { ...tab, rows };
}

function likeColumn(tab: Tab, { before, count }: Insertion, model: number): Tab {
  const rows = tab.rows.map((row) => {
    const looks = plainLooks(row?.cells[model - 1]);
    if (row === undefined || looks === undefined) return row;
    const cells = row.cells.slice();
    while (cells.length < before - 1) cells.push(undefined);
    for (let at = before; at < before + count; at++) cells[at - 1] = copiedCell(looks, 0, at - model);
    return rowOf(cells, row);
  });
  const width = tab.columns[model - 1]?.widthPixels;
  if (width === undefined) return { ...tab, rows };
  const columns = tab.columns.slice();
  while (columns.length < before - 1) columns.push(undefined);
  for (let at = before; at < before + count; at++) columns[at - 1] = { widthPixels: width };
  return { ...tab, rows, columns };
}

function plainLooks(cell: GridCell | undefined): GridCell | undefined {
  if (cell === undefined) return undefined;
  const { formula, call, spilled, note, value, ...looks } = cell;
  return tidied({ value: null, ...looks });
}
