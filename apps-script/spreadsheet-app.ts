// The one file that touches SpreadsheetApp. Everything else gets the spreadsheet, its tabs and ranges from here, and
// asks here for what only the service itself makes: dropdowns, colour rules, the menu and its dialogs. Nothing is
// called while the script loads: before somebody allows the add-on anything, its menu must appear all the same.

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;
export type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
export type ConditionalFormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
export type DeveloperMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
export type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
export type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
export type Ui = GoogleAppsScript.Base.Ui;

/** The spreadsheet that the script belongs to. */
export function activeSpreadsheet(): Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** Menus and dialogs of the person who is at the sheet; there is none in a trigger. */
export function sheetUi(): Ui {
  return SpreadsheetApp.getUi();
}

/** Sends every write that still waits. */
export function sendWrites(): void {
  SpreadsheetApp.flush();
}

/** What a dropdown offers: texts, or whatever some cells hold at the moment. */
export type Choices =
  | { readonly kind: "values"; readonly values: readonly string[] }
  | { readonly kind: "cells"; readonly cells: Range };

/** A dropdown; other values are refused, or taken with a mark in the corner of the cell. */
export function dropdownRule(
  choices: Choices,
  { takesOthers, help }: { readonly takesOthers: boolean; readonly help: string },
): DataValidation {
  const builder = SpreadsheetApp.newDataValidation();
  const offering =
    choices.kind === "values"
      ? builder.requireValueInList([...choices.values], true)
      : builder.requireValueInRange(choices.cells, true);
  return offering.setAllowInvalid(takesOthers).setHelpText(help).build();
}

/** What a dropdown offers; `undefined` for a rule that is none. */
export function choicesOf(rule: DataValidation): Choices | undefined {
  const { DataValidationCriteria } = SpreadsheetApp;
  const [offered] = rule.getCriteriaValues() as unknown[];
  switch (rule.getCriteriaType()) {
    case DataValidationCriteria.VALUE_IN_LIST:
      return { kind: "values", values: offered as string[] };
    case DataValidationCriteria.VALUE_IN_RANGE:
      return { kind: "cells", cells: offered as Range };
    default:
      return undefined;
  }
}

/** A rule that colours the cells of `range` for which the formula, written for its first cell, is true. */
export function colourRule(range: Range, formula: string, background: string): ConditionalFormatRule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground(background)
    .setRanges([range])
    .build();
}

/** The formula of a rule that has one. */
export function formulaOfRule(rule: ConditionalFormatRule): string | undefined {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return undefined;
  return String(condition.getCriteriaValues()[0] ?? "");
}

/** What of a chart goes to the service, its cells as ranges. */
export interface ChartDrawing {
  readonly kind: "bar" | "column" | "line";
  readonly title: string;
  readonly isStacked: boolean;
  /** The column that names the points, then one for each series, all with their heads. */
  readonly columns: readonly Range[];
  /** "#rrggbb", one for each series. */
  readonly colours: readonly string[];
}

/** The chart that a builder makes of a drawing, with whatever else the builder was told. */
export function builtChart(builder: ChartBuilder, drawing: ChartDrawing): EmbeddedChart {
  const { kind, title, isStacked, columns, colours } = drawing;
  const types = { bar: Charts.ChartType.BAR, column: Charts.ChartType.COLUMN, line: Charts.ChartType.LINE };
  builder
    .setChartType(types[kind])
    .clearRanges()
    .setNumHeaders(1)
    .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS)
    .setTransposeRowsAndColumns(false);
  for (const column of columns) builder.addRange(column);
  return builder
    .setOption("title", title)
    .setOption("isStacked", isStacked)
    .setOption("colors", [...colours])
    .setOption("legend", { position: colours.length > 1 ? "bottom" : "none" })
    .setOption("useFirstColumnAsDomain", true)
    .build();
}

/** Marks are for every program that may read the sheet, not for this script alone. */
export function seenByAll(): GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility {
  return SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT;
}

/** Where a mark stands: on a column (from 0) of a tab, on a tab as a whole, or elsewhere. */
export function placeOfMark(
  mark: DeveloperMetadata,
): { readonly sheet: number; readonly column?: number } | undefined {
  const { DeveloperMetadataLocationType } = SpreadsheetApp;
  const location = mark.getLocation();
  switch (location.getLocationType()) {
    case DeveloperMetadataLocationType.COLUMN: {
      const column = location.getColumn();
      return column === null
        ? undefined
        : { sheet: column.getSheet().getSheetId(), column: column.getColumn() - 1 };
    }
    case DeveloperMetadataLocationType.SHEET: {
      const sheet = location.getSheet();
      return sheet === null ? undefined : { sheet: sheet.getSheetId() };
    }
    default:
      return undefined;
  }
}

/** The protections of a tab: of ranges of it, and of it as a whole. */
export function protectionsOf(sheet: Sheet): readonly GoogleAppsScript.Spreadsheet.Protection[] {
  const { ProtectionType } = SpreadsheetApp;
  return [...sheet.getProtections(ProtectionType.RANGE), ...sheet.getProtections(ProtectionType.SHEET)];
}
