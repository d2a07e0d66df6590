// Addresses of ranges as people and scripts write them: "A1", "B2:C9", "A:N", "2:5", with or without the name of a tab
// in front. Whole columns and rows end where the tab ends.

import { columnLetters } from "../../shared/table/cell.ts";

export interface Address {
  /** Absent where the address names no tab. */
  readonly tabName?: string;
  readonly row: number;
  readonly column: number;
  /** Absent where it goes on to the end of the tab. */
  readonly lastRow?: number;
  readonly lastColumn?: number;
}

const ADDRESS = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/;
const CORNER = /^\$?([A-Za-z]{0,3})\$?(\d*)$/;

/** `undefined` where the text is no address. */
export function parseAddress(text: string): Address | undefined {
  const [, quoted, plain, cells = ""] = ADDRESS.exec(text.trim()) ?? [];
  const tabName = quoted?.replaceAll("''", "'") ?? plain;
  const [from, to, ...rest] = cells.split(":").map(corner);
  if (from === undefined || rest.length > 0 || (cells.includes(":") && to === undefined)) return undefined;
  if (to === undefined && (from.row === undefined || from.column === undefined)) return undefined;
  const end = to ?? from;
  if ((from.row === undefined) !== (end.row === undefined) && from.row === undefined) return undefined;
  return {
    ...(tabName === undefined ? {} : { tabName }),
    row: Math.min(from.row ?? 1, end.row ?? from.row ?? 1),
    column: Math.min(from.column ?? 1, end.column ?? from.column ?? 1),
    ...(end.row === undefined ? {} : { lastRow: Math.max(from.row ?? 1, end.row) }),
    ...(end.column === undefined ? {} : { lastColumn: Math.max(from.column ?? 1, end.column) }),
  };
}

/** The address without a tab, as `getA1Notation` gives it. */
export function addressText(range: { row: number; column: number; rows: number; columns: number }): string {
  const corner = (row: number, column: number) => `${columnLetters(column - 1)}${row}`;
  const first = corner(range.row, range.column);
  if (range.rows === 1 && range.columns === 1) return first;
  return `${first}:${corner(range.row + range.rows - 1, range.column + range.columns - 1)}`;
}

function corner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const [whole, letters = "", digits = ""] = CORNER.exec(text) ?? [];
  if (whole === undefined || whole === "" || (letters === "" && digits === "")) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: digits === "" ? undefined : Number(digits), column: letters === "" ? undefined : column };
}
