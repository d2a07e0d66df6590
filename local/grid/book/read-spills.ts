// Formulas of an .xlsx file that fill several cells as one. In the grid the formula stands in the first of them, and the
// others show what it put there and hold nothing of their own. Where the grid does not compute it, its results are kept.

import { rangeOf } from "../../book/formula-text.ts";
import type { SheetFormula } from "../../book/sheet-formulas.ts";
import { rowOf, tidied } from "../cell-block.ts";
import { isCustomCall } from "../custom-call.ts";
import type { FinishedCall, GridCell, Row, Value } from "../spreadsheet.ts";

type Rows = readonly (Row | undefined)[];

/** The rows with the cells that formulas fill shown as such. */
export function withSpills(rows: Rows, formulas: readonly SheetFormula[]): Rows {
  const blocks = formulas.filter(({ kind, reference }) => kind === "array" && reference !== undefined);
  return blocks.reduce(withSpill, rows);
}

function withSpill(rows: Rows, { row, column, reference = "" }: SheetFormula): Rows {
  const { lastRow, lastColumn } = rangeOf(reference);
  if (lastRow === row && lastColumn === column) return rows;
  const results: (readonly Value[])[] = [];
  const after = rows.slice();
  for (let at = row; at <= lastRow; at++) {
    const cells = after[at - 1]?.cells.slice() ?? [];
    results.push(
      Array.from({ length: lastColumn - column + 1 }, (_, right) => cells[column + right]?.value ?? null),
    );
    for (let index = column; index <= lastColumn; index++) {
      const cell = cells[index];
      if (cell !== undefined && (at !== row || index !== column)) cells[index] = shown(cell);
    }
    after[at - 1] = rowOf(cells, after[at - 1]);
  }
  return withOrigin(after, { row, column, results });
}

function withOrigin(
  rows: Rows,
  { row, column, results }: { readonly row: number; readonly column: number } & Pick<FinishedCall, "results">,
): Rows {
  const line = rows[row - 1];
  const cell = line?.cells[column];
  if (line === undefined || cell?.formula === undefined || isCustomCall(cell.formula)) return rows;
  const call: FinishedCall = { formula: cell.formula, inputs: [], results, isKept: true };
  const cells = line.cells.with(column, { ...cell, call });
  return rows.with(row - 1, rowOf(cells, line));
}

function shown(cell: GridCell): GridCell | undefined {
  if (cell.value === null) return cell;
  return tidied({ ...cell, value: null, spilled: cell.value });
}
