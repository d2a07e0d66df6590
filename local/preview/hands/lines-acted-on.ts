// Rows and columns that a command of the grid inserts or deletes.

import type { WindowWish } from "../server/window-request.ts";
import type { UniverRange } from "../shown/univer-data.ts";
import { type Hands, isRange } from "./hands.ts";

export function inserted(
  axis: "rows" | "columns",
  range: unknown,
  { tab, selections }: Hands,
): readonly WindowWish[] {
  const place = isRange(range) ? range : selections[0];
  if (place === undefined) return [];
  return [{ kind: "act", act: { do: "insertLines", side: "before", tab, axis, ...linesOf(axis, place) } }];
}

export function deleted(
  axis: "rows" | "columns",
  range: unknown,
  { tab, selections }: Hands,
): readonly WindowWish[] {
  const place = isRange(range) ? range : selections[0];
  if (place === undefined) return [];
  return [{ kind: "act", act: { do: "deleteLines", tab, axis, ...linesOf(axis, place) } }];
}

/** The lines that a range lies in. */
export function linesOf(
  axis: "rows" | "columns",
  range: UniverRange,
): { readonly at: number; readonly count: number } {
  const [first, last] =
    axis === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  return { at: first + 1, count: last - first + 1 };
}
