// Ids and checks are hashes: the first 80 bits of SHA-256, written in 16 letters and digits of base 32 behind
// one letter, so that no spreadsheet reads them as a number, a date or a formula. The core draws nothing at
// random: a run is given one seed, and its fresh ids are hashes of that seed and a count.

import { sha256 } from "@noble/hashes/sha2.js";
import { utf8Bytes } from "./utf8.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;
// Parts are told apart by a character that no cell holds, so that ["ab", "c"] and ["a", "bc"] differ.
const SEPARATOR = "\u001f";

/**
 * A text of one letter and 16 characters that is the same for the same parts, and for no others.
 *
 * @example
 * hashOf("e", ["r1", "2", "offer"]).length //=> 17
 */
export function hashOf(letter: string, parts: readonly string[]): string {
  const bytes = sha256(utf8Bytes(parts.join(SEPARATOR)));
  let text = letter;
  for (let index = 0; index < LENGTH; index++) text += ALPHABET.charAt(fiveBits(bytes, index));
  return text;
}

/**
 * The fresh row id number `count` of a run; `seed` must hold at least 80 random bits and serve one run only.
 *
 * @example
 * freshId("a seed", 1) === freshId("a seed", 2) //=> false
 */
export function freshId(seed: string, count: number): string {
  return hashOf("r", [seed, String(count)]);
}

function fiveBits(bytes: Uint8Array, index: number): number {
  const bit = index * 5;
  const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
  return (pair >> (11 - (bit & 7))) & 31;
}
