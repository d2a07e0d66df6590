// Requests about filters and sorting. A filter hides rows by the texts that they show; other criteria are not kept.

import { clearedFilter, filtered } from "../../grid/people/filters.ts";
import { sorted } from "../../grid/people/sorted-rows.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { type BatchActs, type RequestOf, required } from "./batch-act.ts";

export const filterActs: BatchActs = {
  setBasicFilter: (state, request) => ({ state: withFilter(state, request) }),
  clearBasicFilter: (state, { sheetId }) => ({
    state: clearedFilter(state, sheetById(state, sheetId ?? 0).id).state,
  }),
  sortRange: (state, request) => ({ state: withSorted(state, request) }),
};

// A new filter takes the place of the one before.
function withFilter(state: Spreadsheet, request: RequestOf<"setBasicFilter">): Spreadsheet {
  const sent = required(request.filter, "filter");
  const range = gridRangeFrom(state, (sent.range ?? {}) as ApiGridRange);
  const { filter, ...tab } = sheetById(state, range.tab);
  if ((sent.sortSpecs ?? []).length > 0) throw invalidArgument("this server sorts by sortRange only");
  const specs = [
    ...Object.entries(sent.criteria ?? {}).map(([column, criteria]) => ({
      column: Number(column),
      criteria,
    })),
    ...(sent.filterSpecs ?? []).map(({ columnIndex, filterCriteria }) => ({
      column: columnIndex ?? 0,
      criteria: filterCriteria ?? {},
    })),
  ];
  const hidden = specs.map(({ column, criteria }) => {
    const { hiddenValues, ...others } = criteria as { readonly hiddenValues?: string[] | null };
    const [odd] = Object.keys(others);
    if (odd !== undefined) throw invalidArgument(`"${odd}" of a filter is not kept by this server`);
    return [column + 1, hiddenValues ?? []] as const;
  });
  const plan = { do: "setFilter", range, hidden: Object.fromEntries(hidden) } as const;
  return filtered(withTab(state, tab), plan).state;
}

function withSorted(state: Spreadsheet, request: RequestOf<"sortRange">): Spreadsheet {
  const range = gridRangeFrom(state, required(request.range, "range") as ApiGridRange);
  const by = (request.sortSpecs ?? []).map(({ dimensionIndex, sortOrder }) => ({
    column: (dimensionIndex ?? 0) + 1,
    order: sortOrder === "DESCENDING" ? ("descending" as const) : ("ascending" as const),
  }));
  if (by.length === 0) throw invalidArgument("Must specify at least one sort spec.");
  const odd = by.find(({ column }) => column < range.column || column >= range.column + range.columns);
  if (odd !== undefined) throw invalidArgument(`Sort index ${odd.column - 1} is outside the range`);
  return sorted(state, { do: "sort", range, by }).state;
}
