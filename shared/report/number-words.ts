// How numbers are told to people, in one place for text, page and charts. It owns the rule that a share of
// fewer than five is told as "k of n" and never as a percentage: two of three is not 67 %. Rates come as
// 0 to 1 and are rounded here for the eye only; a rate that is not quite 0 or 1 never reads as 0 % or 100 %.

import { dayFromText } from "../value/day.ts";
import { dayInWords } from "../value/day-words.ts";
import { formatMoney, type Money } from "../value/money.ts";
import { pluralOf } from "../value/noun.ts";

/** Below this many records a page or text shows no percentage and no usual time (house rule). */
const FEWEST_FOR_A_RATE = 5;

/** A share of n: what it comes to, and where its 95 % interval lies. */
export interface Rate {
  readonly n: number;
  readonly rate?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * Whether a figure on `n` records says too little to be shown.
 *
 * @example
 * isTooFew(4) //=> true
 */
export function isTooFew(n: number): boolean {
  return n < FEWEST_FOR_A_RATE;
}

/**
 * The percentage of a rate, or `undefined` where none may be shown: it is unknown, or stands on too few.
 *
 * @example
 * rateWords({ n: 8300, rate: 0.510602 }) //=> "51 %"
 * rateWords({ n: 4, rate: 0.5 }) //=> undefined
 */
export function rateWords(rate: Rate): string | undefined {
  return rate.rate === undefined || isTooFew(rate.n) ? undefined : percentWords(rate.rate);
}

/**
 * The interval of a rate, or `undefined` where none may be shown or it is too narrow to be seen.
 *
 * @example
 * rangeWords({ n: 50, low: 0.143, high: 0.374 }) //=> "14–37 %"
 */
export function rangeWords(rate: Rate): string | undefined {
  if (rate.low === undefined || rate.high === undefined || isTooFew(rate.n)) return undefined;
  const [low, high] = [Math.round(rate.low * 100), Math.round(rate.high * 100)];
  return low === high ? undefined : `${low}–${high} %`;
}

/**
 * k of n, with the percentage and the interval where they may be shown.
 *
 * @example
 * shareWords(4238, { n: 8300, rate: 0.510602, low: 0.4998, high: 0.5213 }) //=> "4,238 of 8,300 (51 %, 50–52 %)"
 * shareWords(2, { n: 3, rate: 0.666667 }) //=> "2 of 3"
 */
export function shareWords(k: number, rate: Rate): string {
  return `${numberWords(k)} of ${numberWords(rate.n)}${bracketWords(rate)}`;
}

/**
 * The percentage and the interval in brackets, to follow other words; empty where none may be shown.
 *
 * @example
 * bracketWords({ n: 50, rate: 0.24, low: 0.143, high: 0.374 }) //=> " (24 %, 14–37 %)"
 */
export function bracketWords(rate: Rate): string {
  const told = [rateWords(rate), rangeWords(rate)].filter((words) => words !== undefined);
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

/**
 * A rate in whole percent.
 *
 * @example
 * percentWords(0.631501) //=> "63 %"
 * percentWords(0.001) //=> "under 1 %"
 */
export function percentWords(rate: number): string {
  const percent = Math.round(rate * 100);
  if (percent === 0 && rate > 0) return "under 1 %";
  if (percent === 100 && rate < 1) return "over 99 %";
  return `${numberWords(percent)} %`;
}

/**
 * A number with a comma between thousands and at most two decimals.
 *
 * @example
 * numberWords(8800) //=> "8,800"
 */
export function numberWords(value: number): string {
  const [whole = "", decimals] = String(Math.round(value * 100) / 100).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/**
 * A count with its noun, in the plural where it is not one.
 *
 * @example
 * countWords(1, "deal") //=> "1 deal"
 * countWords(8800, "company") //=> "8,800 companies"
 */
export function countWords(count: number, noun: string): string {
  return `${numberWords(count)} ${count === 1 ? noun : pluralOf(noun)}`;
}

/**
 * A length of time as people say it, from days with their fraction.
 *
 * @example
 * daysWords(57) //=> "57 days"
 * daysWords(0.125) //=> "3 hours"
 */
export function daysWords(days: number): string {
  return days === 0 ? "same day" : waitWords(days);
}

/**
 * How long something waits by now, or is ago; what began this moment, too.
 *
 * @example
 * waitWords(0) //=> "less than an hour"
 */
export function waitWords(days: number): string {
  const hours = Math.round(days * 24);
  if (days < 1 / 24) return "less than an hour";
  if (hours < 24) return countWords(hours, "hour");
  return countWords(days < 10 ? Math.round(days * 10) / 10 : Math.round(days), "day");
}

/**
 * An amount as people say it: the decimals only where it has some.
 *
 * @example
 * moneyWords({ amountMinor: 4520000, currency: "EUR" }) //=> "45,200 EUR"
 */
export function moneyWords(amount: Money): string {
  return formatMoney(amount).replace(/\.0+(?= )/, "");
}

/**
 * The day that an ISO day or time begins with, as people write it; a text that is neither stays as it is.
 *
 * @example
 * dayWords("2017-12-31T23:59:59+00:00") //=> "31 December 2017"
 */
export function dayWords(text: string): string {
  const day = dayFromText(text.slice(0, 10));
  return day === undefined ? text : dayInWords(day);
}
