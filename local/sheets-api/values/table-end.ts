// Where `values.append` goes on. Cells that hold something and touch each other, corners included, are a table; of the
// tables that reach into the range the last one counts, and where there is none the first cell of the range does. So a gap
// ends a table, and values may land beside what a person takes for one.
// [developers.google.com/workspace/sheets/api/guides/values#append_values] That the last table is the one that ends
// furthest down, and among those the one furthest right, is ours: the guide has no example of it.

import type { GridRange } from "../../grid/protocol.ts";
import { heldIn, type Row, type Tab, usedSize } from "../../grid/spreadsheet.ts";

/** The table that values are appended to; `undefined` where the range touches none. */
export function tableIn(tab: Tab, range: GridRange): GridRange | undefined {
  const found = tablesOf(tab).filter((table) => meets(table, range));
  const [last] = found.sort((one, other) => other.bottom - one.bottom || other.right - one.right);
  return last === undefined
    ? undefined
    : {
        tab: tab.id,
        row: last.top,
        column: last.left,
        rows: last.bottom - last.top + 1,
        columns: last.right - last.left + 1,
      };
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface Table {
  box: Box;
  /** Where it turned out to be part of another. */
  isMergedInto?: Table;
}

/** Filled cells of one row that stand beside each other, and the table that they belong to. */
interface Run {
  readonly left: number;
  readonly right: number;
  readonly table: Table;
}

function tablesOf(tab: Tab): readonly Box[] {
  const tables: Table[] = [];
  let above: readonly Run[] = [];
  for (let row = 1; row <= usedSize(tab).rows; row++) {
    const runs = runsOf(tab.rows[row - 1]).map(([left, right]) => {
      const box = { top: row, left, bottom: row, right };
      const touching = above.filter((run) => run.left <= right + 1 && run.right >= left - 1);
      const table: Table = { box };
      tables.push(table);
      for (const run of touching) join(presentTable(run.table), presentTable(table));
      return { left, right, table };
    });
    above = runs;
  }
  return tables.filter(({ isMergedInto }: Table) => isMergedInto === undefined).map(({ box }) => box);
}

function join(one: Table, other: Table): void {
  if (one === other) return;
  one.box = {
    top: Math.min(one.box.top, other.box.top),
    left: Math.min(one.box.left, other.box.left),
    bottom: Math.max(one.box.bottom, other.box.bottom),
    right: Math.max(one.box.right, other.box.right),
  };
  other.isMergedInto = one;
}

function presentTable(table: Table): Table {
  let present = table;
  while (present.isMergedInto !== undefined) present = present.isMergedInto;
  return present;
}

function runsOf(row: Row | undefined): readonly (readonly [left: number, right: number])[] {
  const runs: [number, number][] = [];
  row?.cells.forEach((cell, index) => {
    if (heldIn(cell) === null) return;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === index) last[1] = index + 1;
    else runs.push([index + 1, index + 1]);
  });
  return runs;
}

function meets(box: Box, range: GridRange): boolean {
  return (
    box.top <= range.row + range.rows - 1 &&
    box.bottom >= range.row &&
    box.left <= range.column + range.columns - 1 &&
    box.right >= range.column
  );
}
