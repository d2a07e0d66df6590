// The Dashboard of a book in which nothing stands yet: what will be seen here, and what begins it.

import { emptySentence } from "../board-sentences.ts";
import type { BookReport } from "../book-report.ts";
import { type Block, blanks, lineOf, stacked } from "./block.ts";
import { looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";

const PROMISES = [
  ["Past", "What came in, moved on, was won and lost, week by week"],
  ["Present", "What stands in each stage, what it is worth, what is stuck and who holds it"],
  ["Future", "What is planned, what moves and is sent by itself tomorrow, and what to expect"],
] as const;

/**
 * The block below the title.
 *
 * @example
 * emptyBlock([fixtures.quietBoard]).rows[0]
 * //=> ['There are no records yet; the first name that is typed on the tab "Quiet" starts the count']
 */
export function emptyBlock(boards: BookReport["boards"]): Block {
  return stacked([
    ...boards.map((board) => sentenceLines(emptySentence(board))),
    blanks(1),
    lineOf(["What will stand here"], { look: looks.section }),
    ...PROMISES.map(([part, promise]) =>
      lineOf([part, promise], { to: 0, look: looks.part }, { from: 1, look: looks.quiet }),
    ),
    blanks(1),
    sentenceLines("Percentages come once five stand behind them; until then it says how many of how many"),
  ]);
}
