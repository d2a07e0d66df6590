// A layout taken off a tab: the inverse of laying it out. The columns that go are emptied and look like new ones; of
// those that stay, our dropdowns and notes go. Nothing moves, so that formulas of people still mean what they meant.

import { columnLetters } from "../../shared/table/cell.ts";
import { type ConditionalFormatRule, protectionsOf, type Sheet } from "../spreadsheet-app.ts";
import { isOwnColour, isOwnDropdown, isOwnNote, PROTECTION_NAME } from "./own-dressing.ts";
import type { Step } from "./planned-steps.ts";
import { type PresentDressing, presentDressing } from "./present-dressing.ts";

const NEW_COLUMN_PIXELS = 100;

export interface TakingOff {
  readonly step: Extract<Step, { kind: "takeOff" }>;
  readonly sheet: Sheet;
  readonly present: PresentDressing;
  readonly protections: ReturnType<typeof protectionsOf>;
}

/** What has to be known before the first write. */
export function takingOff(step: Extract<Step, { kind: "takeOff" }>): TakingOff | undefined {
  const { open, width } = step.draft;
  if (open === undefined) return undefined;
  const { sheet, maxRows = 1 } = open;
  const present = presentDressing(sheet, { rows: maxRows, columns: Math.max(1, width), byRow: [] });
  return { step, sheet, present, protections: protectionsOf(sheet) };
}

export function takeOff({ step, sheet, present, protections }: TakingOff): void {
  for (const at of step.going) emptyColumn(sheet, at);
  for (const at of step.ours.filter((column) => !step.going.includes(column))) {
    const rule = present.first[at] ?? null;
    const letters = columnLetters(at);
    if (rule !== null && isOwnDropdown(rule)) sheet.getRange(`${letters}2:${letters}`).clearDataValidations();
    if (isOwnNote(present.notes[at] ?? "")) sheet.getRange(1, at + 1).clearNote();
  }
  setForeignColours(sheet, present.colours);
  for (const protection of protections) {
    if (protection.getDescription() === PROTECTION_NAME) protection.remove();
  }
  for (const mark of step.draft.open?.marks.kept ?? []) mark.remove();
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
