// The lists behind what the stages are measured by, in full, for the details: what is known of the records, who referred
// them, why they were won and lost, and what each rep brings forth in a week.

import type { Losses } from "../metrics/losses.ts";
import type { Reason } from "../metrics/reasons.ts";
import type { RepOutput } from "../metrics/weekly-outputs.ts";
import type { BoardReport } from "./book-report.ts";
import { ageWords, repName, tenths } from "./goal-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, numberWords } from "./number-words.ts";
import { counted, type ReportSection, tableOfList } from "./report-table.ts";

/**
 * The sections of the lists; those without anything to tell are empty.
 *
 * @example
 * goalDetails({ noun: "deal", goals: { referrals: [{ referrer: "Zoe", records: 2, won: 1 }] } })[1].sentences
 * //=> ["Zoe: 2 deals, of which 1 was won"]
 */
export function goalDetails(board: Pick<BoardReport, "goals" | "noun">): readonly ReportSection[] {
  const {
    referrals = [],
    wonReasons = [],
    lostReasons = [],
    outputs = [],
    research,
    losses,
  } = board.goals ?? {};
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
    section("Lost from", (losses?.stages ?? []).map(lossWords)),
    section("Lost because", lostReasons.map(reasonWords)),
    outputSection(outputs),
  ];
}

function lossWords({ stage, ...losses }: Losses["stages"][number]): string {
  return `${stage === undefined ? "the start" : nameWords(stage)}: ${numberWords(losses.lost)}${ageWords(losses)}`;
}

function reasonWords({ reason, records }: Reason): string {
  return `${reason === "" ? "nobody said" : nameWords(reason)}: ${numberWords(records)}`;
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
  return { title: "Output per week", sentences: [], table };
}
