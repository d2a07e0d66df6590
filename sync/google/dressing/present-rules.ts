// Rules of cells and colours as `spreadsheets.get` tells them, in the words of the core.

import type { sheets_v4 } from "@googleapis/sheets";
import { parseAddress } from "../../../local/grid/a1-notation.ts";
import type {
  PresentChoices,
  PresentColour,
  PresentRule,
} from "../../../shared/table/dressing/present-dressing.ts";
import { hexOf } from "./colour.ts";

/** The rule of a cell; `undefined` where it has none. */
export function presentRule(rule: sheets_v4.Schema$DataValidationRule | undefined): PresentRule | undefined {
  if (rule === undefined) return undefined;
  const choices = choicesOf(rule.condition ?? {});
  return {
    help: rule.inputMessage ?? "",
    takesOthers: rule.strict !== true,
    ...(choices === undefined ? {} : { choices }),
  };
}

/** A rule that colours cells. */
export function presentColour({
  ranges = [],
  booleanRule,
}: sheets_v4.Schema$ConditionalFormatRule): PresentColour {
  const { condition, format } = booleanRule ?? {};
  const formula = condition?.type === "CUSTOM_FORMULA" ? valuesOf(condition)[0] : undefined;
  const background = hexOf(format?.backgroundColorStyle);
  return {
    ...(formula === undefined ? {} : { formula }),
    ...(background === undefined ? {} : { background }),
    ranges: ranges.map(({ startColumnIndex, startRowIndex, endRowIndex }) => ({
      column: startColumnIndex ?? 0,
      row: (startRowIndex ?? 0) + 1,
      lastRow: endRowIndex ?? Number.POSITIVE_INFINITY,
    })),
  };
}

function choicesOf(condition: sheets_v4.Schema$BooleanCondition): PresentChoices | undefined {
  const values = valuesOf(condition);
  if (condition.type === "ONE_OF_LIST") return { kind: "values", values };
  const address = condition.type === "ONE_OF_RANGE" ? parseAddress((values[0] ?? "").slice(1)) : undefined;
  if (address === undefined) return undefined;
  return {
    kind: "cells",
    tab: address.tabName ?? "",
    column: address.column - 1,
    first: address.row,
    last: address.lastRow ?? Number.POSITIVE_INFINITY,
  };
}

function valuesOf({ values }: sheets_v4.Schema$BooleanCondition): readonly string[] {
  return (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
}
