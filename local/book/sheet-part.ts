// The rows and cells of a tab as places in its XML. Values are read and written by these same places, so that
// what is written is found again by the one eye that will read it. Rows and cells without an address count on
// from the one before. A row is cut out before its cells are searched: a search that misses must not run on
// through the rest of a large tab.

import { childNamed, type Element, endOfTag, isNameEnd, rootOf } from "./xml-element.ts";

export interface SheetText {
  readonly text: string;
  readonly root: Element;
  /** `undefined` in a tab without cells, such as a chart. */
  readonly data: Element | undefined;
  readonly prefix: string;
  /** In the order of their numbers. */
  readonly rows: readonly RowSpan[];
}

/** Places in the whole text. */
export interface RowSpan {
  /** From 1. */
  readonly at: number;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

/** Places in the whole text, as in `RowSpan`. */
export interface CellSpan {
  /** From 0. */
  readonly column: number;
  /** The number of its style; 0 where it names none. */
  readonly style: number;
  /** `t`; "n" where it names none. */
  readonly type: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

const SLASH = 47;
const SPACE = 32;

export function readSheetText(text: string): SheetText | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  const data = childNamed(text, root, "sheetData");
  return { text, root, data, prefix: root.prefix, rows: data === undefined ? [] : rowSpans(text, data) };
}

/** The cells of a row in the order of their columns. */
export function cellSpans(sheet: SheetText, row: RowSpan): readonly CellSpan[] {
  if (row.closeStart <= row.openEnd) return [];
  const [open, close] = [`<${sheet.prefix}c`, `</${sheet.prefix}c>`];
  const inside = sheet.text.slice(row.openEnd, row.closeStart);
  const cells: CellSpan[] = [];
  let isSorted = true;
  let column = -1;
  let start = inside.indexOf(open);
  while (start >= 0) {
    const nameEnd = start + open.length;
    if (!isNameEnd(inside, nameEnd)) {
      start = inside.indexOf(open, nameEnd);
      continue;
    }
    const openEnd = endOfTag(inside, nameEnd);
    const head = headOf(inside, nameEnd, openEnd);
    const before = column;
    column = head.column ?? column + 1;
    if (column <= before) isSorted = false;
    const isEmpty = inside.charCodeAt(openEnd - 2) === SLASH;
    const found = isEmpty ? openEnd : inside.indexOf(close, openEnd);
    const closeStart = found < 0 ? inside.length : found;
    const end = isEmpty ? openEnd : Math.min(closeStart + close.length, inside.length);
    cells.push({
      column,
      style: head.style,
      type: head.type,
      start: start + row.openEnd,
      openEnd: openEnd + row.openEnd,
      closeStart: closeStart + row.openEnd,
      end: end + row.openEnd,
    });
    start = inside.indexOf(open, end);
  }
  return isSorted ? cells : cells.sort((left, right) => left.column - right.column);
}

function rowSpans(text: string, data: Element): readonly RowSpan[] {
  const [open, close] = [`<${data.prefix}row`, `</${data.prefix}row>`];
  const rows: RowSpan[] = [];
  let isSorted = true;
  let at = 0;
  let start = text.indexOf(open, data.openEnd);
  while (start >= 0 && start < data.closeStart) {
    const openEnd = endOfTag(text, start + open.length);
    const before = at;
    at = rowNumber(text.slice(start, openEnd)) ?? at + 1;
    if (at <= before) isSorted = false;
    const isEmpty = text.charCodeAt(openEnd - 2) === SLASH;
    const found = isEmpty ? openEnd : text.indexOf(close, openEnd);
    const closeStart = found < 0 ? data.closeStart : found;
    const end = isEmpty ? openEnd : Math.min(closeStart + close.length, data.closeStart);
    rows.push({ at, start, openEnd, closeStart, end });
    start = text.indexOf(open, end);
  }
  return isSorted ? rows : rows.sort((left, right) => left.at - right.at);
}

function rowNumber(tag: string): number | undefined {
  const match = /\sr\s*=\s*["'](\d+)["']/.exec(tag);
  return match === null ? undefined : Number(match[1]);
}

// Read letter by letter: a large tab has a million of these, and a regular expression takes most of its time.
function headOf(
  text: string,
  from: number,
  to: number,
): { column: number | undefined; style: number; type: string } {
  let column: number | undefined;
  let style = 0;
  let type = "n";
  let index = from;
  while (index < to) {
    while (index < to && text.charCodeAt(index) <= SPACE) index++;
    const equals = text.indexOf("=", index);
    if (equals < 0 || equals >= to) break;
    const nameStart = index;
    let quote = equals + 1;
    while (quote < to && text.charCodeAt(quote) <= SPACE) quote++;
    const close = text.indexOf(text.charAt(quote), quote + 1);
    if (close < 0 || close >= to) break;
    const isOneLetter = equals === nameStart + 1 || text.charCodeAt(nameStart + 1) <= SPACE;
    if (isOneLetter) {
      const name = text.charAt(nameStart);
      if (name === "r") column = columnOfAddress(text, quote + 1, close);
      else if (name === "s") style = Number(text.slice(quote + 1, close));
      else if (name === "t") type = text.slice(quote + 1, close);
    }
    index = close + 1;
  }
  return { column, style, type };
}

function columnOfAddress(text: string, from: number, to: number): number | undefined {
  let column = 0;
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column === 0 ? undefined : column - 1;
}
