// The report for a terminal: sentences and small tables, at most 80 columns, no colour codes. The owner of the
// book reads it, so method and accounts stand behind `details`; only a history that does not add up shows itself.

import { pluralOf } from "../value/noun.ts";
import type { BookReport } from "./book-report.ts";
import { comingSection } from "./coming-words.ts";
import { methodSentences } from "./method.ts";
import { nounOf } from "./name-words.ts";
import { countWords, dayWords } from "./number-words.ts";
import { overviewSection, peopleOfBook } from "./overview.ts";
import { peopleSection } from "./people-words.ts";
import { isTold } from "./report-table.ts";
import { boardLines, type Fullness, sectionLines } from "./text-board.ts";
import { heading, wrapped } from "./text-lines.ts";

export interface TextReportOptions {
  /**
   * Add what stands behind the numbers: intervals, where the entries to each stage went, method, and long lists
   * in full.
   *
   * @default false
   */
  readonly details?: boolean;
}

type Lines = readonly string[];

/** A book of more boards is told in brief, each after an overview. */
const MOST_IN_FULL = 3;

const ASK_FOR_ONE = "Each board is told in brief; --board <name> tells one in full, --details tells all";

/**
 * The report as text, with a line feed at the end.
 *
 * @example
 * textReport({ asOf: "2026-11-20T23:59:59+00:00", log: { entries: 0, hash: "" }, boards: [] })
 * //=> "This book has no boards yet\n"
 */
export function textReport(report: BookReport, options: TextReportOptions = {}): string {
  const { boards, asOf } = report;
  if (boards.length === 0) return "This book has no boards yet\n";
  const fullness = fullnessOf(report, options);
  const sections = [
    ...(boards.length > 1 ? [overviewLines(report, fullness)] : []),
    ...comingLines(report),
    ...boards.map((board) => boardLines(board, asOf, fullness)),
    ...(fullness === "in detail" ? [methodLines(report)] : []),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n\n")}\n`;
}

function fullnessOf({ boards }: BookReport, { details }: TextReportOptions): Fullness {
  if (details) return "in detail";
  return boards.length > MOST_IN_FULL ? "in brief" : "in full";
}

function overviewLines(report: BookReport, fullness: Fullness): Lines {
  const { title, ...section } = overviewSection(report);
  const people = { ...peopleSection(peopleOfBook(report), Infinity), title: "Per person, on all boards" };
  const hint = fullness === "in brief" ? wrapped(ASK_FOR_ONE, { indent: 2, hang: 4 }) : [];
  return [
    ...[...heading(title, "="), ...sectionLines({ ...section, title: "" }), ...hint],
    ...(isTold(people) ? ["", ...sectionLines(people)] : []),
  ];
}

function comingLines(report: BookReport): readonly Lines[] {
  const coming = comingSection(report, Infinity);
  return isTold(coming) ? [sectionLines(coming)] : [];
}

function methodLines(report: BookReport): Lines {
  const [first, ...others] = report.boards;
  const nouns = first !== undefined && others.length === 0 ? pluralOf(nounOf(first)) : "records";
  const history = `The history holds ${countWords(report.log.entries, "entry")} up to ${dayWords(report.asOf)}`;
  return [
    ...heading("How these numbers are made", "="),
    ...[history, ...methodSentences(nouns)].flatMap((one) => wrapped(one, { indent: 2, hang: 4 })),
  ];
}
