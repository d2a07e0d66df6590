// A moment is a point in time as a person in the book's zone reads it: ISO 8601 with the offset,
// "2026-10-25T02:10:00+01:00". It holds two facts. Order and hours use the instant; days use the first ten
// characters, and a number of days between two moments is told by the wall clock, so that a week across a
// change of clocks is seven days and not seven days and an hour. The core knows no zones: a host hands one in.

import { civilToDayNumber, type Day, dayFromNumber, dayFromText } from "./day.ts";
import { StagelineError } from "./stageline-error.ts";

declare const momentBrand: unique symbol;

/** ISO 8601 date and time to the second or millisecond, with an offset of `±HH:MM`. */
export type Moment = string & { readonly [momentBrand]: true };

/** A time zone as a host knows it. */
export interface Zone {
  /** IANA name, such as "Europe/Amsterdam". */
  readonly name: string;
  /** Minutes that the wall clock of the zone is ahead of UTC at an instant (milliseconds since 1970, UTC). */
  readonly offsetMinutesAt: (instantMs: number) => number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_WALL_MS = civilToDayNumber(1, 1, 1) * DAY_MS;
const END_WALL_MS = civilToDayNumber(10_000, 1, 1) * DAY_MS;
const MOMENT_PATTERN =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;
// A text that is a moment already, letter for letter: a history has a hundred thousand, and a look reads them all. The last
// of February takes the long way, which knows leap years.
const WRITTEN_MOMENT =
  /^(?!0000)\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?!-00:00)[+-](?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * The moment that an ISO text with an offset (or `Z`) names.
 *
 * @throws {StagelineError} `value`, when the text is not one, or has no offset
 * @example
 * parseMoment("2026-11-20T08:30:00Z") //=> "2026-11-20T08:30:00+00:00"
 */
export function parseMoment(text: unknown): Moment {
  if (typeof text === "string" && WRITTEN_MOMENT.test(text)) return text as Moment;
  const parsed = typeof text === "string" ? parts(text) : undefined;
  if (parsed?.offsetMinutes === undefined) {
    throw new StagelineError("value", `"${String(text)}" is not a time like 2026-11-20T08:30:00+01:00`);
  }
  return momentFromWall(parsed.wallMs, parsed.offsetMinutes);
}

/**
 * The moment that a text names in a zone: a day (its first instant), a local time, or a time with an offset
 * (then told in the zone). `undefined` when the text is none of these, or lies outside the years 1 to 9999. A local time that the clocks skip is
 * read as if they had not been changed yet (02:30 becomes 03:30); one that comes twice is its first coming.
 *
 * @example
 * momentInZone("2026-11-20", utc) //=> "2026-11-20T00:00:00+00:00"
 */
export function momentInZone(text: string, zone: Zone): Moment | undefined {
  const day = dayFromText(text);
  const parsed = parts(day === undefined ? text : `${day}T00:00:00`);
  if (parsed === undefined) return undefined;
  const instant =
    parsed.offsetMinutes === undefined
      ? instantOfWall(parsed.wallMs, zone)
      : parsed.wallMs - parsed.offsetMinutes * MINUTE_MS;
  const wall = instant + offsetAt(zone, instant) * MINUTE_MS;
  return wall < FIRST_WALL_MS || wall >= END_WALL_MS ? undefined : momentFromInstant(instant, zone);
}

/**
 * The moment at which an instant (milliseconds since 1970, UTC) falls in a zone.
 *
 * @example
 * momentFromInstant(0, utc) //=> "1970-01-01T00:00:00+00:00"
 */
export function momentFromInstant(instantMs: number, zone: Zone): Moment {
  const offsetMinutes = offsetAt(zone, instantMs);
  return momentFromWall(instantMs + offsetMinutes * MINUTE_MS, offsetMinutes);
}

/**
 * The last second of a day in a zone: what "as of" that day means.
 *
 * @example
 * endOfDay(parseDay("2017-12-31"), utc) //=> "2017-12-31T23:59:59+00:00"
 */
export function endOfDay(day: Day, zone: Zone): Moment {
  const moment = momentInZone(`${day}T23:59:59`, zone);
  if (moment === undefined) throw new StagelineError("value", `"${day}" is not a day like 2026-11-20`);
  return moment;
}

/** The zone of no offset, for tests and for books that name none. */
export const utc: Zone = { name: "UTC", offsetMinutesAt: () => 0 };

/**
 * Milliseconds since 1970 in UTC: what order and hours are told by.
 *
 * @example
 * instantMs(parseMoment("1970-01-01T01:00:00+01:00")) //=> 0
 */
export function instantMs(moment: Moment): number {
  return wallMs(moment) - offsetMinutesOf(moment) * MINUTE_MS;
}

/**
 * Milliseconds since 1970 on the wall clock of the moment's own offset: what days are told by.
 *
 * @example
 * wallMs(parseMoment("1970-01-01T01:00:00+01:00")) //=> 3600000
 */
export function wallMs(moment: Moment): number {
  const seconds = digits(moment, 11, 2) * 3600 + digits(moment, 14, 2) * 60 + digits(moment, 17, 2);
  const fraction = moment.charCodeAt(19) === 46 ? digits(moment, 20, 3) : 0;
  return (
    civilToDayNumber(digits(moment, 0, 4), digits(moment, 5, 2), digits(moment, 8, 2)) * DAY_MS +
    seconds * 1000 +
    fraction
  );
}

/**
 * Days from one moment to another by the wall clock, with their fraction.
 *
 * @example
 * daysElapsed(parseMoment("2026-10-24T12:00:00+02:00"), parseMoment("2026-10-25T12:00:00+01:00")) //=> 1
 */
export function daysElapsed(from: Moment, to: Moment): number {
  return (wallMs(to) - wallMs(from)) / DAY_MS;
}

/**
 * The day on which a moment falls where it was told.
 *
 * @example
 * dayOf(parseMoment("2026-11-20T23:30:00-05:00")) //=> "2026-11-20"
 */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10) as Day;
}

