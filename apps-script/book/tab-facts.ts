// What stands around the cells of a tab that people made: formulas, dropdowns with their values, its filter, protection.
// Asked only where a tab is to become a board.

import { columnLetters } from "../../shared/table/cell.ts";
import { plainTab, type TabFacts } from "../../shared/table/tab-facts.ts";
import { choicesOf, type DataValidation, protectionsOf, type Sheet } from "../spreadsheet-app.ts";
import type { OpenBook } from "./open-book.ts";

/** The facts of the tab; those of a plain one where the book has no such tab. */
export function tabFacts(book: OpenBook, name: string): TabFacts {
  const tab = book.tabs.find(({ table }) => table.tab === name);
  if (tab === undefined) return plainTab;
  const { sheet, table } = tab;
  const width = table.rows.reduce((widest, { cells }) => Math.max(widest, cells.length), table.header.length);
  const last = table.rows.reduce((lowest, { at }) => Math.max(lowest, at), 1);
  if (width === 0 || last < 2) return plainTab;
  const filter = sheet.getFilter()?.getRange().getA1Notation();
  return {
    ...plainTab,
    formulas: formulaRows(sheet, columnLetters(width - 1), last),
    choices: choicesIn(sheet, width),
    filters: filter === undefined ? [] : [filter],
    isProtected: protectionsOf(sheet).some((each) => !each.isWarningOnly()),
  };
}

function formulaRows(sheet: Sheet, letters: string, last: number): TabFacts["formulas"] {
  const rows = new Map<number, number[]>();
  sheet
    .getRange(`A2:${letters}${last}`)
    .getFormulas()
    .forEach((cells, index) => {
      cells.forEach((formula, column) => {
        if (formula === "") return;
        const known = rows.get(column) ?? [];
        known.push(index + 2);
        rows.set(column, known);
      });
    });
  return rows;
}

// The dropdown of the first row stands for its column.
function choicesIn(sheet: Sheet, width: number): TabFacts["choices"] {
  const [rules = []] = sheet.getRange(2, 1, 1, width).getDataValidations();
  return new Map(
    rules.flatMap((rule, column) => {
      const values = rule === null ? [] : valuesOf(rule);
      return values.length === 0 ? [] : [[column, values] as const];
    }),
  );
}

function valuesOf(rule: DataValidation): readonly string[] {
  const choices = choicesOf(rule);
  if (choices === undefined) return [];
  const values = choices.kind === "values" ? choices.values : choices.cells.getDisplayValues().flat();
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}
