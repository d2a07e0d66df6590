// What a board's report says beside its tables, title, period and outcomes. Text and page tell the
// same sentences, so that they never disagree.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, numberWords, rangeWords, rateWords } from "./number-words.ts";

/**
 * The heading of a board.
 *
 * @example
 * boardTitle({ board: "Deals", noun: "deal", records: 8800 }, "2017-12-31T23:59:59+00:00")
 * //=> "Deals: 8,800 deals, as of 31 December 2017"
 */
export function boardTitle(board: BoardReport, asOf: string): string {
  const count =
    board.records === 0 ? `no ${pluralOf(nounOf(board))} yet` : countWords(board.records, nounOf(board));
  return `${nameWords(board.board)}: ${count}, as of ${dayWords(asOf)}`;
}

/**
 * The period that was asked for, or `undefined` where the report is on all of history.
 *
 * @example
 * periodSentence({ from: "2017-01-01" }) //=> "Period: from 1 January 2017 on"
 */
export function periodSentence(board: BoardReport): string | undefined {
  const { from, to } = board;
  if (from !== undefined && to !== undefined) return `Period: ${dayWords(from)} to ${dayWords(to)}`;
  if (from !== undefined) return `Period: from ${dayWords(from)} on`;
  return to === undefined ? undefined : `Period: up to ${dayWords(to)}`;
}

/**
 * What is said in place of numbers where a board has none.
 *
 * @example
 * emptySentence({ board: "Deals", noun: "deal" })
 * //=> "There are no deals yet; the first name that is typed on the tab \"Deals\" starts the count"
 */
export function emptySentence(board: BoardReport): string {
  const tab = nameWords(board.board);
  return `There are no ${pluralOf(nounOf(board))} yet; the first name that is typed on the tab "${tab}" starts the count`;
}

/**
 * How many were won and lost.
 *
 * @example
 * outcomeSentence({ noun: "deal", outcomes: { won: 4238, lost: 2473, winRate: 0.631501 } })
 * //=> "Won 4,238, lost 2,473: 63 % of closed"
 */
export function outcomeSentence(board: BoardReport): string {
  const { won, lost, winRate, low, high } = board.outcomes;
  const closed = won + lost;
  if (closed === 0) return `Nothing is closed yet: no ${nounOf(board)} has been won or lost`;
  const counts = `Won ${numberWords(won)}, lost ${numberWords(lost)}`;
  const rate = rateWords({ n: closed, rate: winRate });
  if (rate === undefined) return `${counts}: ${numberWords(won)} of ${numberWords(closed)} closed`;
  const range = rangeWords({ n: closed, low, high });
  return `${counts}: ${rate} of closed${range === undefined ? "" : ` (${range})`}`;
}
