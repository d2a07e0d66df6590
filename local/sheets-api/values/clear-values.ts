// `values.clear` and its like: the contents go; looks, notes and rules stay.

import { withBlock, withoutContents } from "../../grid/cell-block.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { type Spreadsheet, tabById, withTab } from "../../grid/spreadsheet.ts";
import { placed } from "../api-error.ts";
import { rangesOfFilter } from "../data-filter.ts";
import { rangeFromText, rangeText } from "../range-text.ts";
import type { Asked, Served } from "../server/asked.ts";
import { objectsIn, textsIn } from "./sent-values.ts";

export function clearValues({ state, params }: Asked): Served {
  const range = rangeFromText(state, params["range"] ?? "");
  return {
    state: cleared(state, range),
    answer: () => ({ spreadsheetId: state.id, clearedRange: rangeText(state, range) }),
  };
}

export function batchClearValues({ state, body }: Asked): Served {
  return clearedRanges(
    state,
    textsIn(body["ranges"]).map((text, index) => placed(`range[${index}]`, () => rangeFromText(state, text))),
  );
}

export function batchClearValuesByFilter({ state, body }: Asked): Served {
  return clearedRanges(
    state,
    objectsIn(body["dataFilters"]).flatMap((filter) => rangesOfFilter(state, filter)),
  );
}

function clearedRanges(state: Spreadsheet, ranges: readonly GridRange[]): Served {
  const texts = ranges.map((range) => rangeText(state, range));
  return {
    state: ranges.reduce(cleared, state),
    answer: () => ({ spreadsheetId: state.id, ...(texts.length === 0 ? {} : { clearedRanges: texts }) }),
  };
}

function cleared(state: Spreadsheet, range: GridRange): Spreadsheet {
  const tab = tabById(state, range.tab);
  // Beyond the last row that is kept there is nothing to clear.
  const rows = Math.max(0, Math.min(range.rows, tab.rows.length - range.row + 1));
  return withTab(state, withBlock(tab, { ...range, rows }, withoutContents));
}
