// Short lists on a terminal, their columns one below the other, whatever script they are written in.

import { displayWidth } from "../shared/report/display-width.ts";

const GAP = "  ";

/** The rows as lines: each cell as wide as the widest of its column, the last one as it is. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? "")), 0);
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + " ".repeat(width(column) - displayWidth(cell)),
      )
      .join(GAP),
  );
}
