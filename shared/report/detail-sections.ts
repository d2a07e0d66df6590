// What stands behind the numbers of a board, for whoever asks: the steps in full, the ways off the main line, the
// times, and where all entries to each stage went.

import type { BoardReport } from "./book-report.ts";
import { breakdownSentences } from "./breakdown.ts";
import { takenSection } from "./event-words.ts";
import { goalDetails } from "./goal-details.ts";
import { isBalanced, ledgerSentence } from "./ledger-sentence.ts";
import { isTold, type ReportSection } from "./report-table.ts";
import { branchSentence, stepSentences } from "./step-sentences.ts";
import { plainCycleSentence, timeSentence } from "./time-sentences.ts";

/**
 * The sections of the details that have something to tell.
 *
 * @example
 * detailSections(fixtures.quietBoard).map(({ title }) => title) //=> ["The steps in full"]
 */
export function detailSections(board: BoardReport): readonly ReportSection[] {
  const steps = board.steps.flatMap((step) => {
    const { title, sentences } = stepSentences(board, step);
    return sentences.map((sentence) => `${title}: ${sentence}`);
  });
  const times = [...board.stages.map(timeSentence), plainCycleSentence(board)];
  const sections: readonly ReportSection[] = [
    { title: "The steps in full", sentences: steps },
    { title: "Left the main line", sentences: board.branches.map(branchSentence) },
    { title: "Where they stand now", sentences: breakdownSentences(board) },
    { title: "The times in full", sentences: times.filter((told) => told !== undefined) },
    ...goalDetails(board),
    takenSection(board),
    { title: "Where they went", sentences: board.ledger.map(ledgerSentence) },
  ];
  return sections.filter(isTold);
}

/**
 * What has to be said first where a history is damaged: the accounts that do not balance.
 *
 * @example
 * alarmSentences(fixtures.quietBoard) //=> []
 */
export function alarmSentences({ ledger }: BoardReport): readonly string[] {
  return ledger.filter((line) => !isBalanced(line)).map(ledgerSentence);
}
