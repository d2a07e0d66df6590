// What shows that the history was tampered with. Each row carries a check over its own cells; personal free text
// (name, note, data) goes in by its hash, and that hash is part of the check, so that the text can be blanked for
// good and the rest still be checked. The head of the book keeps the count of rows and the sum of their checks,
// which no order of rows changes: a row that was added, deleted or altered shows.

import { hashOf } from "../value/hash.ts";
import type { Entry } from "./entry.ts";

const TEXT_LETTERS = 9;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 45 bits of each check are summed modulo 2^45: sums of two stay exact in a number. */
const SUM_LETTERS = 9;
const SUM_MODULUS = 2 ** 45;

/**
 * The check of an entry: 9 letters for its free text, 12 for its facts.
 *
 * @example
 * checkOf(fixtures.entry).length //=> 21
 */
export function checkOf(entry: Entry): string {
  const text = hashOf("c", [entry.name, entry.note, JSON.stringify(entry.data)]).slice(0, TEXT_LETTERS);
  return text + factsPart(entry, text);
}

/**
 * Whether a check fits its entry; free text that was blanked whole (`stageline forget`) still fits.
 *
 * @example
 * checkFits(fixtures.entry, checkOf(fixtures.entry)) //=> true
 */
export function checkFits(entry: Entry, check: string): boolean {
  if (checkOf(entry) === check) return true;
  const isBlanked = entry.name === "" && entry.note === "" && Object.keys(entry.data).length === 0;
  const text = check.slice(0, TEXT_LETTERS);
  return isBlanked && check === text + factsPart(entry, text);
}

/** The sum of no checks. */
export const EMPTY_SUM = "0".repeat(SUM_LETTERS);

/**
 * The sum of checks, in whatever order they come; `start` is the sum of those before.
 *
 * @example
 * sumOfChecks(["cabcdefgh1", "cabcdefgh2"]) === sumOfChecks(["cabcdefgh2", "cabcdefgh1"]) //=> true
 */
export function sumOfChecks(checks: Iterable<string>, start: string = EMPTY_SUM): string {
  let sum = numberOf(start);
  for (const check of checks) sum = (sum + numberOf(check.slice(-SUM_LETTERS))) % SUM_MODULUS;
  return lettersOf(sum);
}

function factsPart(entry: Entry, text: string): string {
  const { at, board, record, kind, from = "", to = "", n, who, knownBy, id } = entry;
  return hashOf("c", [at, board, record, kind, from, to, String(n), who, knownBy, id, text]).slice(1, 13);
}

function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 32 + Math.max(ALPHABET.indexOf(letter), 0);
  return number % SUM_MODULUS;
}

function lettersOf(number: number): string {
  let letters = "";
  for (let rest = number, count = 0; count < SUM_LETTERS; count++) {
    letters = ALPHABET.charAt(rest % 32) + letters;
    rest = Math.floor(rest / 32);
  }
  return letters;
}
