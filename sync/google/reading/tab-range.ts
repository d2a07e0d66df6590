// Ranges of a tab as the API takes them, by the tab's name. Two apostrophes stand for one in a name.

import { columnLetters } from "../../../shared/table/cell.ts";

/** Columns from the first, and all of their rows. */
export function columnsRange(tab: string, width: number): string {
  return rangeIn(tab, `A:${columnLetters(width - 1)}`);
}

/** All cells of the tab. */
export function wholeRange(tab: string): string {
  return quotedName(tab);
}

/** Rows from 1 and columns from 0, the last ones included; without a last row, all below. */
export function blockRange(
  tab: string,
  block: { readonly first: number; readonly last?: number; readonly column: number; readonly end?: number },
): string {
  const [from, to] = [columnLetters(block.column), columnLetters(block.end ?? block.column)];
  return rangeIn(tab, `${from}${block.first}:${to}${block.last ?? ""}`);
}

function rangeIn(tab: string, range: string): string {
  return `${quotedName(tab)}!${range}`;
}

function quotedName(tab: string): string {
  return `'${tab.replaceAll("'", "''")}'`;
}
