// Numbers of invoices: counted on from the highest that the book ever had, so that none comes twice, not even that of
// a row which was deleted since.

import { nameKey } from "../table/cell.ts";

const PREFIX = "INV-";
const DIGITS = 4;

/**
 * The next numbers that nobody has; `taken` are all that stand in the tab or in the history.
 *
 * @example
 * nextNumbers(["INV-0007", "2026/12"], 2) //=> ["INV-0008", "INV-0009"]
 */
export function nextNumbers(taken: Iterable<string>, count: number): readonly string[] {
  const highest = highestCount(taken);
  return Array.from({ length: count }, (_, index) => numberOf(highest + index + 1));
}

/**
 * How far numbers of ours are counted; 0 where there are none.
 *
 * @example
 * highestCount(["INV-0007", "2026/12"]) //=> 7
 */
export function highestCount(taken: Iterable<string>): number {
  let highest = 0;
  for (const number of taken) highest = Math.max(highest, countIn(number));
  return highest;
}

/**
 * The number with that count.
 *
 * @example
 * numberOf(7) //=> "INV-0007"
 */
export function numberOf(count: number): string {
  return `${PREFIX}${String(count).padStart(DIGITS, "0")}`;
}

/**
 * Whether two texts are one number; case and spaces do not count.
 *
 * @example
 * isSameNumber(" inv-0007", "INV-0007") //=> true
 */
export function isSameNumber(left: string, right: string): boolean {
  return numberKey(left) === numberKey(right);
}

/**
 * The number as it is compared.
 *
 * @example
 * numberKey(" INV-0007 ") //=> "inv-0007"
 */
export function numberKey(number: string): string {
  return nameKey(number).replace(/\s/g, "");
}

const OURS = /^inv-0*(\d{1,9})$/;

function countIn(number: string): number {
  return Number(OURS.exec(numberKey(number))?.[1] ?? 0);
}
