// The rules of validation on the cells of a Range.

import type { GridRange, Validation } from "../../../grid/protocol.ts";
import { newDataValidation, ruleOf } from "./data-validation.ts";
import { equalBlocks, fittingRows } from "./equal-blocks.ts";
import type { Workbook } from "./workbook.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

export function rangeValidations(workbook: Workbook, range: GridRange, self: () => Range): Partial<Range> {
  const { execution } = workbook;
  const paint = (cells: GridRange, rule: Rule | null): void => {
    const validation = rule === null ? null : ruleOf(execution, rule);
    execution.write({ do: "paint", range: cells, paint: { validation } });
  };
  return {
    getDataValidation: () => readRules(workbook, { ...range, rows: 1, columns: 1 })[0]?.[0] ?? null,
    getDataValidations: () => readRules(workbook, range),
    setDataValidation: (rule) => {
      paint(range, rule);
      return self();
    },
    setDataValidations: (rules) => {
      for (const block of equalBlocks(range, fittingRows(execution, range, rules), keyOf)) {
        paint(block.range, block.value);
      }
      return self();
    },
    clearDataValidations: () => {
      execution.write({ do: "clear", range, what: "validations" });
      return self();
    },
  };
  function keyOf(rule: Rule | null): string | null {
    return rule === null ? null : JSON.stringify(ruleOf(execution, rule));
  }
}

/** Cells with the same rule share one object: a column of ten thousand has one rule. */
function readRules(workbook: Workbook, range: GridRange): (Rule | null)[][] {
  const made = new Map<Validation, Rule>();
  const rows = workbook.execution.read<"cells">({ ask: "cells", range, what: "validations" });
  return workbook.execution.realm.rows(rows as readonly (readonly (Validation | null)[])[], (validation) => {
    if (validation === null) return null;
    const rule = made.get(validation) ?? newDataValidation(workbook, validation);
    made.set(validation, rule);
    return rule;
  });
}
