// A layout taken off a tab, as the core says what goes.

import type { Step } from "../../shared/engine/writing/planned-steps.ts";
import { columnLetters } from "../../shared/table/cell.ts";
import { PROTECTION_NAME } from "../../shared/table/dressing/own-dressing.ts";
import { NEW_COLUMN_PIXELS, takenOff } from "../../shared/table/dressing/taken-off.ts";
import { protectionsOf, type Sheet } from "../spreadsheet-app.ts";
import { readMarks } from "./marks.ts";
import type { OpenTab } from "./open-book.ts";
import { presentDressing } from "./present-dressing.ts";
import { type WrittenBook, writtenTab } from "./written-book.ts";

/**
 * Takes it off. What stands on the tab is asked only now, and sends what was written before: the same list of changes may
 * have drawn it.
 */
export function takeOff(book: WrittenBook, step: Extract<Step<OpenTab>, { kind: "takeOff" }>): void {
  const { sheet } = writtenTab(book, step.draft);
  const rows = sheet.getMaxRows();
  const columns = Math.max(1, ...step.ours.map((at) => at + 1));
  const present = presentDressing(sheet, { rows, columns, byRow: [] });
  const protections = protectionsOf(sheet);
  const marks = readMarks(book.spreadsheet).get(sheet.getSheetId())?.kept ?? [];
  const { emptied, dropdowns, notes, hasColours } = takenOff(step, present);
  for (const at of emptied) emptyColumn(sheet, at);
  for (const at of dropdowns) {
    sheet.getRange(`${columnLetters(at)}2:${columnLetters(at)}`).clearDataValidations();
  }
  for (const at of notes) sheet.getRange(1, at + 1).clearNote();
  if (hasColours) sheet.setConditionalFormatRules([...present.foreignColours]);
  for (const protection of protections) {
    if (protection.getDescription() === PROTECTION_NAME) protection.remove();
  }
  for (const mark of marks) mark.remove();
}

function emptyColumn(sheet: Sheet, at: number): void {
  const letters = columnLetters(at);
  const column = sheet.getRange(`${letters}:${letters}`);
  column.clearContent();
  column.clearFormat();
  column.clearDataValidations();
  column.clearNote();
  sheet.showColumns(at + 1);
  sheet.setColumnWidth(at + 1, NEW_COLUMN_PIXELS);
}
