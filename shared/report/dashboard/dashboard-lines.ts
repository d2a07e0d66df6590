// What stands on the Dashboard, from the report: all boards in one table where there are several, and who holds what;
// then each board with its figures, what it was, is and will be, and its stages. The words are those of the report.

import { type BoardPart, pageParts } from "../board-parts.ts";
import { boardTitle, emptySentence } from "../board-sentences.ts";
import type { BoardReport, BookReport } from "../book-report.ts";
import { comingSection } from "../coming-words.ts";
import { alarmSentences } from "../detail-sections.ts";
import { keyFigures } from "../key-figures.ts";
import { dayOfReport, overviewSection, peopleOfBook } from "../overview.ts";
import { peopleSection } from "../people-words.ts";
import { needsSentence } from "../present-words.ts";
import { isTold } from "../report-table.ts";
import { figureCell, type Line, sectionRows } from "./section-rows.ts";

/** Rows after which a list is cut: a sheet that shows all is no overview. */
const MOST_ROWS = 10;
const MOST_PEOPLE = 30;

const BLANK: Line = [];

/**
 * The lines of the tab, below its first.
 *
 * @example
 * dashboardLines({ asOf: "2026-11-20T08:30:00+00:00", boards: [fixtures.quietBoard] })[1]
 * //=> ["Quiet: no records yet, as of 20 November 2026"]
 */
export function dashboardLines(report: BookReport): readonly Line[] {
  return [
    ...overviewLines(report),
    ...comingLines(report),
    ...report.boards.flatMap((board) => [BLANK, ...boardLines(board, report)]),
  ];
}

function comingLines(report: BookReport): readonly Line[] {
  const section = comingSection(report, MOST_ROWS);
  return isTold(section) ? [BLANK, ...sectionRows(section)] : [];
}

function overviewLines(report: BookReport): readonly Line[] {
  if (report.boards.length < 2) return [];
  const people = peopleSection(peopleOfBook(report), MOST_PEOPLE);
  const sections = [overviewSection(report), ...[people].filter(isTold)];
  return sections.flatMap((section) => [BLANK, ...sectionRows(section)]);
}

function boardLines(board: BoardReport, { asOf }: BookReport): readonly Line[] {
  const title = [boardTitle(board, asOf)];
  if (board.records === 0) return [title, [emptySentence(board)]];
  const today = dayOfReport({ asOf });
  return [
    title,
    ...alarmSentences(board).map((sentence) => [sentence]),
    ...keyFigures(board).map(({ label, value, note }) => [label, figureCell(value), note]),
    [needsSentence(board, today)],
    ...pageParts(board, { today, most: MOST_ROWS }).flatMap(partLines),
  ];
}

function partLines({ title, sections }: BoardPart): readonly Line[] {
  return [BLANK, [title], ...sections.flatMap(sectionRows)];
}
