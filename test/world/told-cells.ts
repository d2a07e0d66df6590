// Of which cells a request of the Sheets API is told the values: what a program has read, a ledger must know to the cell.

import type { GridRange } from "../../local/grid/protocol.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { rangeFromText, wholeTab } from "../../local/sheets-api/range-text.ts";
import type { ApiCall } from "../../local/sheets-api/server/api-call.ts";

/** `state`: as the spreadsheet is when it is answered. @throws {Error} for a way of reading that nobody told of here yet */
export function toldCells(call: ApiCall, state: Spreadsheet): readonly GridRange[] {
  const { method = "", query, params } = call;
  const name = method.replace("sheets.spreadsheets.", "");
  const at = (texts: readonly string[]) => texts.map((text) => rangeFromText(state, text));
  switch (name) {
    case "values.get":
      return at([params["range"] ?? ""]);
    case "values.batchGet":
      return at(query["ranges"] ?? []);
    case "get":
      return hasValues(query["fields"]?.[0], query["includeGridData"]?.[0])
        ? rangesOr(at(query["ranges"] ?? []), state)
        : [];
    case "batchUpdate":
      return toldByBatch(call, state);
    case "developerMetadata.search":
      return [];
    default:
      if (call.kind === "read" || /ByDataFilter|includeValuesInResponse/.test(JSON.stringify([name, query])))
        throw new Error(`what "${name}" tells of cells is not known here`);
      return [];
  }
}

function toldByBatch({ body, query }: ApiCall, state: Spreadsheet): readonly GridRange[] {
  const wish = (body ?? {}) as {
    readonly includeSpreadsheetInResponse?: boolean;
    readonly responseIncludeGridData?: boolean;
    readonly responseRanges?: readonly string[];
  };
  if (wish.includeSpreadsheetInResponse !== true) return [];
  if (!hasValues(query["fields"]?.[0], String(wish.responseIncludeGridData ?? false))) return [];
  return rangesOr(
    (wish.responseRanges ?? []).map((text) => rangeFromText(state, text)),
    state,
  );
}

// With a mask, grid data comes where the mask names it.
function hasValues(fields: string | undefined, includesGridData: string | undefined): boolean {
  return fields === undefined ? includesGridData === "true" : /rowData|effectiveValue/.test(fields);
}

function rangesOr(ranges: readonly GridRange[], { tabs }: Spreadsheet): readonly GridRange[] {
  return ranges.length > 0 ? ranges : tabs.map(wholeTab);
}
