// The type of a field, guessed from a column's cells. Text is the safe answer: it keeps everything. So a type is
// only guessed when every filled cell fits it, and never where reading would change what stands there: leading
// zeros, long numbers and codes such as "3.1.10" are text.

import { normalisedEmail, normalisedPhone } from "../value/contact.ts";
import { type Cell, isBlank, isErrorCell, isSerialCell } from "./cell.ts";
import { isPlainlyDay } from "./day-text.ts";
import type { FieldType } from "./field-type.ts";
import { isLink } from "./link-text.ts";
import { namesCurrency } from "./money-text.ts";
import { numberFromText } from "./number-text.ts";
import { timeFromText } from "./time-text.ts";
import { yesNoFromText } from "./yes-no-text.ts";

/**
 * The type that every filled cell fits; "text" where there is none, or nothing is filled. Formula errors do not
 * count. "choice", "person" and "record link" are never guessed: they are text until somebody says more.
 *
 * @example
 * inferredType(["1.5", "2", ""]) //=> "number"
 * inferredType(["007", "12"]) //=> "text"
 */
export function inferredType(cells: readonly Cell[]): FieldType {
  const filled = cells.filter((cell) => !isBlank(cell) && !isErrorCell(cell));
  if (filled.length === 0) return "text";
  return GUESSES.find(([, fits]) => filled.every(fits))?.[0] ?? "text";
}

const MOST_EXACT_DIGITS = 15;

const GUESSES: readonly (readonly [FieldType, (cell: Cell) => boolean])[] = [
  ["yes/no", isYesNo],
  ["number", isNumber],
  ["money", fitsText(namesCurrency)],
  ["time", (cell) => (isSerialCell(cell) ? cell.serial < 1 : fitsText(isPlainlyTime)(cell))],
  ["day", (cell) => (isSerialCell(cell) ? cell.serial >= 1 : fitsText(isPlainlyDay)(cell))],
  ["e-mail", fitsText((text) => normalisedEmail(text) !== undefined)],
  ["link", fitsText(isLink)],
  ["phone", fitsText(isPlainlyPhone)],
];

function fitsText(fits: (text: string) => boolean): (cell: Cell) => boolean {
  return (cell) => typeof cell === "string" && fits(cell.trim());
}

// A column of 1 and 0 is a count until somebody says otherwise.
function isYesNo(cell: Cell): boolean {
  if (typeof cell === "boolean") return true;
  return typeof cell === "string" && !/^\s*[01]\s*$/.test(cell) && yesNoFromText(cell) !== undefined;
}

function isNumber(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell !== "string" || numberFromText(cell) === undefined) return false;
  const digits = cell.replace(/\D/g, "");
  return digits.length <= MOST_EXACT_DIGITS && !/^\D*0\d/.test(cell) && !/^\s*\+/.test(cell);
}

function isPlainlyTime(text: string): boolean {
  return (/:/.test(text) || /[ap]\.?m\.?$/i.test(text)) && timeFromText(text) !== undefined;
}

function isPlainlyPhone(text: string): boolean {
  return normalisedPhone(text) !== undefined && (/^\+/.test(text) || /\d[\s()/.-]+\d/.test(text));
}
