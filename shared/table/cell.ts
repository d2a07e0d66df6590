// A cell as every host hands it over: what the spreadsheet holds, before anybody asks what it should mean.
// A formula comes as its result. A date comes as its serial number, marked where the host can tell, because
// a spreadsheet keeps a day as a plain number: what it means is settled by the column, never by the cell.

/** A number that the spreadsheet shows as a date or a time: days since 1899-12-30 and their fraction. */
export interface SerialCell {
  readonly serial: number;
}

/** A formula's error such as `#REF!`: neither empty nor a value. */
export interface ErrorCell {
  readonly error: string;
}

/** What a cell holds; `null` is empty. */
export type Cell = string | number | boolean | null | SerialCell | ErrorCell;

/**
 * @example
 * isErrorCell({ error: "#REF!" }) //=> true
 */
export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === "object" && cell !== null && "error" in cell;
}

/**
 * @example
 * isSerialCell({ serial: 46110 }) //=> true
 */
export function isSerialCell(cell: Cell): cell is SerialCell {
  return typeof cell === "object" && cell !== null && "serial" in cell;
}

/**
 * Whether setting a cell would change nothing. A number stands already where a date with that serial number does, since
 * only the format tells them apart; a date set on a plain number is a change.
 *
 * @example
 * standsAlready({ serial: 46110 }, 46110) //=> true
 * standsAlready(46110, { serial: 46110 }) //=> false
 */
export function standsAlready(present: Cell, wanted: Cell): boolean {
  if (present === wanted) return true;
  if (present === null || typeof present !== "object" || wanted === null) return false;
  if (typeof wanted === "number") return isSerialCell(present) && present.serial === wanted;
  if (typeof wanted !== "object") return false;
  return isSerialCell(present)
    ? isSerialCell(wanted) && present.serial === wanted.serial
    : !isSerialCell(wanted) && present.error === wanted.error;
}

/**
 * Whether nothing is to be seen in the cell: empty, or white space only.
 *
 * @example
 * isBlank(" ") //=> true
 */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/**
 * The cell as text without spaces around it, for names and choices; an empty text where it is blank.
 *
 * @example
 * textOf(" Won ") //=> "Won"
 * textOf(12.5) //=> "12.5"
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return String(cell);
  return isErrorCell(cell) ? cell.error : String(cell.serial);
}

/**
 * Names as people tell them apart: case, kind of space and width of letters do not count.
 *
 * @example
 * nameKey(" New  Lead ") === nameKey("new lead") //=> true
 */
export function nameKey(name: string): string {
  return PLAIN_NAME.test(name) ? name.toLowerCase() : wholeNameKey(name);
}

// Nearly every name is plain, and names are compared all the time: no step of the long way changes anything of these.
const PLAIN_NAME = /^[!-~]+(?: [!-~]+)*$/;

function wholeNameKey(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * The letters of a column, counted from 0.
 *
 * @example
 * columnLetters(27) //=> "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * The address of a cell by its row (from 1, as people count) and its column (from 0).
 *
 * @example
 * cellAddress(7, 2) //=> "C7"
 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
