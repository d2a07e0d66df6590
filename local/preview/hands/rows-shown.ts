// The order of rows and which of them are in sight, as a command of the grid sorts and filters them.

import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import { isRange, type Params } from "./hands.ts";

export function sorted(tab: number, params: Params): readonly WindowWish[] | undefined {
  const { range, orderRules, hasTitle } = params;
  if (!isRange(range) || !Array.isArray(orderRules)) return undefined;
  const rules = orderRules as readonly { readonly type?: unknown; readonly colIndex?: unknown }[];
  const by = rules.map(({ type, colIndex }) => {
    return { column: Number(colIndex) + 1, order: type === "desc" ? "descending" : "ascending" } as const;
  });
  const rows = hasTitle === true ? { ...range, startRow: range.startRow + 1 } : range;
  return [{ kind: "act", act: { do: "sort", range: rangeFromShown(tab, rows), by } }];
}

// Colours and conditions are no list of texts.
export function filterWish(
  tab: number,
  column: unknown,
  criteria: unknown,
): readonly WindowWish[] | undefined {
  const place = { kind: "filter", tab, column: Number(column) + 1 } as const;
  if (criteria === null || criteria === undefined) return [{ ...place, shown: null }];
  const { filters } = criteria as {
    readonly filters?: { readonly filters?: readonly string[]; readonly blank?: boolean };
  };
  if (filters === undefined) return undefined;
  return [{ ...place, shown: [...(filters.filters ?? []), ...(filters.blank === true ? [""] : [])] }];
}
