// Where the row is now that somebody saw when they began to type: meanwhile others sort, insert and delete. A row is known
// by what it holds: cells that nobody changed are the very same ones in the book before and after.

import { type Spreadsheet, type Tab, tabById } from "../../grid/spreadsheet.ts";

export interface TypedInto {
  readonly tab: number;
  /** From 1. */
  readonly row: number;
}

/** The row, from 1; `undefined` where nothing that it held is in the tab any more. */
export function rowNow(before: Spreadsheet, now: Spreadsheet, { tab, row }: TypedInto): number | undefined {
  const [was, is] = [tabById(before, tab), tabById(now, tab)];
  const cells = ownCells(was, row - 1);
  if (was === is || cells.size === 0) return row;
  const alike = is.rows.map((each) => (each?.cells ?? []).filter((cell) => cells.has(cell)).length);
  const most = alike.reduce((found, count) => Math.max(found, count), 0);
  if (most === 0) return undefined;
  return alike[row - 1] === most ? row : alike.indexOf(most) + 1;
}

/** What no other row holds: cells that look alike may be one and the same. */
function ownCells({ rows }: Tab, at: number): ReadonlySet<unknown> {
  const own = new Set<unknown>(rows[at]?.cells);
  own.delete(undefined);
  for (const [index, row] of rows.entries()) {
    if (index !== at) for (const cell of row?.cells ?? []) own.delete(cell);
  }
  return own;
}
