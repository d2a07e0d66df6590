// Rules of data validation, in the API's words and in the grid's. The grid knows dropdowns, checkboxes and formulas; a rule
// of another kind is not kept, and whoever brings one is told so.

import type { sheets_v4 } from "@googleapis/sheets";
import { addressText, parseAddress } from "../../grid/a1-notation.ts";
import type { GridRange, Validation } from "../../grid/protocol.ts";
import { type Spreadsheet, tabNamed } from "../../grid/spreadsheet.ts";
import { tabText } from "../range-text.ts";

type Rule = sheets_v4.Schema$DataValidationRule;
type Condition = sheets_v4.Schema$BooleanCondition;

export function validationJson(state: Spreadsheet, rule: Validation): Rule {
  const { criteria, allowsInvalid, helpText } = rule;
  const isDropdown = criteria.kind === "list" || criteria.kind === "range";
  return {
    condition: conditionJson(state, criteria),
    ...(helpText === undefined ? {} : { inputMessage: helpText }),
    ...(allowsInvalid ? {} : { strict: true }),
    ...(isDropdown && criteria.showsDropdown ? { showCustomUi: true } : {}),
  };
}

/** The rule of a cell; `undefined` where the grid knows none of that kind. `own` is the tab of the cell. */
export function validationFrom(state: Spreadsheet, rule: Rule, own: number): Validation | undefined {
  const criteria = criteriaFrom(state, rule, own);
  if (criteria === undefined) return undefined;
  const { inputMessage, strict } = rule;
  return {
    criteria,
    allowsInvalid: strict !== true,
    ...(typeof inputMessage === "string" && inputMessage !== "" ? { helpText: inputMessage } : {}),
  };
}

/** The texts of a condition's values. */
export function valuesOf({ values }: Condition): readonly string[] {
  return (values ?? []).map(({ userEnteredValue }) => userEnteredValue ?? "");
}

export function conditionOf(type: string, ...values: readonly string[]): Condition {
  if (values.length === 0) return { type };
  return { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
}

function conditionJson(state: Spreadsheet, criteria: Validation["criteria"]): Condition {
  switch (criteria.kind) {
    case "list":
      return conditionOf("ONE_OF_LIST", ...criteria.values);
    case "range":
      return conditionOf("ONE_OF_RANGE", `=${rangeFormula(state, criteria.range)}`);
    case "checkbox":
      return conditionOf("BOOLEAN");
    case "formula":
      return conditionOf("CUSTOM_FORMULA", `=${criteria.formula.replace(/^=/, "")}`);
  }
}

function criteriaFrom(state: Spreadsheet, rule: Rule, own: number): Validation["criteria"] | undefined {
  const condition = rule.condition ?? {};
  const values = valuesOf(condition);
  const showsDropdown = rule.showCustomUi === true;
  switch (condition.type) {
    case "ONE_OF_LIST":
      return values.length === 0 ? undefined : { kind: "list", values, showsDropdown };
    case "ONE_OF_RANGE": {
      const range = rangeOfFormula(state, values[0] ?? "", own);
      return range === undefined ? undefined : { kind: "range", range, showsDropdown };
    }
    case "BOOLEAN":
      return values.length === 0 ? { kind: "checkbox" } : undefined;
    case "CUSTOM_FORMULA":
      return values[0] === undefined ? undefined : { kind: "formula", formula: values[0].replace(/^=/, "") };
    default:
      return undefined;
  }
}

function rangeFormula(state: Spreadsheet, range: GridRange): string {
  const tab = state.tabs.find(({ id }) => id === range.tab);
  const fixed = addressText(range).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return tab === undefined ? "#REF!" : `${tabText(tab.name)}!${fixed}`;
}

// The value has to begin with "=". [developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#ConditionType]
function rangeOfFormula(state: Spreadsheet, text: string, own: number): GridRange | undefined {
  if (!text.startsWith("=")) return undefined;
  const address = parseAddress(text.slice(1));
  if (address === undefined) return undefined;
  const tab =
    address.tabName === undefined
      ? state.tabs.find(({ id }) => id === own)
      : tabNamed(state, address.tabName);
  if (tab === undefined) return undefined;
  const { row, column, lastRow, lastColumn } = address;
  return {
    tab: tab.id,
    row,
    column,
    rows: (lastRow ?? tab.maxRows) - row + 1,
    columns: (lastColumn ?? tab.maxColumns) - column + 1,
  };
}
