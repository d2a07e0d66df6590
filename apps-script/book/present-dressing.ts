// What stands around the cells of a tab before it is laid out: dropdowns, notes at its headers, colour rules. It is
// asked before anything is written, since a question sends every write that waits.

import { isOwnColour } from "../../shared/table/dressing/own-dressing.ts";
import {
  bareTab,
  type PresentChoices,
  type PresentColour,
  type PresentDressing,
  type PresentRule,
} from "../../shared/table/dressing/present-dressing.ts";
import {
  type ConditionalFormatRule,
  choicesOf,
  type DataValidation,
  formulaOfRule,
  type Sheet,
} from "../spreadsheet-app.ts";

export interface SheetDressing extends PresentDressing {
  /** People's colour rules as Google hands them out. */
  readonly foreignColours: readonly ConditionalFormatRule[];
}

export const bareSheet: SheetDressing = { ...bareTab, foreignColours: [] };

/** The dressing of a tab with so many rows and columns. */
export function presentDressing(
  sheet: Sheet,
  size: { readonly rows: number; readonly columns: number; readonly byRow: readonly number[] },
): SheetDressing {
  const { rows, columns } = size;
  if (rows < 2) return { ...bareTab, ...coloursOf(sheet) };
  const rulesIn = (row: number) => sheet.getRange(row, 1, 1, columns).getDataValidations()[0] ?? [];
  const [first, last] = [rulesIn(2), rulesIn(rows)];
  const notes = sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? [];
  const colours = coloursOf(sheet);
  const byRow = new Map(
    size.byRow.map((column) => {
      const cells = sheet.getRange(2, column + 1, rows - 1, 1).getDataValidations();
      return [column, cells.map(([rule = null]) => rule)] as const;
    }),
  );
  const ruleAt = (row: number, column: number) => {
    const cells = byRow.get(column);
    if (cells !== undefined) return presentRule(cells[row - 2]);
    return presentRule((row === 2 ? first : last)[column]);
  };
  return { ruleAt, notes, ...colours };
}

function coloursOf(sheet: Sheet): Pick<SheetDressing, "colours" | "foreignColours"> {
  const rules = sheet.getConditionalFormatRules();
  return {
    colours: rules.map(presentColour),
    foreignColours: rules.filter((rule) => !isOwnColour(formulaOfRule(rule))),
  };
}

function presentRule(rule: DataValidation | null | undefined): PresentRule | undefined {
  if (rule === null || rule === undefined) return undefined;
  const choices = presentChoices(rule);
  return {
    help: rule.getHelpText() ?? "",
    takesOthers: rule.getAllowInvalid(),
    ...(choices === undefined ? {} : { choices }),
  };
}

function presentChoices(rule: DataValidation): PresentChoices | undefined {
  const choices = choicesOf(rule);
  if (choices === undefined || choices.kind === "values") return choices;
  const { cells } = choices;
  return {
    kind: "cells",
    tab: cells.getSheet().getName(),
    column: cells.getColumn() - 1,
    first: cells.getRow(),
    last: cells.getLastRow(),
  };
}

function presentColour(rule: ConditionalFormatRule): PresentColour {
  const formula = formulaOfRule(rule);
  const background = rule.getBooleanCondition()?.getBackground() ?? undefined;
  return {
    ...(formula === undefined ? {} : { formula }),
    ...(background === undefined ? {} : { background }),
    ranges: rule.getRanges().map((range) => {
      return { column: range.getColumn() - 1, row: range.getRow(), lastRow: range.getLastRow() };
    }),
  };
}
