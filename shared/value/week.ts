// Weeks as ISO 8601 counts them: they begin on Monday, and the first of a year is the one that holds its first
// Thursday. So the last days of December may lie in week 1, and the first of January in week 53 of the year before.

import { addDays, type Day, dayNumber, parseDay, weekdayOf } from "./day.ts";

declare const weekBrand: unique symbol;

/** Such as "2026-W47"; as texts, weeks are in their order. */
export type Week = string & { readonly [weekBrand]: true };

/**
 * The week in which a day lies.
 *
 * Source: ISO 8601-1:2019, 4.3.2.2.
 *
 * @example
 * weekOf(parseDay("2026-11-20")) //=> "2026-W47"
 * weekOf(parseDay("2027-01-01")) //=> "2026-W53"
 */
export function weekOf(day: Day): Week {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const number = 1 + Math.floor((dayNumber(thursday) - dayNumber(parseDay(`${year}-01-01`))) / 7);
  return `${year}-W${String(number).padStart(2, "0")}` as Week;
}

/**
 * The Monday of the week in which a day lies.
 *
 * @example
 * mondayOf(parseDay("2026-11-22")) //=> "2026-11-16"
 */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}
