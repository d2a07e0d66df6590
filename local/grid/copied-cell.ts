// A cell as it reads where it is copied to: formulas, its own and that of its rule, name the cells that stand to the copy
// as the named ones stood to the original. What a formula elsewhere put into a cell is copied as a value.

import { copiedFormula } from "./references.ts";
import { withRuleFormula } from "./referring-cells.ts";
import type { GridCell } from "./spreadsheet.ts";

/** The cell as it reads some rows down and some columns to the right. */
export function copiedCell(cell: GridCell | undefined, down: number, right: number): GridCell | undefined {
  if (cell === undefined) return undefined;
  const validation = withRuleFormula(cell.validation, (formula) => copiedFormula(formula, down, right));
  const ruled = validation === cell.validation || validation === undefined ? cell : { ...cell, validation };
  const { spilled, call, ...own } = ruled;
  if (own.formula !== undefined) {
    const formula = copiedFormula(own.formula, down, right);
    return formula === own.formula && call === undefined ? ruled : { ...own, formula };
  }
  return spilled === undefined || own.value !== null ? ruled : { ...own, value: spilled };
}