/**
 * Negative when `left` comes before `right`; for sorting.
 *
 * @example
 * compareMoments(parseMoment("2026-01-01T00:00:00Z"), parseMoment("2026-01-01T00:00:00+01:00")) > 0 //=> true
 */
export function compareMoments(left: Moment, right: Moment): number {
  if (left === right) return 0;
  // Of one offset and one length, the text itself is in order: most are, and millions are compared.
  if (left.length === right.length && hasSameOffset(left, right)) return left < right ? -1 : 1;
  return instantMs(left) - instantMs(right);
}

const OFFSET_LENGTH = 6;

// Of two texts of one length.
function hasSameOffset(left: Moment, right: Moment): boolean {
  for (let index = left.length - OFFSET_LENGTH; index < left.length; index++)
    if (left.charCodeAt(index) !== right.charCodeAt(index)) return false;
  return true;
}

function momentFromWall(wall: number, offsetMinutes: number): Moment {
  const days = Math.floor(wall / DAY_MS);
  const inDay = Math.round(wall - days * DAY_MS);
  const fraction = inDay % 1000;
  const seconds = Math.floor(inDay / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  const size = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const millis = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`;
  return `${dayFromNumber(days)}T${time}${millis}${offset}` as Moment;
}

// Two guesses settle every case: the first offset may belong to the other side of a change of clocks.
function instantOfWall(wall: number, zone: Zone): number {
  const before = wall - offsetAt(zone, wall - DAY_MS) * MINUTE_MS;
  const after = wall - offsetAt(zone, wall + DAY_MS) * MINUTE_MS;
  const fits = (instant: number) => instant + offsetAt(zone, instant) * MINUTE_MS === wall;
  if (fits(before)) return before;
  return fits(after) ? after : before;
}

// Before clocks were set to zones, places were ahead by minutes and seconds; an offset is written in minutes.
function offsetAt(zone: Zone, instant: number): number {
  return Math.round(zone.offsetMinutesAt(instant));
}

function parts(text: string): { wallMs: number; offsetMinutes: number | undefined } | undefined {
  const match = MOMENT_PATTERN.exec(text.trim());
  const day = match ? dayFromText(match[1] ?? "") : undefined;
  if (!match || day === undefined) return undefined;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const millis = Number((match[5] ?? "0").padEnd(3, "0").slice(0, 3));
  const dayNumber = civilToDayNumber(digits(day, 0, 4), digits(day, 5, 2), digits(day, 8, 2));
  return {
    wallMs: dayNumber * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis,
    offsetMinutes: match[6] === undefined ? undefined : offsetFromText(match[6]),
  };
}

function offsetFromText(text: string): number {
  if (text === "Z") return 0;
  const size = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith("-") ? -size : size;
}

function offsetMinutesOf(moment: Moment): number {
  const start = moment.length - OFFSET_LENGTH;
  const size = digits(moment, start + 1, 2) * 60 + digits(moment, start + 4, 2);
  return moment.charCodeAt(start) === 45 ? -size : size;
}

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
