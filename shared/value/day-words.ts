// A day as people write it, in one place for reports and messages: the month by its name, so that nobody takes the day
// for the month.

import type { Day } from "./day.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

/**
 * The day with the name of its month.
 *
 * @example
 * dayInWords(parseDay("2026-11-20")) //=> "20 November 2026"
 */
export function dayInWords(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;
}
