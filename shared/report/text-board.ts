// One board of a text report: a heading, what wants somebody, then the parts. In brief only what somebody has to do
// is left, for a book of so many boards that nobody would read them all.

import { briefParts, textParts } from "./board-parts.ts";
import { boardTitle, emptySentence, periodSentence } from "./board-sentences.ts";
import type { BoardReport } from "./book-report.ts";
import { alarmSentences, detailSections } from "./detail-sections.ts";
import { numberWords } from "./number-words.ts";
import { dayOfReport } from "./overview.ts";
import { needsSentence } from "./present-words.ts";
import type { ReportSection } from "./report-table.ts";
import { heading, tableLines, wrapped } from "./text-lines.ts";

/** How much of a board is told. */
export type Fullness = "in brief" | "in full" | "in detail";

type Lines = readonly string[];

const MOST_ROWS: Readonly<Record<Fullness, number>> = { "in brief": 3, "in full": 8, "in detail": Infinity };

/**
 * The lines of a board.
 *
 * @example
 * boardLines({ board: "Deals", noun: "deal", records: 0 }, "2026-11-20", "in full")[0]
 * //=> "Deals: no deals yet, as of 20 November 2026"
 */
export function boardLines(board: BoardReport, asOf: string, fullness: Fullness): Lines {
  const title = heading(boardTitle(board, asOf), "=");
  if (board.records === 0) return [...title, ...wrapped(emptySentence(board))];
  const today = dayOfReport({ asOf });
  const said = [periodSentence(board), needsSentence(board, today)].filter((one) => one !== undefined);
  const alarm = { title: "The history does not add up", sentences: alarmSentences(board) };
  const partsOf = fullness === "in brief" ? briefParts : textParts;
  const parts = partsOf(board, { today, most: MOST_ROWS[fullness] }).flatMap(({ title: part, sections }) => [
    "",
    ...heading(part, "-"),
    ...sectionsLines(sections),
  ]);
  const details = fullness === "in detail" ? detailSections(board) : [];
  return [
    ...[...title, ...said.flatMap((sentence) => wrapped(sentence))],
    ...(alarm.sentences.length === 0 ? [] : ["", ...sectionLines(alarm)]),
    ...parts,
    ...details.flatMap((section) => ["", ...sectionLines(section)]),
  ];
}

function sectionsLines(sections: readonly ReportSection[]): Lines {
  return sections.flatMap((section, index) => [...(index === 0 ? [] : [""]), ...sectionLines(section)]);
}

/**
 * The lines of a section: its title, its table, its sentences.
 *
 * @example
 * sectionLines({ title: "Milestones", sentences: ["Of 3 shows 2 are behind"] })
 * //=> ["Milestones", "  Of 3 shows 2 are behind"]
 */
export function sectionLines({ title, sentences, table }: ReportSection): Lines {
  const rows = table === undefined || table.rows.length === 0 ? [] : tableLines(table);
  const more = table === undefined || table.more === 0 ? [] : [`  and ${numberWords(table.more)} more`];
  return [
    ...(title === "" ? [] : wrapped(title, { hang: 0 })),
    ...rows,
    ...more,
    ...sentences.flatMap((sentence) => wrapped(sentence, { indent: 2, hang: 4 })),
  ];
}
