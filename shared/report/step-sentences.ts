// The steps of a funnel told in sentences: how many came, how many went on, what may still come of the rest.
// Young records count neither for nor against a step, and the sentence says how many they are. The words of
// the trade (cumulative incidence, censored) stay out; method.ts explains what stands behind the numbers.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport, BranchReport, StepReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import {
  bracketWords,
  countWords,
  numberWords,
  percentWords,
  rangeWords,
  rateWords,
} from "./number-words.ts";

/** A title and the sentences under it, without full stops. */
export interface Told {
  readonly title: string;
  readonly sentences: readonly string[];
}

/**
 * A step of the main line in one sentence: of those that had the time, how many went on, and who is too young.
 *
 * @example
 * stepSentence({ noun: "deal" }, { from: "Offer", to: "Won", entered: 59,
 *   within: { days: 90, mature: 50, converted: 12, rate: 0.24, low: 0.143, high: 0.374 } })
 * //=> "Offer → Won: 12 of 50, 14–37 %; 9 more are too young to count"
 */
export function stepSentence(board: BoardReport, step: StepReport): string {
  const title = titleOf(step);
  if (step.entered === 0) return `${title}: no ${nounOf(board)} has come this far yet`;
  if (step.within.mature > 0) return `${title}: ${withinWords(step)}`;
  const so = `${numberWords(step.converted)} went on so far`;
  return `${title}: all ${countWords(step.entered, nounOf(board))} are too young to count; ${so}`;
}

/**
 * A step in full: what came of it so far, in the long run, of the decided, and within a time.
 *
 * @example
 * stepSentences({ noun: "deal", stages: [] }, { from: "Offer", to: "Won", entered: 0 })
 * //=> { title: "Offer → Won", sentences: ["no deal has come this far yet"] }
 */
export function stepSentences(board: BoardReport, step: StepReport): Told {
  const title = titleOf(step);
  if (step.entered === 0) return { title, sentences: [`no ${nounOf(board)} has come this far yet`] };
  const parts = [
    `${numberWords(step.converted)} of ${numberWords(step.entered)} so far${bracketWords({ ...step, n: step.entered })}`,
    `${numberWords(step.dropped)} dropped, ${numberWords(step.pending)} still open`,
    longRunWords(step),
    decidedWords(step),
    targetWords(board, step),
  ];
  const told = [parts.filter((part) => part !== undefined).join("; ")];
  if (step.firstSeenLater > 0) told.push(firstSeenLaterWords(board, step));
  return { title, sentences: told };
}

/**
 * How many left a stage for one that is not on the main line.
 *
 * @example
 * branchSentence({ from: "Offer", to: "Later", count: 3, ended: 4, share: 0.75 })
 * //=> "From Offer to Later: 3 of 4 that left Offer"
 */
export function branchSentence(branch: BranchReport): string {
  const from = nameWords(branch.from);
  const way = `From ${from} to ${nameWords(branch.to)}`;
  if (branch.ended === undefined) return `${way}: ${numberWords(branch.count)}`;
  const share = `${numberWords(branch.count)} of ${numberWords(branch.ended)} that left ${from}`;
  return `${way}: ${share}${bracketWords({ n: branch.ended, rate: branch.share })}`;
}

function titleOf({ from, to }: StepReport): string {
  return `${nameWords(from)} → ${nameWords(to)}`;
}

function longRunWords(step: StepReport): string | undefined {
  const longRun = { n: step.entered, rate: step.longRun, low: step.longRunLow, high: step.longRunHigh };
  const rate = rateWords(longRun);
  if (rate === undefined) return undefined;
  const range = rangeWords(longRun);
  return `in the long run ${rate}${range === undefined ? "" : ` (${range})`}`;
}

function decidedWords(step: StepReport): string | undefined {
  const decided = step.converted + step.dropped;
  const rate = rateWords({ n: decided, rate: step.decided });
  return rate && `of the ${numberWords(decided)} decided ${rate}`;
}

function targetWords(board: BoardReport, step: StepReport): string | undefined {
  const targetRate = board.stages.find((stage) => stage.stage === step.from)?.targetRate;
  return targetRate === undefined ? undefined : `the aim is ${percentWords(targetRate)}`;
}

/**
 * The same for a cell under a heading that says what it is.
 *
 * @example
 * withinCell({ entered: 59, within: { days: 90, mature: 50, converted: 12, rate: 0.24, low: 0.143, high: 0.374 } })
 * //=> "12 of 50, 14–37 %; 9 too young"
 */
export function withinCell(step: StepReport): string {
  const young = step.entered - step.within.mature;
  if (step.within.mature === 0) return `all ${numberWords(young)} too young`;
  return young <= 0 ? grownWords(step) : `${grownWords(step)}; ${numberWords(young)} too young`;
}

function withinWords(step: StepReport): string {
  const share = grownWords(step);
  const young = step.entered - step.within.mature;
  if (young <= 0) return share;
  return `${share}; ${numberWords(young)} more ${young === 1 ? "is" : "are"} too young to count`;
}

function grownWords({ within }: StepReport): string {
  const { days: _, mature, converted, ...rate } = within;
  const figure = rangeWords({ ...rate, n: mature }) ?? rateWords({ ...rate, n: mature });
  return `${numberWords(converted)} of ${numberWords(mature)}${figure === undefined ? "" : `, ${figure}`}`;
}

function firstSeenLaterWords(board: BoardReport, step: StepReport): string {
  const nouns = step.firstSeenLater === 1 ? nounOf(board) : pluralOf(nounOf(board));
  const seen = step.firstSeenLater === 1 ? "was" : "were";
  return `${numberWords(step.firstSeenLater)} of these ${nouns} ${seen} first seen beyond ${nameWords(step.from)}`;
}
