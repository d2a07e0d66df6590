// SpreadsheetApp: the door to the container, and to nothing else. Other spreadsheets need a scope that the product
// does not ask for, and say so.

import type { Execution } from "../execution.ts";
import { IN_DOCUMENT, permit, refuse } from "../permissions.ts";
import { standIn } from "../stand-in.ts";
import { booleanCriteria, newConditionalFormatBuilder } from "./conditional-format.ts";
import { dataValidationCriteria, newDataValidationBuilder } from "./data-validation.ts";
import { metadataLocationType, metadataVisibility } from "./developer-metadata.ts";
import { protectionType } from "./protection.ts";
import { newRange } from "./range.ts";
import { newSheet } from "./sheet.ts";
import { newSpreadsheetObject } from "./spreadsheet.ts";
import { newUi } from "./ui.ts";
import type { Workbook } from "./workbook.ts";

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const WHOLE_SCOPE = ["https://www.googleapis.com/auth/spreadsheets"];

export function newWorkbook(execution: Execution): Workbook {
  let spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet | undefined;
  const workbook: Workbook = {
    execution,
    spreadsheet: () => {
      spreadsheet ??= newSpreadsheetObject(workbook);
      return spreadsheet;
    },
    sheet: (tab) => newSheet(workbook, tab),
    range: (range) => newRange(workbook, range),
  };
  return workbook;
}

export function newSpreadsheetApp(workbook: Workbook): SpreadsheetApp {
  const { execution } = workbook;
  const container = (call: string) => {
    permit(execution, { call: `SpreadsheetApp.${call}`, scope: "spreadsheet", modes: IN_DOCUMENT });
    return workbook.spreadsheet();
  };
  const outside = (call: string) => (): never => refuse(execution, `SpreadsheetApp.${call}`, WHOLE_SCOPE);
  return standIn<SpreadsheetApp>({
    getActiveSpreadsheet: () => withContainer(execution, () => container("getActiveSpreadsheet")),
    getActive: () => withContainer(execution, () => container("getActive")),
    getActiveSheet: () => container("getActiveSheet").getActiveSheet(),
    getActiveRange: () => container("getActiveRange").getActiveRange() as GoogleAppsScript.Spreadsheet.Range,
    getCurrentCell: () => container("getCurrentCell").getCurrentCell() as GoogleAppsScript.Spreadsheet.Range,
    getUi: () => newUi(execution),
    flush: execution.flush,
    newDataValidation: () => newDataValidationBuilder(workbook),
    newConditionalFormatRule: () => newConditionalFormatBuilder(workbook),
    BooleanCriteria: booleanCriteria,
    DataValidationCriteria: dataValidationCriteria,
    DeveloperMetadataVisibility: metadataVisibility,
    DeveloperMetadataLocationType: metadataLocationType,
    ProtectionType: protectionType,
    openById: outside("openById"),
    openByUrl: outside("openByUrl"),
    open: outside("open"),
    create: outside("create"),
  });
}

/** A script that runs without a container gets `null`, as its documentation says. */
function withContainer<T>(execution: Execution, container: () => T): T {
  return execution.launch.book === undefined ? (null as T) : container();
}
