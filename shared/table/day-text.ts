// Days as people type them. ISO text and names of months say which number is what; "05/06/2026" does not, and is
// read by the order of the column: day first unless that is said to be month first. A text that fits one order
// only ("11/20/2026") is read in that one. A time of day behind the day is left out. Two digits of a year are
// 1969 to 2068 (POSIX strptime, %y).

import { type Day, dayFromParts } from "../value/day.ts";
import { monthFromName } from "./month-name.ts";

export type DayOrder = "day first" | "month first";

/**
 * The day that a text names; `undefined` where it names none.
 *
 * @example
 * dayFromTypedText("05/06/2026") //=> "2026-06-05"
 * dayFromTypedText("05/06/2026", "month first") //=> "2026-05-06"
 * dayFromTypedText("Friday, 20 November 2026") //=> "2026-11-20"
 */
export function dayFromTypedText(text: string, order: DayOrder = "day first"): Day | undefined {
  const plain = text.trim();
  if (plain.length > LONGEST_DAY) return undefined;
  const dateOnly = plain.replace(TIME_BEHIND, "");
  const compact = COMPACT.exec(dateOnly);
  if (compact) return dayFromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numbers = numbersOf(dateOnly);
  if (numbers === undefined) return dayFromWords(dateOnly);
  if (numbers.yearFirst) return dayFromParts(numbers.first, numbers.second, numbers.third);
  const dayFirst = dayFromParts(numbers.third, numbers.second, numbers.first);
  const monthFirst = dayFromParts(numbers.third, numbers.first, numbers.second);
  return order === "day first" ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/**
 * The order that a text of three numbers proves; "either" where it fits both and they differ, `undefined` where
 * the order does not matter to it.
 *
 * @example
 * provenDayOrder("11/20/2026") //=> "month first"
 * provenDayOrder("05/06/2026") //=> "either"
 * provenDayOrder("2026-11-20") //=> undefined
 */
export function provenDayOrder(text: string): DayOrder | "either" | undefined {
  const numbers = numbersOf(text.trim().replace(TIME_BEHIND, ""));
  if (numbers === undefined || numbers.yearFirst || numbers.first === numbers.second) return undefined;
  const dayFirst = dayFromParts(numbers.third, numbers.second, numbers.first) !== undefined;
  const monthFirst = dayFromParts(numbers.third, numbers.first, numbers.second) !== undefined;
  if (dayFirst && monthFirst) return "either";
  if (dayFirst) return "day first";
  return monthFirst ? "month first" : undefined;
}

/**
 * Whether a text is a day beyond doubt, and not a code that looks like one ("3.1.10").
 *
 * @example
 * isPlainlyDay("20.11.2026") //=> true
 * isPlainlyDay("3.1.10") //=> false
 */
export function isPlainlyDay(text: string): boolean {
  return /\d{4}|\/|\p{L}{3}/u.test(text) && !/^\d+$/.test(text) && dayFromTypedText(text) !== undefined;
}

const LONGEST_DAY = 60;
const COMPACT = /^([12]\d{3})(\d{2})(\d{2})$/;
const TIME_BEHIND =
  /(?:T|,?\s+(?:at\s+|um\s+)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const NUMBERS = /^(\d{1,4})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})\.?$/;

interface DayNumbers {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly yearFirst: boolean;
}

function numbersOf(text: string): DayNumbers | undefined {
  const [, first = "", , second = "", third = ""] = NUMBERS.exec(text) ?? [];
  const yearFirst = first.length === 4 && third.length <= 2;
  const dayOrMonthFirst = first.length <= 2 && third.length !== 1;
  if (first === "" || !(yearFirst || dayOrMonthFirst)) return undefined;
  return {
    first: Number(first),
    second: Number(second),
    third: yearFirst ? Number(third) : yearFromText(third),
    yearFirst,
  };
}

function yearFromText(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

// "20 Nov 2026", "20-Nov-26", "November 20th, 2026", "Fri 20 de noviembre de 2026", "2026 Nov 20".
function dayFromWords(text: string): Day | undefined {
  const all = text
    .split(/[\s,./-]+/)
    .filter((word) => word !== "" && !/^(?:of|de|the|den|le|el)$/i.test(word));
  const weekdayFirst = all.length === 4 && /^\p{L}{2,}$/u.test(all[0] ?? "");
  const words = weekdayFirst ? all.slice(1) : all;
  const monthAt = words.findIndex((word) => /^\p{L}/u.test(word));
  const month = monthFromName(words[monthAt] ?? "");
  if (words.length !== 3 || month === undefined || monthAt > 1) return undefined;
  const [first = "", second = ""] = words.filter((_, index) => index !== monthAt);
  if (monthAt === 1 && /^\d{4}$/.test(first)) return dayFromParts(Number(first), month, dayOfMonth(second));
  if (!/^(?:\d{4}|\d{2})$/.test(second)) return undefined;
  return dayFromParts(yearFromText(second), month, dayOfMonth(first));
}

function dayOfMonth(text: string): number {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|e|º)?$/i.exec(text);
  return Number(match?.[1] ?? 0);
}
