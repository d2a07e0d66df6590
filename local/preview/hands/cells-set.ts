// Cells that a command of the grid sets, as what a person does: typed texts, and ticks of boxes. The grid tells one cell for a
// whole range, or cells by row and column.

import type { WindowWish } from "../server/window-request.ts";
import type { UniverRange } from "../shown/univer-data.ts";
import { type Hands, isRange, type Params } from "./hands.ts";

export function valuesSet(params: Params, hands: Hands): readonly WindowWish[] {
  return cellsSet(params, hands).map(({ row, column, value }) => {
    const place = { tab: hands.tab, row: row + 1, column: column + 1 };
    const { typed } = hands;
    if (typed?.row === row && typed.column === column)
      return { kind: "act", act: { do: "type", ...place, text: typed.text } };
    if (hands.isCheckbox(row, column)) return { kind: "act", act: { do: "checkbox", ...place } };
    return { kind: "act", act: { do: "type", ...place, text: textOf(value) } };
  });
}

interface SetCell {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
}

function cellsSet({ range, value }: Params, hands: Hands): readonly SetCell[] {
  if (typeof value !== "object" || value === null) return [];
  const isCell = "v" in value || "p" in value || "f" in value;
  if (isCell || Array.isArray(value)) {
    const place = isRange(range) ? range : hands.selections[0];
    if (place === undefined) return [];
    return cellsOf(place).map(({ row, column }) => {
      const rows = value as readonly (readonly unknown[])[];
      return {
        row,
        column,
        value: isCell ? value : rows[row - place.startRow]?.[column - place.startColumn],
      };
    });
  }
  return Object.entries(value).flatMap(([row, cells]) =>
    Object.entries((cells ?? {}) as object).map(([column, cell]) => {
      return { row: Number(row), column: Number(column), value: cell as unknown };
    }),
  );
}

function cellsOf(range: UniverRange): readonly { readonly row: number; readonly column: number }[] {
  const columns = range.endColumn - range.startColumn + 1;
  const count = (range.endRow - range.startRow + 1) * columns;
  return Array.from({ length: count }, (_, index) => ({
    row: range.startRow + Math.floor(index / columns),
    column: range.startColumn + (index % columns),
  }));
}

function textOf(cell: unknown): string {
  const { f, v } = (cell ?? {}) as { readonly f?: unknown; readonly v?: unknown };
  if (typeof f === "string" && f !== "") return f;
  return v === undefined || v === null ? "" : String(v);
}
