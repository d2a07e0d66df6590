// What a whole column of texts says about its order of day and month, or its decimal mark. A single "05/06/2026"
// settles nothing; a "20/11/2026" further down settles all. A guess says whether it is certain, so that an
// import can tell people what it guessed.

import { type DayOrder, provenDayOrder } from "./day-text.ts";
import { type DecimalMark, numberParts, numberReadings } from "./number-text.ts";

/** `certain`: the texts prove it and none speaks against it, or no text depends on it. */
export interface ColumnGuess<Choice> {
  readonly guess: Choice;
  readonly certain: boolean;
}

/**
 * The order of day and month in a column; "day first" where nothing tells.
 *
 * @example
 * dayOrderOf(["05/06/2026", "11/20/2026"]) //=> { guess: "month first", certain: true }
 * dayOrderOf(["05/06/2026"]) //=> { guess: "day first", certain: false }
 */
export function dayOrderOf(texts: readonly string[]): ColumnGuess<DayOrder> {
  return guessOf(texts.map(provenDayOrder), "day first", "month first");
}

/**
 * The decimal mark of a column; "point" where nothing tells.
 *
 * @example
 * decimalMarkOf(["1.234", "2.500,00"]) //=> { guess: "comma", certain: true }
 * decimalMarkOf(["1,234"]) //=> { guess: "point", certain: false }
 */
export function decimalMarkOf(texts: readonly string[]): ColumnGuess<DecimalMark> {
  return guessOf(texts.map(provenDecimalMark), "point", "comma");
}

function provenDecimalMark(text: string): DecimalMark | "either" | undefined {
  const parts = numberParts(text);
  if (parts === undefined) return undefined;
  const { point, comma } = numberReadings(parts);
  if (point !== undefined && comma !== undefined) return point === comma ? undefined : "either";
  if (point !== undefined) return "point";
  return comma === undefined ? undefined : "comma";
}

function guessOf<Choice extends string>(
  proofs: readonly (Choice | "either" | undefined)[],
  first: Choice,
  second: Choice,
): ColumnGuess<Choice> {
  const forFirst = proofs.filter((proof) => proof === first).length;
  const forSecond = proofs.filter((proof) => proof === second).length;
  const guess = forSecond > forFirst ? second : first;
  const oneSided = forFirst + forSecond > 0 && Math.min(forFirst, forSecond) === 0;
  return { guess, certain: oneSided || !proofs.includes("either") };
}
