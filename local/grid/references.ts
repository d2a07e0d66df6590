// The cells that a formula names, and how it reads when they stand elsewhere. Texts in quotes and names of functions are
// left alone. As Google writes references: "B2", "$B$2:C", "A:N", "2:4", each behind a tab's name or not.

import { columnLetters } from "../../shared/table/cell.ts";
import { columnNumber, quotedTab } from "../book/marks.ts";
import { type Shift, type Span, spanAfter } from "./shift.ts";

/** Lines from 1; what a reference leaves open ("A:A", "A2:A") is absent. */
interface Corner {
  readonly column?: number;
  readonly row?: number;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

export interface Reference {
  /** Absent where the formula names no tab: its own. */
  readonly tab?: string;
  readonly from: Corner;
  /** Absent in a reference to one cell. */
  readonly to?: Corner;
}

/** What a formula says once its cells are gone. */
export const GONE = "#REF!";

const TAB = String.raw`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const CELLS = String.raw`(${CELL}:(?:${CELL}|\$?[A-Z]{1,3}(?![\p{L}\p{N}$])|\$?\d+)|${CELL}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)`;
const BEHIND = String.raw`(?![\p{L}\p{N}_.(!])`;
const TOKEN = new RegExp(String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.\]!'$:])${TAB}${CELLS}${BEHIND}`, "giu");
const CORNER = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;
const PLAIN_TAB = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The formula with each reference replaced by what is handed back: another, the same, or `undefined` where it is gone. */
export function withReferences(
  formula: string,
  replace: (reference: Reference) => Reference | undefined,
): string {
  return formula.replace(TOKEN, (whole: string, tab?: string, cells?: string) => {
    if (cells === undefined) return whole;
    const reference = referenceFrom(tab, cells);
    const after = replace(reference);
    if (after === reference) return whole;
    return after === undefined ? GONE : referenceText(after);
  });
}

/** The reference that a text is, and nothing else. */
export function readReference(text: string): Reference | undefined {
  const [match] = text.matchAll(TOKEN);
  return match?.[2] === undefined || match[0] !== text ? undefined : referenceFrom(match[1], match[2]);
}

/** The formula as it reads after a shift; `own` is the name of its tab, `shifted` that of the tab that was changed. */
export function formulaAfter(
  formula: string,
  shift: Shift,
  names: { readonly own: string; readonly shifted: string },
): string {
  return withReferences(formula, (reference) => {
    const tab = reference.tab ?? names.own;
    return tab.toLowerCase() === names.shifted.toLowerCase() ? referenceAfter(reference, shift) : reference;
  });
}

/** The tabs that a formula names, in small letters; "" for its own. */
export function tabsNamedIn(formula: string): readonly string[] {
  return [...formula.matchAll(TOKEN)].flatMap(([, tab, cells]) =>
    cells === undefined ? [] : [referenceFrom(tab, cells).tab?.toLowerCase() ?? ""],
  );
}

/** The formula as it reads some rows down and some columns to the right, as when it is copied or filled. */
export function copiedFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  return withReferences(formula, (reference) => {
    const from = copiedCorner(reference.from, down, right);
    const to = reference.to === undefined ? undefined : copiedCorner(reference.to, down, right);
    if (from === undefined || (reference.to !== undefined && to === undefined)) return undefined;
    // As it was written: a rule that is fixed to its cells is one for all that have it.
    return from === reference.from && to === reference.to ? reference : withCorners(reference, from, to);
  });
}

/** The rows or columns that a reference names; open at the end where it leaves them open. */
export function spanOfReference({ from, to }: Reference, axis: Shift["axis"]): Span {
  const line = (corner: Corner): number | undefined => (axis === "rows" ? corner.row : corner.column);
  const [first, last] = [line(from), line(to ?? from)];
  if (first === undefined) return { first: last === undefined ? 1 : last, last: Number.POSITIVE_INFINITY };
  if (last === undefined) return { first, last: Number.POSITIVE_INFINITY };
  return { first: Math.min(first, last), last: Math.max(first, last) };
}

/** The reference with other rows and columns, each told only where it was told before. */
export function movedReference(reference: Reference, rows: Span, columns: Span): Reference {
  const corner = (present: Corner, row: number, column: number): Corner => ({
    ...present,
    ...(present.row === undefined ? {} : { row }),
    ...(present.column === undefined ? {} : { column }),
  });
  const from = corner(reference.from, rows.first, columns.first);
  const to = reference.to === undefined ? undefined : corner(reference.to, rows.last, columns.last);
  return withCorners(reference, from, to);
}

function referenceAfter(reference: Reference, shift: Shift): Reference | undefined {
  const [rows, columns] = [spanOfReference(reference, "rows"), spanOfReference(reference, "columns")];
  const axis = shift.axis === "rows" ? rows : columns;
  const isTold = [reference.from, reference.to ?? reference.from].some(
    (corner) => (shift.axis === "rows" ? corner.row : corner.column) !== undefined,
  );
  if (!isTold) return reference;
  const span = spanAfter(shift, axis);
  if (span === undefined) return undefined;
  if (span.first === axis.first && span.last === axis.last) return reference;
  return shift.axis === "rows"
    ? movedReference(reference, span, columns)
    : movedReference(reference, rows, span);
}

function referenceFrom(tab: string | undefined, cells: string): Reference {
  const [first = "", last] = cells.split(":");
  const name = tab?.replace(/^'|'$/g, "").replace(/''/g, "'");
  return {
    ...(name === undefined ? {} : { tab: name }),
    from: cornerFrom(first),
    ...(last === undefined ? {} : { to: cornerFrom(last) }),
  };
}

function cornerFrom(text: string): Corner {
  const [, first = "", letters = "", second = "", digits = ""] = CORNER.exec(text) ?? [];
  // In "2:4" the sign stands where a column's would.
  const isRowFixed = second !== "" || (letters === "" && first !== "");
  return {
    ...(letters === "" ? {} : { column: columnNumber(letters.toUpperCase()) + 1 }),
    ...(digits === "" ? {} : { row: Number(digits) }),
    isColumnFixed: letters !== "" && first !== "",
    isRowFixed,
  };
}

function copiedCorner(corner: Corner, down: number, right: number): Corner | undefined {
  const row = corner.row === undefined || corner.isRowFixed ? corner.row : corner.row + down;
  const column = corner.column === undefined || corner.isColumnFixed ? corner.column : corner.column + right;
  if ((row !== undefined && row < 1) || (column !== undefined && column < 1)) return undefined;
  if (row === corner.row && column === corner.column) return corner;
  return {
    ...corner,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
}

function withCorners(reference: Reference, from: Corner, to: Corner | undefined): Reference {
  return { ...reference, from, ...(to === undefined ? {} : { to }) };
}

function referenceText({ tab, from, to }: Reference): string {
  const before = tab === undefined ? "" : `${PLAIN_TAB.test(tab) ? tab : quotedTab(tab)}!`;
  return `${before}${cornerText(from)}${to === undefined ? "" : `:${cornerText(to)}`}`;
}

function cornerText({ column, row, isColumnFixed, isRowFixed }: Corner): string {
  const letters = column === undefined ? "" : columnLetters(column - 1);
  return `${isColumnFixed ? "$" : ""}${letters}${isRowFixed ? "$" : ""}${row ?? ""}`;
}
