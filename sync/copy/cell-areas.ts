// Rectangles of cells that are alike in one respect: a format, a note, a rule. A painted column of fifty thousand cells is
// one of them, and neighbouring columns that are alike over the same rows are one together.

import type { GridRange } from "../../local/grid/protocol.ts";
import type { GridCell, Tab } from "../../local/grid/spreadsheet.ts";

/** What tells the cells of one area from others; `undefined` for a cell that is in none. */
export type AreaName = (cell: GridCell, row: number, column: number) => string | undefined;

export interface CellArea {
  readonly range: GridRange;
  readonly name: string;
  /** The cell at its upper left. */
  readonly first: GridCell;
}

/** The areas of the tab, column by column; every cell that has a name is in just one. */
export function cellAreas(tab: Tab, nameOf: AreaName): readonly CellArea[] {
  const areas: CellArea[] = [];
  let beside = new Map<string, number>();
  const width = tab.rows.reduce((most, row) => Math.max(most, row?.cells.length ?? 0), 0);
  for (let column = 1; column <= width; column++) {
    const here = new Map<string, number>();
    for (const run of runsIn(tab, column, nameOf)) {
      const key = `${run.range.row} ${run.range.rows} ${run.name}`;
      const known = beside.get(key);
      const left = known === undefined ? undefined : areas[known];
      if (known === undefined || left === undefined) here.set(key, areas.push(run) - 1);
      else {
        areas[known] = { ...left, range: { ...left.range, columns: left.range.columns + 1 } };
        here.set(key, known);
      }
    }
    beside = here;
  }
  return areas;
}

function runsIn(tab: Tab, column: number, nameOf: AreaName): readonly CellArea[] {
  const runs: CellArea[] = [];
  let start = 0;
  let name: string | undefined;
  let first: GridCell | undefined;
  for (let row = 1; row <= tab.rows.length + 1; row++) {
    const cell = tab.rows[row - 1]?.cells[column - 1];
    const next = cell === undefined ? undefined : nameOf(cell, row, column);
    if (next === name) continue;
    if (name !== undefined && first !== undefined) {
      runs.push({ range: { tab: tab.id, row: start, column, rows: row - start, columns: 1 }, name, first });
    }
    [start, name, first] = [row, next, cell];
  }
  return runs;
}
