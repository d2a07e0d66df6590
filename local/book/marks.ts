// Our marks on columns and tabs: hidden names that belong to one tab. A name that refers to a column follows it
// when a person moves or renames it, in every spreadsheet program; nothing else in a file does. A mark whose
// column was deleted refers to `#REF!` and counts no more.

import { columnLetters } from "../../shared/table/cell.ts";
import type { NewName } from "./workbook-edit.ts";
import type { Workbook } from "./workbook-part.ts";

export interface TabMarks {
  /** The key of the layout that drew the tab. */
  readonly key?: string;
  /** Column key → column, from 0. */
  readonly columns: Readonly<Record<string, number>>;
  /** Whether some program showed the names to people; laying out hides them again. */
  readonly areShown: boolean;
}

const PREFIX = "_stageline_";
// A column's key has no dot, so no column can take the tab's own name.
const TAB_NAME = "_stageline.tab";
const COLUMN_REFERENCE =
  /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})(?:\$?\d+)?(?::\$?[A-Z]{1,3}(?:\$?\d+)?)?$/;

/** The marks of each tab, by its index; of two columns with one key the leftmost has it. */
export function marksOf(workbook: Workbook): ReadonlyMap<number, TabMarks> {
  const marks = new Map<number, { key?: string; columns: Record<string, number>; areShown: boolean }>();
  for (const { name, sheet, formula, hidden } of workbook.names) {
    if (sheet === undefined || !isMark(name)) continue;
    const tab = marks.get(sheet) ?? { columns: {}, areShown: false };
    marks.set(sheet, tab);
    tab.areShown ||= !hidden;
    const key = name.slice(PREFIX.length);
    const constant = /^"(.*)"$/.exec(formula)?.[1];
    if (name === TAB_NAME) {
      if (constant !== undefined) tab.key = constant;
      continue;
    }
    const column = columnOf(formula, workbook.sheets[sheet]?.name);
    if (column !== undefined) tab.columns[key] = Math.min(column, tab.columns[key] ?? column);
  }
  return marks;
}

/** Whether a name is a mark of ours. */
export function isMark(name: string): boolean {
  return name === TAB_NAME || name.startsWith(PREFIX);
}

export function columnMark(sheet: { index: number; name: string }, key: string, column: number): NewName {
  const letters = columnLetters(column);
  const formula = `${quotedTab(sheet.name)}!$${letters}:$${letters}`;
  return { name: PREFIX + key, sheet: sheet.index, formula };
}

export function tabMark(sheet: number, key: string): NewName {
  return { name: TAB_NAME, sheet, formula: `"${key}"` };
}

/** A tab's name as a formula writes it. */
export function quotedTab(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** The number of a column from its letters, from 0. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

function columnOf(formula: string, tab: string | undefined): number | undefined {
  const match = COLUMN_REFERENCE.exec(formula);
  const letters = match?.[3];
  const name = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  return letters === undefined || name !== tab ? undefined : columnNumber(letters);
}
