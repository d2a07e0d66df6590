// The classes DataValidation and DataValidationBuilder.

import type { Validation } from "../../../grid/protocol.ts";
import type { Execution } from "../execution.ts";
import { constant, constants, standIn } from "../stand-in.ts";
import { cellsOf, type Workbook } from "./workbook.ts";

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export const dataValidationCriteria = constants<typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria>(
  "VALUE_IN_LIST",
  "VALUE_IN_RANGE",
  "CHECKBOX",
  "CUSTOM_FORMULA",
);

const CRITERIA_NAMES = {
  list: "VALUE_IN_LIST",
  range: "VALUE_IN_RANGE",
  checkbox: "CHECKBOX",
  formula: "CUSTOM_FORMULA",
} as const;

const rules = new WeakMap<object, Validation>();

/** The rule that a DataValidation stands for. */
export function ruleOf(execution: Execution, rule: Rule): Validation {
  return rules.get(rule) ?? execution.fail("The parameters don't match the method signature");
}

export function newDataValidation(workbook: Workbook, validation: Validation): Rule {
  const rule = standIn<Rule>({
    copy: () => newDataValidationBuilder(workbook, validation),
    ...answers(workbook, () => validation),
    getHelpText: () => validation.helpText ?? "",
  });
  rules.set(rule, validation);
  return rule;
}

export function newDataValidationBuilder(workbook: Workbook, from?: Validation): Builder {
  const { execution } = workbook;
  // Google's default, as its reference says of setAllowInvalid.
  let draft: Partial<Validation> & { readonly allowsInvalid: boolean } = from ?? { allowsInvalid: true };
  const ready = (): Validation => {
    if (draft.criteria === undefined) return execution.fail("Data validation rule must have criteria");
    return { ...draft, criteria: draft.criteria };
  };
  const change = (part: Partial<Validation>): Builder => {
    draft = { ...draft, ...part };
    return builder;
  };
  const builder = standIn<Builder>({
    requireValueInList: (values: readonly unknown[], showsDropdown: boolean = true) =>
      change({ criteria: { kind: "list", values: Array.from(values, String), showsDropdown } }),
    requireValueInRange: (range: object, showsDropdown: boolean = true) =>
      change({ criteria: { kind: "range", range: cellsOf(execution, range), showsDropdown } }),
    requireCheckbox: () => change({ criteria: { kind: "checkbox" } }),
    setAllowInvalid: (allowsInvalid) => change({ allowsInvalid }),
    setHelpText: (helpText) => change({ helpText }),
    build: () => newDataValidation(workbook, ready()),
    copy: () => newDataValidationBuilder(workbook, ready()),
    ...answers(workbook, ready),
    getHelpText: () => draft.helpText ?? null,
  });
  return builder;
}

function answers(workbook: Workbook, validation: () => Validation) {
  return {
    getAllowInvalid: () => validation().allowsInvalid,
    getCriteriaType: () => constant(dataValidationCriteria, CRITERIA_NAMES[validation().criteria.kind]),
    getCriteriaValues: () => workbook.execution.realm.list(criteriaValues(workbook, validation().criteria)),
  };
}

function criteriaValues(workbook: Workbook, criteria: Validation["criteria"]): readonly unknown[] {
  switch (criteria.kind) {
    case "list":
      return [workbook.execution.realm.list(criteria.values), criteria.showsDropdown];
    case "range":
      return [workbook.range(criteria.range), criteria.showsDropdown];
    case "checkbox":
      return [];
    case "formula":
      return [criteria.formula];
  }
}
