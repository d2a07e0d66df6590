// Cells as `values.get` tells them, unformatted: a number is a number whether it is shown as a day or not, and a formula's
// error is the text that is shown. Rows and rows' ends that are empty are left out.

import type { Cell } from "../../../shared/table/cell.ts";
import { errorOrText } from "../../../shared/table/error-text.ts";
import type { Table, TableRow } from "../../../shared/table/table.ts";

/**
 * The rows of a tab from its first on, as a table. The rows that are handed in become the table's own: a large book is
 * held in memory once.
 */
export function rawTable(
  tab: Pick<Table, "tab" | "key" | "marks" | "merges">,
  values: readonly unknown[][],
): Table {
  const rows: TableRow[] = [];
  values.forEach((row, index) => {
    if (index === 0) return;
    const cells = rawCells(row);
    if (cells.length > 0) rows.push({ at: index + 1, cells });
  });
  return { ...tab, header: rawCells(values[0] ?? []), rows };
}

function rawCells(values: unknown[]): readonly Cell[] {
  let length = 0;
  values.forEach((value, column) => {
    const cell = rawCell(value);
    values[column] = cell;
    if (cell !== null) length = column + 1;
  });
  values.length = length;
  return values as readonly Cell[];
}

function rawCell(value: unknown): Cell {
  if (typeof value === "string") return value === "" ? null : errorOrText(value);
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
