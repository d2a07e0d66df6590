// What `getValues` gives for a cell, as a cell of the core. A date comes as an instant that the spreadsheet's zone
// shows as that day; the core wants the serial number that the cell really holds, which knows no zone.

import type { Cell } from "../../shared/table/cell.ts";
import { errorOrText } from "../../shared/table/error-text.ts";
import type { BookZone } from "../zone.ts";

const DAY_MS = 86_400_000;
/** The serial number of 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/** The cell that holds a value of `getValues`. */
export function cellFromValue(value: unknown, zone: Pick<BookZone, "wallMsAt">): Cell {
  if (typeof value === "string") {
    return value === "" ? null : errorOrText(value);
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (isDate(value)) return { serial: serialOf(zone.wallMsAt(value.getTime())) };
  return null;
}

// The day for itself: together with it a time of day loses its last digits, and would be another one than its cell holds.
function serialOf(wallMs: number): number {
  const day = Math.floor(wallMs / DAY_MS);
  return day + SERIAL_OF_1970 + (wallMs - day * DAY_MS) / DAY_MS;
}

// Not `instanceof`: where the sheet runs elsewhere, its dates are of another realm.
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
