// A spreadsheet made from what a caller sends: its properties and its sheets, with their sizes, cells and merges.
// It goes through the same requests as a change of a spreadsheet does. Without sheets it has the usual one. What else may
// be said of a sheet is refused here, not lost: a batch can make it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { withoutTab } from "../../grid/tabs.ts";
import { invalidArgument } from "../api-error.ts";
import { batchUpdated } from "../batch/batch-update.ts";

type Sheet = sheets_v4.Schema$Sheet;

/** The fresh spreadsheet with what `body`, a spreadsheet in the API's words, says. @throws {ApiError} */
export function spreadsheetFromResource(
  body: Readonly<Record<string, unknown>>,
  fresh: Spreadsheet,
): Spreadsheet {
  const { sheets } = body as sheets_v4.Schema$Spreadsheet;
  const usual = fresh.tabs[0];
  if (sheets === undefined || sheets === null || sheets.length === 0 || usual === undefined) return fresh;
  const made = batchUpdated(fresh, {
    requests: [renamed(usual.id, SET_ASIDE), ...sheets.map(sheetRequest)],
  });
  const ids = made.replies.slice(1).map(({ addSheet }) => addSheet?.properties?.sheetId ?? usual.id);
  const requests = sheets.flatMap((sheet, index) => contentRequests(sheet, ids[index] ?? usual.id));
  const filled = requests.length === 0 ? made.state : batchUpdated(made.state, { requests }).state;
  return ids.includes(usual.id) ? filled : withoutTab(filled, usual.id);
}

// The usual sheet has the id 0: the first sheet takes its place, unless it comes with another id.
const SET_ASIDE = "\u0001";

function renamed(sheetId: number, title: string): sheets_v4.Schema$Request {
  return { updateSheetProperties: { properties: { sheetId, title }, fields: "title" } };
}

function sheetRequest({ properties }: Sheet, index: number): sheets_v4.Schema$Request {
  const { index: _, ...rest } = properties ?? {};
  if (index > 0 || (rest.sheetId ?? 0) !== 0) return { addSheet: { properties: rest } };
  return { updateSheetProperties: { properties: { title: "Sheet1", ...rest, sheetId: 0 }, fields: "*" } };
}

function contentRequests(sheet: Sheet, sheetId: number): readonly sheets_v4.Schema$Request[] {
  const odd = Object.keys(sheet).find((part) => !["properties", "data", "merges"].includes(part));
  if (odd !== undefined) throw invalidArgument(`"${odd}" of a new sheet is not made by this server`);
  const data = (sheet.data ?? []).map(({ startRow, startColumn, rowData }) => ({
    updateCells: {
      start: { sheetId, rowIndex: startRow ?? 0, columnIndex: startColumn ?? 0 },
      rows: rowData ?? [],
      fields: "userEnteredValue,userEnteredFormat,note,dataValidation",
    },
  }));
  const merges = (sheet.merges ?? []).map((range) => ({
    mergeCells: { range: { ...range, sheetId }, mergeType: "MERGE_ALL" },
  }));
  return [...data, ...merges];
}
