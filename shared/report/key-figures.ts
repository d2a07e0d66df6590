// The three or four figures that stand large at the head of a board, each with what it was counted over.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport } from "./book-report.ts";
import { nounOf } from "./name-words.ts";
import { countWords, daysWords, numberWords, rangeWords, rateWords } from "./number-words.ts";
import { usualCycleDays } from "./time-sentences.ts";

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/**
 * The figures of a board that has records.
 *
 * @example
 * keyFigures({ noun: "deal", records: 3, stages: [], outcomes: { won: 2, lost: 1, winRate: 0.666667 },
 *   cycle: { n: 3 } }).map((figure) => figure.value) //=> ["3", "0", "2 of 3"]
 */
export function keyFigures(board: BoardReport): readonly KeyFigure[] {
  const nouns = pluralOf(nounOf(board));
  const openNow = board.stages
    .filter((stage) => stage.kind === "open")
    .reduce((sum, stage) => sum + stage.now, 0);
  return [
    { label: "In all", value: numberWords(board.records), note: board.records === 1 ? nounOf(board) : nouns },
    {
      label: "Open now",
      value: numberWords(openNow),
      note: `of ${countWords(board.records, nounOf(board))}`,
    },
    wonFigure(board),
    ...cycleFigure(board),
  ];
}

function wonFigure({ outcomes }: BoardReport): KeyFigure {
  const { won, lost } = outcomes;
  const n = won + lost;
  const label = "Won of closed";
  if (n === 0) return { label, value: "–", note: "nothing is closed yet" };
  const counts = `${numberWords(won)} of ${numberWords(n)}`;
  const rate = rateWords({ n, rate: outcomes.winRate });
  if (rate === undefined) return { label, value: counts, note: "too few for a percentage" };
  const range = rangeWords({ ...outcomes, n });
  return { label, value: rate, note: range === undefined ? counts : `${counts} (${range})` };
}

function cycleFigure(board: BoardReport): readonly KeyFigure[] {
  const days = usualCycleDays(board);
  if (days === undefined) return [];
  const note = `${countWords(board.cycle.n, nounOf(board))} won`;
  return [{ label: "Usually won after", value: daysWords(days), note }];
}
