// Sentences on the Dashboard run over the empty cells at their right; one that is longer than the sheet is wide goes on
// in the next line, since no cell of ours is merged.

import { displayWidth } from "../display-width.ts";
import { type Block, lineOf, stacked } from "./block.ts";
import { looks } from "./looks.ts";

/** Columns of text that the ten columns take at least. */
const WIDTH = 150;

/**
 * The sentence in as many lines as it needs.
 *
 * @example
 * sentenceLines("Nothing waits").rows //=> [["Nothing waits"]]
 */
export function sentenceLines(sentence: string): Block {
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const last = lines[lines.length - 1] ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (displayWidth(longer) <= WIDTH || last === "") lines[lines.length - 1] = longer;
    else lines.push(`    ${word}`);
  }
  return stacked(lines.map((line) => lineOf([line], { look: looks.quiet })));
}
