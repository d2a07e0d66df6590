// The values of a tab as a table. Rows that hold nothing are left out, and a row ends with its last value, as every host
// hands tables over.

import type { Cell } from "../../shared/table/cell.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import type { BookZone } from "../zone.ts";
import { cellFromValue } from "./cell-from-value.ts";

/** The table of all values of a tab, from its first row on. */
export function tableFromValues(
  values: readonly (readonly unknown[])[],
  tab: Pick<Table, "tab" | "key" | "marks" | "merges">,
  zone: Pick<BookZone, "wallMsAt">,
): Table {
  const [header = [], ...body] = values;
  const rows: TableRow[] = [];
  body.forEach((row, index) => {
    const cells = cellsFromValues(row, zone);
    if (cells.length > 0) rows.push({ at: index + 2, cells });
  });
  return { ...tab, header: cellsFromValues(header, zone), rows };
}

/** The cells of a row, without the empty ones at its end. */
export function cellsFromValues(
  values: readonly unknown[],
  zone: Pick<BookZone, "wallMsAt">,
): readonly Cell[] {
  let length = values.length;
  while (length > 0 && values[length - 1] === "") length -= 1;
  const cells: Cell[] = [];
  for (let column = 0; column < length; column++) cells.push(cellFromValue(values[column], zone));
  return cells;
}
