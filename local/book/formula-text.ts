// Formulas as text: the cells that one refers to, and how it reads when it stands elsewhere. Only references are
// told apart from the rest; texts in quotes and names of functions are left alone.

import { columnLetters } from "../../shared/table/cell.ts";
import { columnNumber } from "./marks.ts";

/** A block of cells; rows from 1, columns from 0, all ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Reference extends CellRange {
  /** Absent where the formula names no tab: its own. */
  readonly tab?: string;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_383;
const TAB = String.raw`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELLS = String.raw`(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)`;
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.\]!'])${TAB}${CELLS}(?![\p{L}\p{N}_.(!])`,
  "gu",
);
const CORNER = /^(\$?)([A-Z]*)(\$?)(\d*)$/;

/** The cells that a formula names, its texts in quotes left out. */
export function referencesIn(formula: string): readonly Reference[] {
  return [...formula.matchAll(TOKEN)].flatMap((match) => {
    const cells = match[2];
    if (cells === undefined) return [];
    const tab = match[1]?.replace(/^'|'$/g, "").replace(/''/g, "'");
    return [{ ...rangeOf(cells), ...(tab === undefined ? {} : { tab }) }];
  });
}

/** The words of a formula that may be names: of a range, a table or a function. */
export function namesIn(formula: string): readonly string[] {
  return formula.replace(/"(?:[^"]|"")*"/g, "").match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? [];
}

/** The formula as it reads some rows down and some columns to the right, as when it is filled or copied. */
export function shiftedFormula(formula: string, down: number, right: number): string {
  return formula.replace(TOKEN, (whole: string, tab?: string, cells?: string) => {
    if (cells === undefined) return whole;
    const corners = cells.split(":").map((corner) => shiftedCorner(corner, down, right));
    if (corners.includes(undefined)) return "#REF!";
    return `${tab === undefined ? "" : `${tab}!`}${corners.join(":")}`;
  });
}

/** The block of cells of a reference such as "B2:C9", "C:C" or "2:4". */
export function rangeOf(cells: string): CellRange {
  const [first, last = first] = cells.replace(/\$/g, "").split(":");
  const [from, to] = [CORNER.exec(first ?? ""), CORNER.exec(last ?? "")];
  const column = (letters: string | undefined, otherwise: number): number =>
    letters === undefined || letters === "" ? otherwise : columnNumber(letters);
  const row = (digits: string | undefined, otherwise: number): number =>
    digits === undefined || digits === "" ? otherwise : Number(digits);
  return {
    firstRow: row(from?.[4], 1),
    lastRow: row(to?.[4], LAST_ROW),
    firstColumn: column(from?.[2], 0),
    lastColumn: column(to?.[2], LAST_COLUMN),
  };
}

function shiftedCorner(corner: string, down: number, right: number): string | undefined {
  const [, columnFixed = "", letters = "", rowFixed = "", digits = ""] = CORNER.exec(corner) ?? [];
  // In "2:4" the sign stands where a column's would.
  const isRowFixed = rowFixed !== "" || (letters === "" && columnFixed !== "");
  const row = digits === "" ? undefined : Number(digits) + (isRowFixed ? 0 : down);
  const column = letters === "" ? undefined : columnNumber(letters) + (columnFixed === "" ? right : 0);
  if (row !== undefined && (row < 1 || row > LAST_ROW)) return undefined;
  if (column !== undefined && (column < 0 || column > LAST_COLUMN)) return undefined;
  const lettersAfter = column === undefined ? "" : columnLetters(column);
  return `${columnFixed}${lettersAfter}${rowFixed}${row ?? ""}`;
}
