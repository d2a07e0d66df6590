// The methods of the Sheets API: which address is which, whether it counts as a read or a write, and what serves it. A
// method is a pure function; files, rights and the clock are dealt with around it.
// [developers.google.com/workspace/sheets/api/reference/rest]

import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { batchUpdated } from "../batch/batch-update.ts";
import { rangesOfFilter } from "../data-filter.ts";
import { type Mask, maskWants, maskWithin } from "../field-mask.ts";
import { rangeFromText } from "../range-text.ts";
import { metadataById, searchedMetadata } from "../resource/metadata-search.ts";
import { spreadsheetResource } from "../resource/spreadsheet-resource.ts";
import { appendValues } from "../values/append-values.ts";
import { batchClearValues, batchClearValuesByFilter, clearValues } from "../values/clear-values.ts";
import { batchGetValues, batchGetValuesByFilter, getValues } from "../values/read-values.ts";
import { objectsIn, textsIn } from "../values/sent-values.ts";
import { isYes } from "../values/value-options.ts";
import { batchUpdateValues, batchUpdateValuesByFilter, updateValues } from "../values/write-values.ts";
import type { Asked, Served } from "./asked.ts";

export interface SheetsMethod {
  readonly id: string;
  readonly kind: "read" | "write";
  readonly verb: "GET" | "POST" | "PUT";
  /** Behind the spreadsheet's id; names in braces are parameters. */
  readonly path: string;
  readonly serve: (asked: Asked) => Served;
}

export const sheetsMethods: readonly SheetsMethod[] = [
  { id: "get", kind: "read", verb: "GET", path: "", serve: getSpreadsheet },
  { id: "getByDataFilter", kind: "read", verb: "POST", path: ":getByDataFilter", serve: getByFilter },
  { id: "batchUpdate", kind: "write", verb: "POST", path: ":batchUpdate", serve: batchUpdate },
  ...(
    [
      { id: "append", kind: "write", verb: "POST", path: "/{range}:append", serve: appendValues },
      { id: "batchClear", kind: "write", verb: "POST", path: ":batchClear", serve: batchClearValues },
      {
        id: "batchClearByDataFilter",
        kind: "write",
        verb: "POST",
        path: ":batchClearByDataFilter",
        serve: batchClearValuesByFilter,
      },
      { id: "batchGet", kind: "read", verb: "GET", path: ":batchGet", serve: batchGetValues },
      {
        id: "batchGetByDataFilter",
        kind: "read",
        verb: "POST",
        path: ":batchGetByDataFilter",
        serve: batchGetValuesByFilter,
      },
      { id: "batchUpdate", kind: "write", verb: "POST", path: ":batchUpdate", serve: batchUpdateValues },
      {
        id: "batchUpdateByDataFilter",
        kind: "write",
        verb: "POST",
        path: ":batchUpdateByDataFilter",
        serve: batchUpdateValuesByFilter,
      },
      { id: "clear", kind: "write", verb: "POST", path: "/{range}:clear", serve: clearValues },
      { id: "get", kind: "read", verb: "GET", path: "/{range}", serve: getValues },
      { id: "update", kind: "write", verb: "PUT", path: "/{range}", serve: updateValues },
    ] as const
  ).map((method) => ({ ...method, id: `values.${method.id}`, path: `/values${method.path}` })),
  {
    id: "developerMetadata.search",
    kind: "read",
    verb: "POST",
    path: "/developerMetadata:search",
    serve: ({ state, body }) => ({ answer: () => searchedMetadata(state, body) }),
  },
  {
    id: "developerMetadata.get",
    kind: "read",
    verb: "GET",
    path: "/developerMetadata/{metadataId}",
    serve: ({ state, params }) => ({ answer: () => metadataById(state, Number(params["metadataId"])) }),
  },
];

function getSpreadsheet({ state, query, options, mask }: Asked): Served {
  const ranges = (query["ranges"] ?? []).map((text) => rangeFromText(state, text));
  // A mask says all: with one, `includeGridData` does not count.
  const includesGridData =
    mask === "all" ? isYes(options["includeGridData"]) : maskWants(mask, "sheets.data");
  return { answer: () => spreadsheetResource(state, { ranges, includesGridData, mask }) };
}

function getByFilter({ state, body, mask }: Asked): Served {
  const ranges = objectsIn(body["dataFilters"]).flatMap((filter) => rangesOfFilter(state, filter));
  const includesGridData = mask === "all" ? isYes(body["includeGridData"]) : maskWants(mask, "sheets.data");
  return { answer: () => spreadsheetResource(state, { ranges, includesGridData, mask }) };
}

function batchUpdate({ state, body, mask }: Asked): Served {
  const { state: next, replies } = batchUpdated(state, body);
  return {
    state: next,
    answer: (after) => ({
      spreadsheetId: state.id,
      replies,
      ...(isYes(body["includeSpreadsheetInResponse"]) ? updatedSpreadsheet(after, body, mask) : {}),
    }),
  };
}

function updatedSpreadsheet(state: Spreadsheet, body: Asked["body"], mask: Mask) {
  const within = maskWithin(mask, "updatedSpreadsheet");
  if (within === undefined) return {};
  const ranges = textsIn(body["responseRanges"]).map((text) => rangeFromText(state, text));
  const includesGridData =
    within === "all" ? isYes(body["responseIncludeGridData"]) : maskWants(within, "sheets.data");
  return { updatedSpreadsheet: spreadsheetResource(state, { ranges, includesGridData, mask: within }) };
}
