// `values.get` and its like: some ranges, each as it stands.

import type { GridRange } from "../../grid/protocol.ts";
import { rangesOfFilter } from "../data-filter.ts";
import { rangeFromText } from "../range-text.ts";
import type { Asked, Served } from "../server/asked.ts";
import { valueRange } from "./rendered-values.ts";
import { objectsIn } from "./sent-values.ts";
import { renderingOf } from "./value-options.ts";

export function getValues({ state, params, options }: Asked): Served {
  const rendering = renderingOf(options, "");
  const range = rangeFromText(state, params["range"] ?? "");
  return { answer: () => valueRange(state, range, rendering) };
}

export function batchGetValues({ state, query, options }: Asked): Served {
  const rendering = renderingOf(options, "");
  const ranges = (query["ranges"] ?? []).map((text) => rangeFromText(state, text));
  return {
    answer: () =>
      answerOf(
        state.id,
        "valueRanges",
        ranges.map((range) => valueRange(state, range, rendering)),
      ),
  };
}

/** A range stands once, with every filter that names it. */
export function batchGetValuesByFilter({ state, body }: Asked): Served {
  const rendering = renderingOf(body, "");
  const found = new Map<string, { range: GridRange; dataFilters: unknown[] }>();
  for (const filter of objectsIn(body["dataFilters"])) {
    for (const range of rangesOfFilter(state, filter)) {
      const name = JSON.stringify(range);
      const entry = found.get(name) ?? { range, dataFilters: [] };
      entry.dataFilters.push(filter);
      found.set(name, entry);
    }
  }
  const matched = [...found.values()].map(({ range, dataFilters }) => ({
    valueRange: valueRange(state, range, rendering),
    dataFilters,
  }));
  return { answer: () => answerOf(state.id, "valueRanges", matched) };
}

function answerOf(spreadsheetId: string, list: string, entries: readonly unknown[]): unknown {
  return { spreadsheetId, ...(entries.length === 0 ? {} : { [list]: entries }) };
}
