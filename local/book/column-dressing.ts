// Dropdowns, notes and colours of the columns that a layout names, drawn when all other changes are made: a
// dropdown may take its values from a tab that is laid out after it, and all of them reach the last row.
// Values that a file cannot hold in the dropdown itself stand in a hidden tab of ours, one column for each.

import { columnLetters, textOf } from "../../shared/table/cell.ts";
import type { ColumnLayout, Dropdown, TabLayout } from "../../shared/table/layout.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { addSheet, type BookDraft, findSheet } from "./book-draft.ts";
import { type CellColour, withColours, withReachingColours } from "./colours.ts";
import { dropdownReach, type Validation, withReachingDropdowns, withValidations } from "./dropdowns.ts";
import { quotedTab, tabMark } from "./marks.ts";
import { columnFor, filledRows, type SheetDraft, setCell, usedColumns, valueAt } from "./sheet-draft.ts";

/** A tab and how its columns are dressed. */
export interface Dressing {
  readonly validations: readonly Validation[];
  readonly colours: readonly CellColour[];
}

const LISTS = "_lists";
// Excel's limit for values that stand in the dropdown itself, the quotes around them included.
const MOST_INLINE_CHARACTERS = 255;
const LEAST_LIST_ROWS = 500;
const ROWS_BEYOND = 500;
const yesNo = ["yes", "no"];

/** What the layout asks for at the columns of its tab; may write the values of long dropdowns to our own tab. */
export function dressingOf(draft: BookDraft, sheet: SheetDraft, layout: TabLayout): Dressing {
  const lastRow = Math.max(layout.preparedRows + 1, dropdownReach(sheet.text), sheet.lastRow);
  const validations: Validation[] = [];
  const colours: CellColour[] = [];
  for (const column of layout.columns) {
    const at = columnFor(sheet, column.key);
    const formula = listFormula(draft, layout, column);
    if (formula !== undefined) {
      validations.push({ kind: "list", column: at, formula, strict: column.strict ?? false, lastRow });
    }
    if (column.note !== undefined && column.note !== "") {
      validations.push({ kind: "note", column: at, title: column.header, note: column.note });
    }
    for (const colour of column.colours ?? []) {
      colours.push({ column: at, text: colour.text, fill: draft.styles.fillOf(colour.background), lastRow });
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

function listFormula(draft: BookDraft, layout: TabLayout, column: ColumnLayout): string | undefined {
  const { dropdown } = column;
  if (dropdown === undefined) return undefined;
  switch (dropdown.kind) {
    case "yes/no":
      return inlineList(yesNo);
    case "values":
      if (dropdown.values.length === 0) return undefined;
      return inlineList(dropdown.values) ?? ownList(draft, `${layout.key}.${column.key}`, dropdown.values);
    case "column":
      return columnList(draft, dropdown);
  }
}

function inlineList(values: readonly string[]): string | undefined {
  const isPlain = values.every((value) => value !== "" && value === value.trim() && !/[",\n\r]/.test(value));
  const formula = `"${values.join(",")}"`;
  return isPlain && formula.length <= MOST_INLINE_CHARACTERS ? formula : undefined;
}

function columnList(draft: BookDraft, dropdown: Extract<Dropdown, { kind: "column" }>): string {
  const sheet = findSheet(draft, dropdown.tab);
  if (sheet === undefined) {
    throw new StagelineError(
      "guard",
      `a dropdown takes its values from tab "${dropdown.tab}", which is not there`,
    );
  }
  const prepared = draft.layouts.find((laidOut) => laidOut.sheet === sheet)?.layout.preparedRows ?? 0;
  const rounded = Math.ceil(sheet.lastRow / LEAST_LIST_ROWS) * LEAST_LIST_ROWS;
  const last = prepared + 1 >= sheet.lastRow && prepared > 0 ? prepared + 1 : rounded;
  return cellsFormula(sheet.name, columnFor(sheet, dropdown.column), last);
}

function ownList(draft: BookDraft, name: string, values: readonly string[]): string {
  const sheet = findSheet(draft, LISTS) ?? newLists(draft);
  const width = usedColumns(sheet);
  let column = 0;
  while (column < width && textOf(valueAt(sheet, 1, column)) !== name) column += 1;
  setCell(sheet, { row: 1, column }, name);
  values.forEach((value, index) => {
    setCell(sheet, { row: index + 2, column }, value);
  });
  for (const row of filledRows(sheet)) {
    if (row > values.length + 1) setCell(sheet, { row, column }, null);
  }
  return cellsFormula(sheet.name, column, values.length + 1);
}

function newLists(draft: BookDraft): SheetDraft {
  const sheet = addSheet(draft, { name: LISTS, hidden: true });
  sheet.key = LISTS;
  draft.names.push(tabMark(sheet.index, LISTS));
  return sheet;
}

function cellsFormula(tab: string, column: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `${quotedTab(tab)}!$${letters}$2:$${letters}$${lastRow}`;
}
