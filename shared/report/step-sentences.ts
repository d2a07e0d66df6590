// The steps of a funnel told in sentences: how many came, how many went on, what may still come of the rest.
// Young records count neither for nor against a step, and the sentence says how many they are. The words of
// the trade (cumulative incidence, censored) stay out; method.ts explains what stands behind the numbers.

import type { BoardReport, BranchReport, StepReport } from "./book-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import {
  bracketWords,
  countWords,
  numberWords,
  percentWords,
  pluralOf,
  rangeWords,
  rateWords,
} from "./number-words.ts";

/** A title and the sentences under it, without full stops. */
export interface Told {
  readonly title: string;
  readonly sentences: readonly string[];
}

/**
 * A step of the main line in sentences; `details` adds the interval of the long run and the share of the decided.
 *
 * @example
 * stepSentences({ noun: "deal", stages: [] }, { from: "Offer", to: "Won", entered: 0 })
 * //=> { title: "Offer → Won", sentences: ["no deal has come this far yet"] }
 */
export function stepSentences(board: BoardReport, step: StepReport, details?: "details"): Told {
  const title = `${nameWords(step.from)} → ${nameWords(step.to)}`;
  if (step.entered === 0) return { title, sentences: [`no ${nounOf(board)} has come this far yet`] };
  const parts = [
    `${numberWords(step.converted)} of ${numberWords(step.entered)} so far${bracketWords({ ...step, n: step.entered })}`,
    `${numberWords(step.dropped)} dropped, ${numberWords(step.pending)} still open`,
    longRunWords(step, details),
    details && decidedWords(step),
    targetWords(board, step),
  ];
  const told = [parts.filter((part) => part !== undefined).join("; "), withinWords(board, step)];
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

function longRunWords(step: StepReport, details: "details" | undefined): string | undefined {
  const longRun = { n: step.entered, rate: step.longRun, low: step.longRunLow, high: step.longRunHigh };
  const rate = rateWords(longRun);
  if (rate === undefined) return undefined;
  const range = details && rangeWords(longRun);
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

function withinWords(board: BoardReport, step: StepReport): string {
  const { days, mature, converted, ...rate } = step.within;
  const span = countWords(days, "day");
  const young = step.entered - mature;
  if (mature === 0) return `Within ${span}: all ${countWords(young, nounOf(board))} are too young to count`;
  const figure = rangeWords({ ...rate, n: mature }) ?? rateWords({ ...rate, n: mature });
  const share = `${numberWords(converted)} of ${numberWords(mature)}${figure === undefined ? "" : `, ${figure}`}`;
  if (young <= 0) return `Within ${span}: ${share}`;
  return `Within ${span}: ${share}; ${numberWords(young)} more ${young === 1 ? "is" : "are"} too young to count`;
}

function firstSeenLaterWords(board: BoardReport, step: StepReport): string {
  const nouns = step.firstSeenLater === 1 ? nounOf(board) : pluralOf(nounOf(board));
  const seen = step.firstSeenLater === 1 ? "was" : "were";
  return `${numberWords(step.firstSeenLater)} of these ${nouns} ${seen} first seen beyond ${nameWords(step.from)}`;
}

/**
 * The ways off the main line that most took, in the order of the stages.
 *
 * @example
 * widestBranches([{ to: "A", count: 1 }, { to: "B", count: 3 }], 1).map(({ to }) => to) //=> ["B"]
 */
export function widestBranches(branches: readonly BranchReport[], most: number): readonly BranchReport[] {
  const widest = new Set([...branches].sort((left, right) => right.count - left.count).slice(0, most));
  return branches.filter((branch) => widest.has(branch));
}
