// What stands around the cells of a tab before it is laid out: dropdowns, notes at its headers, colour rules. It is
// asked before anything is written, since a question sends every write that waits, and what stands already as it should
// is left alone: drawing a dropdown anew takes the colours away that people gave its choices.

import type { ConditionalFormatRule, DataValidation, Sheet } from "../spreadsheet-app.ts";

export interface PresentDressing {
  /** The rules of the first row below the header and of the last one, by column. */
  readonly first: readonly (DataValidation | null)[];
  readonly last: readonly (DataValidation | null)[];
  readonly notes: readonly string[];
  readonly colours: readonly ConditionalFormatRule[];
  /** Column (from 0) → the rules of all its cells, where it has a dropdown by row. */
  readonly byRow: ReadonlyMap<number, readonly (DataValidation | null)[]>;
}

export const bareTab: PresentDressing = { first: [], last: [], notes: [], colours: [], byRow: new Map() };

/** The dressing of a tab with so many rows and columns. */
export function presentDressing(
  sheet: Sheet,
  size: { readonly rows: number; readonly columns: number; readonly byRow: readonly number[] },
): PresentDressing {
  const { rows, columns } = size;
  if (rows < 2) return { ...bareTab, colours: sheet.getConditionalFormatRules() };
  const rulesIn = (row: number) => sheet.getRange(row, 1, 1, columns).getDataValidations()[0] ?? [];
  return {
    first: rulesIn(2),
    last: rulesIn(rows),
    notes: sheet.getRange(1, 1, 1, columns).getNotes()[0] ?? [],
    colours: sheet.getConditionalFormatRules(),
    byRow: new Map(
      size.byRow.map((column) => {
        const cells = sheet.getRange(2, column + 1, rows - 1, 1).getDataValidations();
        return [column, cells.map(([rule = null]) => rule)] as const;
      }),
    ),
  };
}
