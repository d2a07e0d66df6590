// A cell as scripts and people see it: its value, a date where its format says that it is one, and the text on the
// screen. The text is made by the format; what a format of Google's shows beyond the common ones is unverified.

import { formatValue } from "hucre";
import { type Cell, isErrorCell } from "../../shared/table/cell.ts";
import { isDateCode } from "../book/number-format.ts";
import { localeMarks } from "./locale.ts";
import { type GridCell, heldIn, type Spreadsheet, type Value } from "./spreadsheet.ts";

/** The format of a cell that nobody gave one. What Apps Script calls it is unverified. */
export const GENERAL = "General";

/** The value of a cell: a number whose format shows a date or a time is a serial number. */
export function cellValue(cell: GridCell | undefined): Cell {
  const value = heldIn(cell);
  return typeof value === "number" && showsDate(cell?.numberFormat) ? { serial: value } : value;
}

/** The text on the screen. */
export function shownText(cell: GridCell | undefined, locale: Spreadsheet["locale"]): string {
  const value = heldIn(cell);
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return value.error;
  const { tag, decimal } = localeMarks(locale);
  const format = cell?.numberFormat ?? GENERAL;
  if (format === GENERAL || format === "@") return plainDigits(value).replace(".", decimal);
  return formatValue(value, format, { locale: tag });
}

/** Whether a number format shows a date or a time. */
export function showsDate(format: string | undefined): boolean {
  if (format === undefined || format === GENERAL) return false;
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const is = isDateCode(format);
  dateFormats.set(format, is);
  return is;
}

/** The text of a value where no format counts, as in the texts of a form's answer. */
export function plainText(value: Value): string {
  if (value === null) return "";
  if (isErrorCell(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

const dateFormats = new Map<string, boolean>();
const MOST_DIGITS = 15;

// Fifteen digits count; the sixteenth is how the machine keeps the number.
function plainDigits(value: number): string {
  return String(Number(value.toPrecision(MOST_DIGITS)));
}
