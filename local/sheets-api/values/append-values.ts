// `values.append`: values below the last table of a range, or at its start where it has none. The tab grows for them; what
// already stands there is written over, unless rows are to be inserted. That the tab grows in width too is unverified.

import { withInserted } from "../../grid/inserted-lines.ts";
import { checkSize } from "../../grid/limits.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { type Spreadsheet, tabById, withTab } from "../../grid/spreadsheet.ts";
import { rangeFromText, rangeText } from "../range-text.ts";
import type { Asked, Served } from "../server/asked.ts";
import { sentValues } from "./sent-values.ts";
import { tableIn } from "./table-end.ts";
import { insertionOf, valueInputOf } from "./value-options.ts";
import { includedRendering, updateAnswer } from "./write-values.ts";
import { withValues } from "./written-values.ts";

export function appendValues({ state, params, options, body }: Asked): Served {
  const input = valueInputOf(options["valueInputOption"]);
  const insertion = insertionOf(options["insertDataOption"]);
  const { rows } = sentValues(body, "data");
  const range = rangeFromText(state, params["range"] ?? "");
  const table = tableIn(tabById(state, range.tab), range);
  const size = { rows: Math.max(1, rows.length), columns: Math.max(1, ...rows.map(({ length }) => length)) };
  const start = {
    row: table === undefined ? range.row : table.row + table.rows,
    column: (table ?? range).column,
  };
  const target = { tab: range.tab, ...start, ...size };
  const roomy = withRoom(state, target, insertion);
  const done = withValues(roomy, { range: target, rows, input }, rangeText(roomy, target));
  const rendering = includedRendering(options, body);
  return {
    state: done.state,
    answer: (after) => ({
      spreadsheetId: state.id,
      ...(table === undefined ? {} : { tableRange: rangeText(state, table) }),
      updates: updateAnswer(after, { ...done, asked: target }, rendering),
    }),
  };
}

function withRoom(
  state: Spreadsheet,
  target: GridRange,
  insertion: "OVERWRITE" | "INSERT_ROWS",
): Spreadsheet {
  const isInside = target.row <= tabById(state, target.tab).maxRows;
  const opened =
    insertion === "INSERT_ROWS" && isInside
      ? withInserted(state, {
          tab: target.tab,
          axis: "rows",
          before: target.row,
          count: target.rows,
          like: "line before",
        })
      : state;
  const tab = tabById(opened, target.tab);
  const grown = withTab(opened, {
    ...tab,
    maxRows: Math.max(tab.maxRows, target.row + target.rows - 1),
    maxColumns: Math.max(tab.maxColumns, target.column + target.columns - 1),
  });
  checkSize(grown);
  return grown;
}
