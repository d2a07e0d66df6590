// What stands on the Dashboard, from the report. The first screen is what an owner needs each week: a line for each board,
// charts of past, present and future, what to look at first, what happens by itself, and who holds what. Below it stands
// each board in full.

import type { BodyLook } from "../../table/body-look.ts";
import { boardTitle } from "../board-sentences.ts";
import type { BookReport } from "../book-report.ts";
import { countWords, dayWords, numberWords } from "../number-words.ts";
import { dayOfReport, peopleOfBook } from "../overview.ts";
import { peopleSection } from "../people-words.ts";
import { isTold, type ReportSection } from "../report-table.ts";
import { attentionSection, needing } from "./attention.ts";
import { type Block, blanks, findable, type Line, lineOf, stacked } from "./block.ts";
import { attentionLines, boardBlock } from "./board-block.ts";
import { aimChart, boardCharts, boardNames } from "./board-charts.ts";
import {
  BOARDS,
  BOOK_CHARTS,
  boardsTable,
  bookCharts,
  EXPECTATIONS,
  expectationsTable,
} from "./boards-table.ts";
import { comingLines } from "./coming-section.ts";
import { CHART_ROWS, chartOn, type DrawnChart } from "./drawn-chart.ts";
import { emptyBlock } from "./empty-block.ts";
import { looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";
import { sectionBlock } from "./table-block.ts";

export interface DashboardPage {
  /** Below the header of the tab. */
  readonly rows: readonly Line[];
  readonly look: BodyLook;
  /** Whether it is another each day; that of an empty book stays as it is. */
  readonly changesDaily: boolean;
}

/** Rows of the lists of the first screen. */
const FIRST_ROWS = 5;
const FIRST_COMING = { moves: 5, messages: 3 };
const MOST_COMING = { moves: 100, messages: 100 };
const MOST_PEOPLE = 30;
const EMPTY = "Nothing stands here yet";

/**
 * The rows of the tab, and how they look.
 *
 * @example
 * dashboardPage({ asOf: "2026-11-20T08:30:00+00:00", boards: [fixtures.quietBoard] }).rows[0]
 * //=> ["Nothing stands here yet"]
 */
export function dashboardPage(report: BookReport): DashboardPage {
  const { boards } = report;
  const isEmpty = boards.every(({ records }) => records === 0);
  const charts = isEmpty ? [] : chartsOf(report);
  const block = stacked([
    lineOf([isEmpty ? EMPTY : titleOf(report)], { look: looks.title }),
    ...(isEmpty ? [emptyBlock(boards)] : [firstScreen(report, charts), ...boardBlocks(report)]),
  ]);
  return {
    changesDaily: !isEmpty,
    rows: block.rows,
    look: { areas: block.areas, charts: charts.map((chart) => chartOn(block, chart)) },
  };
}

function titleOf({ boards, asOf }: BookReport): string {
  const [only] = boards;
  if (only !== undefined && boards.length === 1) return boardTitle(only, asOf);
  return `${countWords(boards.length, "board")}, as of ${dayWords(asOf)}`;
}

function chartsOf(report: BookReport): readonly DrawnChart[] {
  const { boards } = report;
  const own = boards.flatMap((board, index) => {
    if (board.records === 0) return [];
    const names = boardNames(index);
    const aim = aimChart(board, names);
    return [...boardCharts(board, names), ...(aim === undefined ? [] : [aim])];
  });
  return boards.length === 1 ? own : [...bookCharts(report), ...own];
}

function firstScreen(report: BookReport, charts: readonly DrawnChart[]): Block {
  const { boards } = report;
  const today = dayOfReport(report);
  const only = boards.length === 1 ? boards[0] : undefined;
  const place = only === undefined ? BOOK_CHARTS : boardNames(0).charts;
  const lists = [
    attentionSection(boards, FIRST_ROWS),
    comingLines(report, FIRST_COMING),
    peopleSection(only === undefined ? peopleOfBook(report) : only, MOST_PEOPLE),
  ];
  return stacked([
    ...(only === undefined ? [sentenceLines(mostSentence(report))] : attentionLines(only, today)),
    blanks(1),
    findable(BOARDS, boardsTable(report, today)),
    ...(charts.some((chart) => chart.place === place)
      ? [blanks(1), findable(place, blanks(CHART_ROWS))]
      : []),
    ...lists.filter(isTold).flatMap((section) => [blanks(1), sectionBlock(section)]),
  ]);
}

// Where to look first.
function mostSentence(report: BookReport): string {
  const today = dayOfReport(report);
  const needs = report.boards
    .map((board) => ({ tab: board.board, count: needing(board, today) }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count);
  if (needs.length === 0)
    return "Nothing waits: every reply is answered, nothing is stuck, nothing lacks an owner";
  const told = needs.slice(0, 3).map(({ tab, count }) => `${tab} ${numberWords(count)}`);
  return `Needs you most: ${told.join(", ")}`;
}

function allComing(report: BookReport): ReportSection {
  return { ...comingLines(report, MOST_COMING), title: "All that happens by itself until tomorrow night" };
}

function boardBlocks(report: BookReport): readonly Block[] {
  const { boards } = report;
  const today = dayOfReport(report);
  const head = boards.length === 1 ? "at the top" : "here";
  const coming = comingLines(report, FIRST_COMING).table?.more ?? 0;
  return [
    ...(coming === 0 ? [] : [blanks(1), sectionBlock(allComing(report))]),
    ...boards.flatMap((board, index) => [
      blanks(1),
      boardBlock(board, { names: boardNames(index), today, head }),
    ]),
    ...(boards.length === 1 ? [] : [blanks(1), findable(EXPECTATIONS, expectationsTable(boards))]),
  ];
}
