// The cells that name other cells: by a formula, or by a rule of validation. Found row by row, so that rows which name
// nothing are not looked through.

import { rowOf } from "./cell-block.ts";
import type { Validation } from "./protocol.ts";
import type { GridCell, Row, Spreadsheet, Tab } from "./spreadsheet.ts";

/** The spreadsheet with every formula replaced that a change of names or places concerns. */
export function withFormulas(
  state: Spreadsheet,
  replace: (formula: string, tab: Tab) => string,
): Spreadsheet {
  const change = (tab: Tab) => (cell: GridCell) => {
    const formula = cell.formula === undefined ? undefined : replace(cell.formula, tab);
    const validation = withRuleFormula(cell.validation, (rule) => replace(rule, tab));
    if (formula === cell.formula && validation === cell.validation) return cell;
    return {
      ...cell,
      ...(formula === undefined ? {} : { formula }),
      ...(validation === undefined ? {} : { validation }),
    };
  };
  return { ...state, tabs: state.tabs.map((tab) => withReferringCells(tab, change(tab))) };
}

/** The rule with its formula replaced; the same one where it has none, or where the formula stays. */
export function withRuleFormula<Rule extends Validation | undefined>(
  rule: Rule,
  replace: (formula: string) => string,
): Rule {
  if (rule?.criteria.kind !== "formula") return rule;
  const formula = replace(rule.criteria.formula);
  return formula === rule.criteria.formula ? rule : { ...rule, criteria: { ...rule.criteria, formula } };
}

/** The tab with the cells replaced that have a formula, or a rule that names other cells; of some of its rows only. */
export function withReferringCells(
  tab: Tab,
  change: (cell: GridCell) => GridCell,
  isConcerned: (row: Row) => boolean = () => true,
): Tab {
  let isSame = true;
  const rows = tab.rows.map((row) => {
    if (row?.refers !== true || !isConcerned(row)) return row;
    const cells = row.cells.map((cell) => (cell === undefined ? undefined : change(cell)));
    if (cells.every((cell, index) => cell === row.cells[index])) return row;
    isSame = false;
    return rowOf(cells, row);
  });
  return isSame ? tab : { ...tab, rows };
}
