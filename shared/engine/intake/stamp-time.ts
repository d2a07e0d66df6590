// When a row of answers came in, as its first column says: a date with a time, as a number or as text.

import { type Cell, isSerialCell } from "../../table/cell.ts";
import { type DayOrder, dayFromTypedText } from "../../table/day-text.ts";
import { dayFromSerial } from "../../value/day.ts";
import { type Moment, momentInZone, type Zone } from "../../value/moment.ts";

const SECONDS_IN_DAY = 86_400;
/** Days that a plain number may stand for, with a time: 1954 to 2119. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const TIME_BEHIND = /[ T,]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\.?)?$/i;

/**
 * Whether a cell holds a day with a time.
 *
 * @example
 * isTimed({ serial: 46346.75 }) //=> true
 * isTimed("2026-11-20") //=> false
 */
export function isTimed(cell: Cell): boolean {
  return wallTextOf(cell, "day first") !== undefined;
}

/**
 * The moment that the cell names in the zone of the book; `undefined` where it names none.
 *
 * @example
 * stampMoment({ serial: 46346.75 }, { zone: utc, dayOrder: "day first" }) //=> "2026-11-20T18:00:00+00:00"
 * stampMoment("20/11/2026 8:30:05", { zone: utc, dayOrder: "day first" }) //=> "2026-11-20T08:30:05+00:00"
 */
export function stampMoment(
  cell: Cell,
  how: { readonly zone: Zone; readonly dayOrder: DayOrder },
): Moment | undefined {
  const text = wallTextOf(cell, how.dayOrder);
  return text === undefined ? undefined : momentInZone(text, how.zone);
}

function wallTextOf(cell: Cell, order: DayOrder): string | undefined {
  if (typeof cell === "string") return wallTextFromText(cell.trim(), order);
  const serial = isSerialCell(cell) ? cell.serial : cell;
  if (typeof serial !== "number" || serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  if (!isSerialCell(cell) && Number.isInteger(serial)) return undefined;
  const seconds = Math.round(serial * SECONDS_IN_DAY);
  const day = dayFromSerial(Math.floor(seconds / SECONDS_IN_DAY));
  const inDay = seconds % SECONDS_IN_DAY;
  const parts = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60];
  return day === undefined ? undefined : `${day}T${parts.map(two).join(":")}`;
}

function wallTextFromText(text: string, order: DayOrder): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) return text;
  const found = TIME_BEHIND.exec(text);
  const day = found === null ? undefined : dayFromTypedText(text.slice(0, found.index), order);
  if (found === null || day === undefined) return undefined;
  const half = found[4]?.toLowerCase();
  const typed = Number(found[1]);
  const hours = half === undefined ? typed : (typed % 12) + (half === "p" ? 12 : 0);
  return hours > 23
    ? undefined
    : `${day}T${[hours, Number(found[2]), Number(found[3] ?? 0)].map(two).join(":")}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
