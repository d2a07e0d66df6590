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
