// Reading the time of a log row in place: a million of them are read for one report, so nothing is cut out of
// the text and no pattern runs. It takes the one form in which the log is written (`Moment`, or its `Z` form)
// and answers NaN to any other, so that the caller can stop with the row at hand.

import { civilToDayNumber } from "../value/day.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
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
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(10) !== LETTER_T)
    return NaN;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return NaN;
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (month > 12 || dayOfMonth > 31 || month < 1 || dayOfMonth < 1) return NaN;
  if (hours > 23 || minutes > 59 || seconds > 59) return NaN;
  const dayNumber = civilToDayNumber(twoDigits(text, 0) * 100 + twoDigits(text, 2), month, dayOfMonth);
  const millis = text.charCodeAt(SECONDS_END) === DOT ? twoDigits(text, 20) * 10 + oneDigit(text, 22) : 0;
  return dayNumber * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
}

/**
 * Milliseconds that the wall clock of a written time is ahead of UTC; NaN when the text names no offset.
 *
 * @example
 * scanOffsetMs("1970-01-01T01:00:00+01:00") //=> 3600000
 */
export function scanOffsetMs(text: string): number {
  const signAt = text.charCodeAt(SECONDS_END) === DOT ? SECONDS_END + 4 : SECONDS_END;
  const sign = text.charCodeAt(signAt);
  if (sign === LETTER_Z && text.length === signAt + 1) return 0;
  if ((sign !== PLUS && sign !== DASH) || text.length !== signAt + 6) return NaN;
  if (text.charCodeAt(signAt + 3) !== COLON) return NaN;
  const minutes = twoDigits(text, signAt + 1) * 60 + twoDigits(text, signAt + 4);
  return (sign === DASH ? -minutes : minutes) * MINUTE_MS;
}

// NaN spoils every sum that it enters, so one check of the result covers all digits.
function twoDigits(text: string, at: number): number {
  return oneDigit(text, at) * 10 + oneDigit(text, at + 1);
}

function oneDigit(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : NaN;
}
