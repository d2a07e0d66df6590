// A number as the decimal text that a person would write, and rounding done on that text. A binary fraction
// is never what was typed: 1.005 * 100 is 100.49999999999999, so whoever multiplies loses a cent. The text of a
// number has 15 significant digits, as a spreadsheet shows and rounds it.

import { StagelineError } from "./stageline-error.ts";

/**
 * The number in decimal digits, never with an exponent and never with separators of thousands.
 *
 * @throws {StagelineError} `value`, when the number is not finite
 * @example
 * decimalText(-1e-7) //=> "-0.0000001"
 */
export function decimalText(number: number): string {
  if (!Number.isFinite(number)) throw new StagelineError("value", `"${number}" is not a number like 1234.5`);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * The number as a whole number of the units `10 ** -places`, rounded half away from zero.
 *
 * Source of the rule: IEEE 754-2019, 4.3.1, roundTiesToAway, applied to the decimal text.
 *
 * @throws {StagelineError} `value`, when the number is not finite, or has more units than can be told apart
 * @example
 * scaledHalfAwayFromZero(1.005, 2) //=> 101
 */
export function scaledHalfAwayFromZero(number: number, places: number): number {
  const text = decimalText(shownNumber(number));
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  const size = fraction.charAt(places) >= "5" ? kept + 1 : kept;
  if (!Number.isSafeInteger(size)) {
    throw new StagelineError("value", `"${text}" is larger than an exact amount can be`);
  }
  return negative && size !== 0 ? -size : size;
}

// Above this, 15 digits would leave too few decimals for any currency; such numbers are taken as they are.
const LARGEST_SHOWN = 1e11;

function shownNumber(number: number): number {
  return Math.abs(number) < LARGEST_SHOWN ? Number(number.toPrecision(15)) : number;
}
