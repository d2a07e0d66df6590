// Dropdowns, notes and colours of the columns that a layout names, drawn when all other changes are made: a
// dropdown may take its values from a tab that is laid out after it, and all of them reach the last row.

import { columnLetters } from "../../shared/table/cell.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import type { BookDraft } from "./book-draft.ts";
import { type CellColour, withColours, withReachingColours } from "./colours.ts";
import { dropdownFormula } from "./dropdown-formula.ts";
import { dropdownReach, type Validation, withReachingDropdowns, withValidations } from "./dropdowns.ts";
import { columnFor, type SheetDraft } from "./sheet-draft.ts";

/** A tab and how its columns are dressed. */
export interface Dressing {
  readonly validations: readonly Validation[];
  readonly colours: readonly CellColour[];
}

const ROWS_BEYOND = 500;

/** What the layout asks for at the columns of its tab; may write the values of long dropdowns to our own tab. */
export function dressingOf(draft: BookDraft, sheet: SheetDraft, layout: TabLayout): Dressing {
  const lastRow = Math.max(layout.preparedRows + 1, dropdownReach(sheet.text), sheet.lastRow);
  const validations: Validation[] = [];
  const colours: CellColour[] = [];
  const { exampleColour = "" } = layout;
  const exampleAt = exampleColour === "" ? undefined : `${columnLetters(columnFor(sheet, "id"))}2`;
  for (const column of layout.columns) {
    const at = columnFor(sheet, column.key);
    const formula = dropdownFormula(draft, sheet, { layout, column });
    if (formula !== undefined) {
      validations.push({ kind: "list", column: at, formula, others: column.others ?? "warn", lastRow });
    }
    if (column.note !== undefined && column.note !== "") {
      validations.push({ kind: "note", column: at, title: column.header, note: column.note });
    }
    if (exampleAt !== undefined && column.hidden !== true) {
      colours.push({ column: at, when: { exampleAt }, fill: draft.styles.fillOf(exampleColour), lastRow });
    }
    for (const { text, background } of column.colours ?? []) {
      colours.push({ column: at, when: { text }, fill: draft.styles.fillOf(background), lastRow });
    }
  }
  return { validations, colours };
}

/** The text of the tab dressed so. */
export function dressed(text: string, sheet: SheetDraft, dressing: Dressing): string {
  const columns = new Set(sheet.columns.values());
  return withColours(withValidations(text, dressing.validations, columns), dressing.colours, columns);
}

/** The text of a tab with what we drew on it before reaching the rows that were added. */
export function reachingDressing(text: string, lastRow: number): string {
  const reach = lastRow + ROWS_BEYOND;
  return withReachingColours(withReachingDropdowns(text, lastRow, reach), lastRow, reach);
}
