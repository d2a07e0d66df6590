// The words that every kind of advice shares: lists of names that stay short, and counts with their noun.

import { quoted } from "../../table/shown-cell.ts";

const MOST_NAMES = 8;

/**
 * Names in a sentence: all of them, or the first few and how many more there are.
 *
 * @example
 * namesWords(["Ada", "Bob"]) //=> '"Ada", "Bob"'
 */
export function namesWords(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map(quoted).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/**
 * A count with its noun.
 *
 * @example
 * countOf(2, "deal") //=> "2 deals"
 */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * One of them, with its article.
 *
 * @example
 * oneOf("order") //=> "an order"
 */
export function oneOf(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
