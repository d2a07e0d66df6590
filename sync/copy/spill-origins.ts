// Which formula fills which cells. Google tells of a cell only that it shows something and got nothing; the formula is the
// nearest one above or to the left from which the filled cells run on without a break. A file needs to know: there, a
// formula is written together with the cells that it fills.

import { rowOf } from "../../local/grid/cell-block.ts";
import { isCustomCall } from "../../local/grid/custom-call.ts";
import {
  type FinishedCall,
  type GridCell,
  heldIn,
  type Row,
  type Tab,
  type Value,
} from "../../local/grid/spreadsheet.ts";

interface Origin {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  lastRow: number;
  lastColumn: number;
}

/** The tab with the results of each formula that fills several cells. */
export function withSpillOrigins(tab: Tab): Tab {
  const origins = filledBy(tab.rows);
  if (origins.length === 0) return tab;
  const rows = tab.rows.slice();
  for (const origin of origins) {
    const row = rows[origin.row];
    const cell = row?.cells[origin.column];
    if (row === undefined || cell?.formula === undefined) continue;
    const call: FinishedCall = {
      formula: cell.formula,
      inputs: [],
      results: resultsIn(tab.rows, origin),
      ...(isCustomCall(cell.formula) ? {} : { isKept: true }),
    };
    rows[origin.row] = rowOf(row.cells.with(origin.column, { ...cell, call }), row);
  }
  return { ...tab, rows };
}

type Rows = readonly (Row | undefined)[];

function filledBy(rows: Rows): readonly Origin[] {
  const filled = new Set<Origin>();
  const further: (Origin | undefined)[] = [];
  let above: (Origin | undefined)[] = [];
  rows.forEach((row, index) => {
    const here: (Origin | undefined)[] = [];
    if (row?.computes === true) {
      row.cells.forEach((cell, column) => {
        const near = { above: above[column], left: here[column - 1], further: further[column] };
        const origin = originOf(cell, { row: index, column, ...near });
        if (origin === undefined) return;
        here[column] = origin;
        further[column] = origin;
        if (cell?.formula !== undefined) return;
        origin.lastRow = Math.max(origin.lastRow, index);
        origin.lastColumn = Math.max(origin.lastColumn, column);
        filled.add(origin);
      });
    }
    above = here;
  });
  return [...filled];
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly above: Origin | undefined;
  readonly left: Origin | undefined;
  /** The last one above, with cells between that show nothing. */
  readonly further: Origin | undefined;
}

// A formula is the origin of its own cell. Of two that could have filled a cell it is the one that fills others already.
function originOf(
  cell: GridCell | undefined,
  { row, column, above, left, further }: Place,
): Origin | undefined {
  if (cell?.formula !== undefined) return { row, column, lastRow: row, lastColumn: column };
  if (cell?.spilled === undefined) return undefined;
  const isWide = left !== undefined && left.lastColumn > left.column;
  return isWide && above?.lastRow === above?.row ? left : (above ?? left ?? further);
}

function resultsIn(rows: Rows, { row, column, lastRow, lastColumn }: Origin): readonly (readonly Value[])[] {
  return Array.from({ length: lastRow - row + 1 }, (_, down) =>
    Array.from({ length: lastColumn - column + 1 }, (__, right) =>
      heldIn(rows[row + down]?.cells[column + right]),
    ),
  );
}
