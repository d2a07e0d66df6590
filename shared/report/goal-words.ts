// What the stages are measured by, as sentences; the whole lists stand in the details. A list names the first few and
// counts the rest.

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
import { counted, type ReportSection, tableOfList } from "./report-table.ts";

/** Names that a sentence takes. */
const MOST_NAMED = 3;

/**
 * The section of the goals, one sentence each; without sentences where nothing is measured.
 *
 * @example
 * goalSection({ noun: "deal", goals: { replies: { yes: 2, no: 1, later: 0, all: 3, records: 3 } } }).sentences
 * //=> ["Replies: 3 of 3 deals: 2 yes, 1 no"]
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

/**
 * The lists in full, for the details: referrers, reasons, and what each rep brings forth in a week.
 *
 * @example
 * goalDetails({ noun: "deal", goals: { referrals: [{ referrer: "Zoe", records: 2, won: 1 }] } })[1].sentences
 * //=> ["Zoe: 2 deals, of which 1 was won"]
 */
export function goalDetails(board: Pick<BoardReport, "goals" | "noun">): readonly ReportSection[] {
  const { referrals = [], wonReasons = [], lostReasons = [], outputs = [], research } = board.goals ?? {};
  const noun = nounOf(board);
  const section = (title: string, sentences: readonly string[]) => ({ title, sentences });
  return [
    section(
      "What is known of them",
      (research?.parts ?? []).map(
        ({ name, known }) =>
          `${nameWords(name)}: of ${numberWords(known)} of ${countWords(research?.n ?? 0, noun)}`,
      ),
    ),
    section(
      "Referrals",
      referrals.map(
        ({ referrer, records, won }) =>
          `${nameWords(referrer)}: ${countWords(records, noun)}, of which ${numberWords(won)} ${won === 1 ? "was" : "were"} won`,
      ),
    ),
    section("Won because", wonReasons.map(reasonWords)),
    section("Lost because", lostReasons.map(reasonWords)),
    outputSection(outputs),
  ];
}

function researchSentence({ research }: GoalsReport, noun: string): string | undefined {
  if (research?.share === undefined) return undefined;
  const { n, share, parts, stage } = research;
  const known = parts.reduce((sum, part) => sum + part.known, 0);
  const told = isTooFew(n)
    ? `${numberWords(known)} of ${numberWords(n * parts.length)} things to know are known`
    : `${percentWords(share)} of what there is to know is known`;
  return `Research: ${told} of ${countWords(n, noun)} in ${nameWords(stage)}`;
}

function repliesSentence({ replies }: GoalsReport, noun: string): string | undefined {
  if (replies === undefined) return undefined;
  const { yes, no, later, all, records } = replies;
  const kinds = [
    ...(yes === 0 ? [] : [`${numberWords(yes)} yes`]),
    ...(no === 0 ? [] : [`${numberWords(no)} no`]),
    ...(later === 0 ? [] : [`${numberWords(later)} later`]),
  ];
  return `Replies: ${numberWords(all)} of ${countWords(records, noun)}: ${kinds.join(", ")}`;
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
  const { lost, medianDays, stages } = losses;
  const from = [...stages]
    .sort((left, right) => right.lost - left.lost)
    .map(({ stage, lost: count }): Named => [stage ?? "the start", count]);
  const age =
    medianDays === undefined || isTooFew(lost) ? "" : `; half of them within ${daysWords(medianDays)}`;
  return `${listSentence("Lost from", from)}${age}`;
}

function reasonsSentence(title: string, reasons: readonly Reason[] | undefined): string | undefined {
  return listSentence(
    title,
    (reasons ?? []).map(({ reason, records }) => [reason || "nobody said", records]),
  );
}

function reasonWords({ reason, records }: Reason): string {
  return `${reason === "" ? "nobody said" : nameWords(reason)}: ${numberWords(records)}`;
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
  return `Out of the bins per week: ${shown.join(", ")}${rest === 0 ? "" : ` and ${numberWords(rest)} more`}`;
}

function repName({ rep }: Pick<RepOutput, "rep">): string {
  return rep === "" ? "nobody known" : nameWords(rep);
}

function weekWords({ mean = 0, low, high }: Pick<RepOutput, "mean" | "low" | "high">): string {
  const usual =
    low === undefined || high === undefined ? "" : ` (${tenths(low)} to ${tenths(high)} is usual)`;
  return `${tenths(mean)}${usual}`;
}

function tenths(value: number): string {
  return numberWords(Math.round(value * 10) / 10);
}

function outputSection(outputs: readonly RepOutput[]): ReportSection {
  const rows = outputs.flatMap((rep) => [
    { name: repName(rep), ...rep },
    ...rep.bins.map((bin) => ({ name: `${repName(rep)}, ${bin.stage}`, ...bin })),
  ]);
  const columns = [counted("Moved"), counted("A week"), counted("Usual")];
  const table = tableOfList({ nameTitle: "Rep and bin", columns }, { list: rows, most: Infinity }, (one) => ({
    name: one.name,
    cells: [
      numberWords(one.moved),
      one.mean === undefined ? "" : tenths(one.mean),
      one.low === undefined || one.high === undefined ? "" : `${tenths(one.low)} to ${tenths(one.high)}`,
    ],
  }));
  return { title: "Out of the bins", sentences: [], table };
}
