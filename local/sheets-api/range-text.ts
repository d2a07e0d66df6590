// Addresses as they stand in a path or a body: "Sheet1", "'my tab'!A2:C", "A1:1", the name of a named range; and how the
// API says a range back, always with the tab and both corners. Addresses such as "R1C1", which Google reads too, are not
// read here.

import { columnLetters } from "../../shared/table/cell.ts";
import { quotedTab } from "../book/marks.ts";
import { type Address, addressText, parseAddress } from "../grid/a1-notation.ts";
import type { GridRange } from "../grid/protocol.ts";
import { type Spreadsheet, type Tab, tabNamed } from "../grid/spreadsheet.ts";
import { type ApiError, invalidArgument } from "./api-error.ts";

const QUOTED_TAB = /^'((?:[^']|'')+)'$/;
const PLAIN_TAB = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LOOKS_LIKE_CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[A-Za-z]{1,3})$/;

/** @throws {ApiError} where the text names nothing, or what it names begins beyond the tab */
export function rangeFromText(state: Spreadsheet, text: string): GridRange {
  const plain = text.trim();
  const quoted = QUOTED_TAB.exec(plain)?.[1]?.replaceAll("''", "'");
  if (quoted !== undefined) return wholeTab(tabOf(state, quoted, text));
  const named = state.namedRanges.find(({ name }) => name.toLowerCase() === plain.toLowerCase());
  if (named?.range !== undefined) return named.range;
  const address = parseAddress(plain);
  if (address !== undefined) {
    const tab = address.tabName === undefined ? firstTab(state) : tabNamed(state, address.tabName);
    if (tab !== undefined) return rangeAt(tab, address);
  }
  return wholeTab(tabOf(state, plain, text));
}

/** "Sheet1!A1:B2", the tab in quotes where it has to be. */
export function rangeText(state: Spreadsheet, range: GridRange): string {
  const name = state.tabs.find(({ id }) => id === range.tab)?.name ?? "";
  return `${tabText(name)}!${addressText(range)}`;
}

/** A tab's name as the API writes it before "!". */
export function tabText(name: string): string {
  return PLAIN_TAB.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : quotedTab(name);
}

/** The refusal of what begins where the tab has ended; an end that was left open is told so. */
export function beyondTab(tab: Tab, { row, column, lastRow, lastColumn: told }: Address): ApiError {
  const lastColumn = lastRow === undefined ? (told ?? tab.maxColumns) : told;
  const first = `${columnLetters(column - 1)}${row}`;
  const last = `${lastColumn === undefined ? "" : columnLetters(lastColumn - 1)}${lastRow ?? ""}`;
  const cells = first === last ? first : `${first}:${last}`;
  const size = `Max rows: ${tab.maxRows}, max columns: ${tab.maxColumns}`;
  return invalidArgument(`Range (${tabText(tab.name)}!${cells}) exceeds grid limits. ${size}`);
}

export function wholeTab(tab: Tab): GridRange {
  return { tab: tab.id, row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns };
}

function rangeAt(tab: Tab, address: Address): GridRange {
  const lastRow = address.lastRow ?? tab.maxRows;
  const lastColumn = address.lastColumn ?? tab.maxColumns;
  if (address.row > tab.maxRows || address.column > tab.maxColumns) throw beyondTab(tab, address);
  return {
    tab: tab.id,
    row: address.row,
    column: address.column,
    rows: Math.min(lastRow, tab.maxRows) - address.row + 1,
    columns: Math.min(lastColumn, tab.maxColumns) - address.column + 1,
  };
}

function firstTab(state: Spreadsheet): Tab | undefined {
  return state.tabs.find(({ isHidden }) => !isHidden) ?? state.tabs[0];
}

function tabOf(state: Spreadsheet, name: string, text: string): Tab {
  const tab = tabNamed(state, name);
  if (tab === undefined) throw invalidArgument(`Unable to parse range: ${text}`);
  return tab;
}
