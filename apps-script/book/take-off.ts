// A layout taken off a tab: the inverse of laying it out. The columns that go are emptied and look like new ones; of
// those that stay, our dropdowns and notes go. Nothing moves, so that formulas of people still mean what they meant.

import type { Step } from "../../shared/engine/writing/planned-steps.ts";
import { columnLetters } from "../../shared/table/cell.ts";
import { type ConditionalFormatRule, protectionsOf, type Sheet } from "../spreadsheet-app.ts";
import { readMarks } from "./marks.ts";
import type { OpenTab } from "./open-book.ts";
import { isOwnColour, isOwnDropdown, isOwnNote, PROTECTION_NAME } from "./own-dressing.ts";
import { presentDressing } from "./present-dressing.ts";
import { type WrittenBook, writtenTab } from "./written-book.ts";

const NEW_COLUMN_PIXELS = 100;

/**
 * Takes it off. What stands on the tab is asked only now, and sends what was written before: the same list of changes may
 * have drawn it.
 */
export function takeOff(
  book: WrittenBook,
  { draft, ours, going }: Extract<Step<OpenTab>, { kind: "takeOff" }>,
): void {
  const { sheet } = writtenTab(book, draft);
  const rows = sheet.getMaxRows();
  const present = presentDressing(sheet, {
    rows,
    columns: Math.max(1, ...ours.map((at) => at + 1)),
    byRow: [],
  });
  const protections = protectionsOf(sheet);
  const marks = readMarks(book.spreadsheet).get(sheet.getSheetId())?.kept ?? [];
  for (const at of going) emptyColumn(sheet, at);
  for (const at of ours.filter((column) => !going.includes(column))) {
    const rule = present.first[at] ?? null;
    const letters = columnLetters(at);
    if (rule !== null && isOwnDropdown(rule)) sheet.getRange(`${letters}2:${letters}`).clearDataValidations();
    if (isOwnNote(present.notes[at] ?? "")) sheet.getRange(1, at + 1).clearNote();
  }
  setForeignColours(sheet, present.colours);
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

function setForeignColours(sheet: Sheet, colours: readonly ConditionalFormatRule[]): void {
  const foreign = colours.filter((rule) => !isOwnColour(rule));
  if (foreign.length < colours.length) sheet.setConditionalFormatRules(foreign);
}
