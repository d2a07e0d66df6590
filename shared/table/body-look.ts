// How the rows that replace the body of a tab look: areas of cells, each laid over those before it, and charts. What no
// area names is plain. It is data that every host draws in its own way; rows are numbered from 0 as the rows are that it
// comes with, and columns named by their keys.

import type { Chart } from "./chart.ts";

/** What is asked of cells; what is left out stays as an area before it said, or plain. */
export interface CellLook {
  readonly weight?: "bold";
  /** Points. @default 10 */
  readonly size?: number;
  /** Of the letters, "#rrggbb". */
  readonly colour?: string;
  /** "#rrggbb". */
  readonly background?: string;
  /** A number format that Sheets and Excel both know, such as "#,##0". */
  readonly format?: string;
  readonly align?: "left" | "center" | "right";
  /** A long text goes on below, in a row that grows with it. */
  readonly wraps?: true;
}

export interface LookArea {
  readonly firstRow: number;
  /** That one too. */
  readonly lastRow: number;
  /** Keys of columns. @default all columns that are ours */
  readonly columns?: readonly string[];
  readonly look: CellLook;
}

export interface BodyLook {
  readonly areas: readonly LookArea[];
  readonly charts: readonly Chart[];
}

/**
 * The look of each cell, by row and column as they are asked for; absent where it is plain. `keys` are the columns in the
 * order in which they are wanted.
 *
 * @example
 * const areas = [{ firstRow: 0, lastRow: 0, look: { weight: "bold" } }, { firstRow: 0, lastRow: 0, columns: ["b"], look: { size: 12 } }];
 * cellLooks(areas, { rows: 2, keys: ["a", "b"] })
 * //=> [[{ weight: "bold" }, { weight: "bold", size: 12 }], [undefined, undefined]]
 */
export function cellLooks(
  areas: readonly LookArea[],
  { rows, keys }: { readonly rows: number; readonly keys: readonly string[] },
): readonly (readonly (CellLook | undefined)[])[] {
  const looks = Array.from({ length: rows }, (): (CellLook | undefined)[] => keys.map(() => undefined));
  for (const { firstRow, lastRow, columns, look } of areas) {
    const places = columns === undefined ? keys.keys() : columns.map((key) => keys.indexOf(key)).values();
    for (const place of [...places].filter((at) => at >= 0)) {
      for (const row of looks.slice(firstRow, lastRow + 1)) row[place] = { ...row[place], ...look };
    }
  }
  return looks;
}
