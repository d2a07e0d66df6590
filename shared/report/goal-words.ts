// What the stages are measured by, as sentences; the whole lists stand in the details (goal-details.ts). A list names
// the first few and counts the rest.

import type { Losses } from "../metrics/losses.ts";
import type { Reason } from "../metrics/reasons.ts";
import type { RepOutput } from "../metrics/weekly-outputs.ts";
import type { BoardReport } from "./book-report.ts";
import type { GoalsReport } from "./goals-report.ts";
import { nameWords, nounOf } from "./name-words.ts";
import {
  bracketWords,
  countWords,
  daysWords,
  isTooFew,
  numberWords,
  percentWords,
  shareWords,
} from "./number-words.ts";
import type { ReportSection } from "./report-table.ts";

/** Names that a sentence takes. */
const MOST_NAMED = 3;

/**
 * The section of the goals, one sentence each; without sentences where nothing is measured.
 *
 * @example
 * goalSection({ noun: "deal", goals: { replies: { yes: 2, no: 1, later: 0, all: 3, records: 3 } } }).sentences
 * //=> ["Replies: 3 from 3 deals: 2 yes, 1 no"]
 */
export function goalSection(board: Pick<BoardReport, "goals" | "noun">): ReportSection {
  const { goals = {} } = board;
  const noun = nounOf(board);
  const sentences = [
    researchSentence(goals, noun),
    repliesSentence(goals, noun),
    deliveriesSentence(goals),
    satisfactionSentence(goals),
    touchedSentence(goals),
    listSentence(
      "Referred by",
      (goals.referrals ?? []).map(({ referrer, records }) => [referrer, records]),
    ),
    lossesSentence(goals),
    reasonsSentence("Lost because", goals.lostReasons),
    reasonsSentence("Won because", goals.wonReasons),
    outputSentence(goals.outputs ?? []),
  ];
  return {
    title: "What the stages are measured by",
    sentences: sentences.filter((sentence) => sentence !== undefined),
  };
}

function researchSentence({ research }: GoalsReport, noun: string): string | undefined {
  if (research?.share === undefined) return undefined;
  const { n, share, parts, stage } = research;
  const known = parts.reduce((sum, part) => sum + part.known, 0);
  const told = isTooFew(n)
    ? `${numberWords(known)} of ${numberWords(n * parts.length)} things filled in`
    : `${percentWords(share)} filled in`;
  return `Research: ${told}, of ${countWords(n, noun)} in ${nameWords(stage)}`;
}

function repliesSentence({ replies }: GoalsReport, noun: string): string | undefined {
  if (replies === undefined) return undefined;
  const { yes, no, later, all, records } = replies;
  const kinds = [
    ...(yes === 0 ? [] : [`${numberWords(yes)} yes`]),
    ...(no === 0 ? [] : [`${numberWords(no)} no`]),
    ...(later === 0 ? [] : [`${numberWords(later)} later`]),
  ];
  return `Replies: ${numberWords(all)} from ${countWords(records, noun)}: ${kinds.join(", ")}`;
}

function deliveriesSentence({ deliveries }: GoalsReport): string | undefined {
  if (deliveries === undefined) return undefined;
  const { stage, inTime, late, pending, ...rate } = deliveries;
  const n = inTime + late;
  const coming = pending === 0 ? "" : `${n === 0 ? "" : ", "}${numberWords(pending)} to come`;
  return `${nameWords(stage)} in time: ${n === 0 ? "" : shareWords(inTime, { ...rate, n })}${coming}`;
}

function satisfactionSentence({ satisfaction }: GoalsReport): string | undefined {
  if (satisfaction?.mean === undefined) return undefined;
  const { mean, n } = satisfaction;
  return `Satisfaction: ${numberWords(Math.round(mean * 10) / 10)} of 5, from ${countWords(n, "answer")}`;
}

function touchedSentence({ touched }: GoalsReport): string | undefined {
  if (touched === undefined) return undefined;
  const { stage, days, touched: reached, n, ...rate } = touched;
  return `In touch within ${countWords(days, "day")}: ${numberWords(reached)} of ${numberWords(n)} in ${nameWords(stage)}${bracketWords({ ...rate, n })}`;
}

function lossesSentence({ losses }: GoalsReport): string | undefined {
  if (losses === undefined) return undefined;
  const from = [...losses.stages]
    .sort((left, right) => right.lost - left.lost)
    .map(({ stage, lost }): Named => [stage ?? "the start", lost]);
  return `${listSentence("Lost from", from)}${ageWords(losses)}`;
}

/**
 * How old the half of the lost ones were at most; empty where too few tell it.
 *
 * @example
 * ageWords({ lost: 8, medianDays: 21 }) //=> "; half of them within 21 days"
 */
export function ageWords({ lost, medianDays }: Pick<Losses, "lost" | "medianDays">): string {
  return medianDays === undefined || isTooFew(lost) ? "" : `; half of them within ${daysWords(medianDays)}`;
}

function reasonsSentence(title: string, reasons: readonly Reason[] | undefined): string | undefined {
  return listSentence(
    title,
    (reasons ?? []).map(({ reason, records }) => [reason || "nobody said", records]),
  );
}

type Named = readonly [name: string, count: number];

function listSentence(title: string, list: readonly Named[]): string | undefined {
  if (list.length === 0) return undefined;
  const shown = list.slice(0, MOST_NAMED).map(([name, count]) => `${nameWords(name)} ${numberWords(count)}`);
  const rest = list.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
  return `${title}: ${[...shown, ...(rest === 0 ? [] : [`others ${numberWords(rest)}`])].join(", ")}`;
}

function outputSentence(outputs: readonly RepOutput[]): string | undefined {
  const told = outputs.filter(({ mean }) => mean !== undefined);
  if (told.length === 0) return undefined;
  const shown = told.slice(0, MOST_NAMED).map((rep) => `${repName(rep)} ${weekWords(rep)}`);
  const rest = told.length - shown.length;
  return `Output per week: ${shown.join(", ")}${rest === 0 ? "" : ` and ${numberWords(rest)} more`}`;
}

/**
 * A rep as sentences and tables call them.
 *
 * @example
 * repName({ rep: "" }) //=> "nobody known"
 */
export function repName({ rep }: Pick<RepOutput, "rep">): string {
  return rep === "" ? "nobody known" : nameWords(rep);
}

function weekWords({ mean = 0, low, high }: Pick<RepOutput, "mean" | "low" | "high">): string {
  const usual =
    low === undefined || high === undefined ? "" : ` (${tenths(low)} to ${tenths(high)} is usual)`;
  return `${tenths(mean)}${usual}`;
}

/**
 * A number with one decimal at most.
 *
 * @example
 * tenths(1.6222) //=> "1.6"
 */
export function tenths(value: number): string {
  return numberWords(Math.round(value * 10) / 10);
}
