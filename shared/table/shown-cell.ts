// A cell as a person sees it: what a text field keeps of a number or a date, and what messages quote.

import { dayFromSerial } from "../value/day.ts";
import { decimalText } from "../value/decimal-text.ts";
import { oneLine } from "../value/safe-text.ts";
import { type Cell, isSerialCell, textOf } from "./cell.ts";
import { timeFromSerial } from "./time-text.ts";

/**
 * The cell as text: a number in its digits without an exponent, a date as an ISO day, a time as "HH:MM".
 *
 * @example
 * plainText(31612345678) //=> "31612345678"
 * plainText({ serial: 46346.75 }) //=> "2026-11-20 18:00"
 */
export function plainText(cell: Cell): string {
  if (typeof cell === "number" && Number.isFinite(cell)) return decimalText(cell);
  if (!isSerialCell(cell)) return textOf(cell);
  const parts = [dayFromSerial(cell.serial), timeFromSerial(cell.serial)].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? textOf(cell) : parts.join(" ");
}

const LONGEST_SHOWN = 60;

/**
 * The cell as messages quote it: on one line, and cut where it is long.
 *
 * @example
 * quoted("Wonn") //=> '"Wonn"'
 */
export function quoted(cell: Cell): string {
  const text = oneLine(plainText(cell));
  return `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}"`;
}
