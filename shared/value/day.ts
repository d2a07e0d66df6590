// A day is a date on the calendar, "2026-11-20", with no time and no zone. All of its arithmetic is done on
// whole numbers (days since 1970-01-01, the proleptic Gregorian calendar), never through `Date`: a `Date` is
// an instant, and a day that passes through an instant comes out as its neighbour in half of the world.

import { StagelineError } from "./stageline-error.ts";

declare const dayBrand: unique symbol;

/** An ISO 8601 calendar date between 0001-01-01 and 9999-12-31. */
export type Day = string & { readonly [dayBrand]: true };

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day that an ISO text names.
 *
 * @throws {StagelineError} `value`, when the text is not an ISO date or the date does not exist
 * @example
 * parseDay("2028-02-29") //=> "2028-02-29"
 */
export function parseDay(text: unknown): Day {
  const day = typeof text === "string" ? dayFromText(text) : undefined;
  if (day === undefined) throw new StagelineError("value", `"${String(text)}" is not a day like 2026-11-20`);
  return day;
}

/**
 * The day that an ISO text names, or `undefined` when it names none.
 *
 * @example
 * dayFromText("2026-02-29") //=> undefined
 */
export function dayFromText(text: string): Day | undefined {
  const match = DAY_PATTERN.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * The day of a year, a month (1 to 12) and a day of the month, or `undefined` when there is no such day.
 *
 * @example
 * dayFromParts(2026, 2, 29) //=> undefined
 */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(dayOfMonth)) return undefined;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  if (dayOfMonth > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day;
}

/**
 * Days since 1970-01-01, negative before it.
 *
 * @example
 * dayNumber(parseDay("1970-02-01")) //=> 31
 */
export function dayNumber(day: Day): number {
  return civilToDayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/**
 * The day that lies `number` days after 1970-01-01.
 *
 * @throws {StagelineError} `value`, outside the years 1 to 9999, or when the number is not whole
 * @example
 * dayFromNumber(20777) //=> "2026-11-20"
 */
export function dayFromNumber(number: number): Day {
  const { year, month, dayOfMonth } = civilFromDayNumber(number);
  const day = dayFromParts(year, month, dayOfMonth);
  if (day === undefined)
    throw new StagelineError("value", `day number "${number}" is not a whole number in the years 1 to 9999`);
  return day;
}

/**
 * @example
 * addDays(parseDay("2026-12-31"), 1) //=> "2027-01-01"
 */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/**
 * @example
 * weekdayOf(parseDay("2026-11-20")) //=> 5
 */
export function weekdayOf(day: Day): Weekday {
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

const SERIAL_OF_1970 = 25569;

/**
 * The serial number by which spreadsheets keep a day: days since 1899-12-30.
 *
 * Source: Google Sheets API, "Date & time serial numbers"; Excel's 1900 system agrees from 1900-03-01 on.
 *
 * @example
 * serialFromDay(parseDay("2026-03-29")) //=> 46110
 */
export function serialFromDay(day: Day): number {
  return dayNumber(day) + SERIAL_OF_1970;
}

/**
 * The day of a spreadsheet's serial number, its time of day left out; `undefined` where no day has that number.
 *
 * @example
 * dayFromSerial(46110.75) //=> "2026-03-29"
 */
export function dayFromSerial(serial: number): Day | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial >= 2958466) return undefined;
  return dayFromNumber(Math.floor(serial) - SERIAL_OF_1970);
}

/**
 * Days since 1970-01-01 of a date on the proleptic Gregorian calendar; the parts are not checked.
 *
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 *
 * @example
 * civilToDayNumber(1970, 1, 2) //=> 1
 */
export function civilToDayNumber(year: number, month: number, dayOfMonth: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilFromDayNumber(number: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
