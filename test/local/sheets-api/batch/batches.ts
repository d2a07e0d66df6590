// Batches told in short, on the small spreadsheets of the grid's tests.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { ApiError } from "../../../../local/sheets-api/api-error.ts";
import { batchUpdated } from "../../../../local/sheets-api/batch/batch-update.ts";
import { parseMask } from "../../../../local/sheets-api/field-mask.ts";
import { rangeJson } from "../../../../local/sheets-api/resource/ranges.ts";
import { spreadsheetResource } from "../../../../local/sheets-api/resource/spreadsheet-resource.ts";
import { at } from "../../grid/grids.ts";

type Request = sheets_v4.Schema$Request;

/** The spreadsheet after one batch of these. */
export function batch(state: Spreadsheet, ...requests: readonly Request[]): Spreadsheet {
  return batchUpdated(state, { requests }).state;
}

/** What one request is replied. */
export function replyTo(state: Spreadsheet, request: Request): sheets_v4.Schema$Response {
  return batchUpdated(state, { requests: [request] }).replies[0] ?? {};
}

/** Why a batch is refused. */
export function refusal(state: Spreadsheet, ...requests: readonly Request[]): string {
  try {
    batchUpdated(state, { requests });
  } catch (error) {
    if (error instanceof ApiError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "done";
}

/** A range as a request names it: "B2:C4", or "Log!A1". */
export function range(state: Spreadsheet, text: string): sheets_v4.Schema$GridRange {
  return rangeJson(at(state, text));
}

/** Rows or columns of the first tab, from 0, the end not included. */
export function lines(dimension: "ROWS" | "COLUMNS", startIndex: number, endIndex: number) {
  return { sheetId: 0, dimension, startIndex, endIndex };
}

/** The first sheet as a mask leaves it. */
export function sheetSeen(state: Spreadsheet, fields: string): sheets_v4.Schema$Sheet {
  const mask = parseMask(`sheets(${fields})`);
  return spreadsheetResource(state, { ranges: [], includesGridData: false, mask }).sheets?.[0] ?? {};
}

/** Cells with these texts and numbers, as a request has them; `null` writes nothing over what is there. */
export function rowsOf(...rows: readonly (readonly (string | number | boolean | null)[])[]) {
  return rows.map((row) => ({
    values: row.map((value) => (value === null ? {} : { userEnteredValue: entered(value) })),
  }));
}

function entered(value: string | number | boolean): sheets_v4.Schema$ExtendedValue {
  if (typeof value === "string") return { stringValue: value };
  return typeof value === "number" ? { numberValue: value } : { boolValue: value };
}
