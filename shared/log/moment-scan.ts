// Reading the time of a log row in place: a million of them are read for one report, so nothing is cut out of
// the text and no pattern runs. It takes the one form in which the log is written (`Moment`, or its `Z` form)
// and answers NaN to any other, so that the caller can stop with the row at hand.

import { civilToDayNumber } from "../value/day.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ZERO = 48;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const PLUS = 43;
const LETTER_T = 84;
const LETTER_Z = 90;
const SECONDS_END = 19;

/**
 * Milliseconds since 1970 on the wall clock of a written time; NaN when the text is not one.
 *
 * @example
 * scanWallMs("1970-01-01T01:00:00+01:00") //=> 3600000
 */
export function scanWallMs(text: string): number {
  if (text.length <= SECONDS_END) return NaN;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(10) !== LETTER_T)
    return NaN;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return NaN;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if ((century | year | month | dayOfMonth | hours | minutes | seconds) < 0) return NaN;
  if (month > 12 || dayOfMonth > 31 || month < 1 || dayOfMonth < 1) return NaN;
  if (hours > 23 || minutes > 59 || seconds > 59) return NaN;
  const dayNumber = civilToDayNumber(century * 100 + year, month, dayOfMonth);
  return dayNumber * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + millisOf(text);
}

/**
 * Milliseconds that the wall clock of a written time is ahead of UTC; NaN when the text names no offset.
 *
 * @example
 * scanOffsetMs("1970-01-01T01:00:00+01:00") //=> 3600000
 */
export function scanOffsetMs(text: string): number {
  const signAt = text.charCodeAt(SECONDS_END) === DOT ? SECONDS_END + 4 : SECONDS_END;
  if (text.length === signAt + 1) return text.charCodeAt(signAt) === LETTER_Z ? 0 : NaN;
  if (text.length !== signAt + 6 || text.charCodeAt(signAt + 3) !== COLON) return NaN;
  const sign = text.charCodeAt(signAt);
  const hours = twoDigits(text, signAt + 1);
  const minutes = twoDigits(text, signAt + 4);
  if ((sign !== PLUS && sign !== DASH) || (hours | minutes) < 0) return NaN;
  return (hours * 60 + minutes) * (sign === DASH ? -MINUTE_MS : MINUTE_MS);
}

function millisOf(text: string): number {
  if (text.charCodeAt(SECONDS_END) !== DOT) return 0;
  const tens = text.length < 23 ? -1 : twoDigits(text, 20);
  const ones = tens < 0 ? -1 : twoDigits(text, 21) - (tens % 10) * 10;
  return ones < 0 ? NaN : tens * 10 + ones;
}

// Whole numbers only, and negative for what is no digit: several are checked at once by their sign.
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
}
