// A board on the Dashboard: its figures and charts, then past, present and future in the words of the report, with the
// lists cut.

import type { Day } from "../../value/day.ts";
import { type BoardPart, pageParts } from "../board-parts.ts";
import { emptySentence } from "../board-sentences.ts";
import type { BoardReport } from "../book-report.ts";
import { breakdownSections } from "../breakdown.ts";
import { departmentSection } from "../department-words.ts";
import { alarmSentences } from "../detail-sections.ts";
import { goalSection } from "../goal-words.ts";
import { keyFigures } from "../key-figures.ts";
import { nameWords, nounOf } from "../name-words.ts";
import { countWords } from "../number-words.ts";
import { flowSentences } from "../past-words.ts";
import { PEOPLE_TITLE } from "../people-words.ts";
import { needsSentence } from "../present-words.ts";
import { isTold } from "../report-table.ts";
import { stageSheet } from "../stage-words.ts";
import { type Block, blanks, findable, lineOf, stacked } from "./block.ts";
import { type BoardNames, boardCharts } from "./board-charts.ts";
import { stagesTable, weeksTable } from "./board-tables.ts";
import { CHART_ROWS } from "./drawn-chart.ts";
import { looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";
import { sectionBlock } from "./table-block.ts";

export interface BoardPlace {
  readonly names: BoardNames;
  readonly today: Day;
  /** Where its charts stand, what it needs, and who holds what: those of the only board at the top of the tab. */
  readonly head: "here" | "at the top";
}

/** Rows after which a list is cut: a sheet that shows all is no overview. */
const MOST_ROWS = 10;
const MOST_VALUES = 20;
/** Places of the large figures. */
const FIGURES_AT = [0, 1, 4, 7] as const;

/**
 * The block of a board.
 *
 * @example
 * boardBlock({ ...fixtures.quietBoard, records: 0 }, { names: boardNames(0), today: parseDay("2026-11-20"), head: "here" }).rows
 * //=> [["Quiet: no records yet"], ['There are no records yet; the first name that is typed on the tab "Quiet" starts the count']]
 */
export function boardBlock(board: BoardReport, { names, today, head }: BoardPlace): Block {
  const count = board.records === 0 ? `no ${nounsOf(board)} yet` : countWords(board.records, nounOf(board));
  const title = lineOf([`${nameWords(board.board)}: ${count}`], { look: looks.band });
  if (board.records === 0) return stacked([title, sentenceLines(emptySentence(board))]);
  const parts = pageParts(board, { today, most: MOST_ROWS });
  return stacked([
    title,
    ...(head === "here" ? attentionLines(board, today) : []),
    figuresBlock(board),
    ...(head === "here" ? [chartsBlock(board, names)] : []),
    partTitle("Past"),
    ...flowSentences(board).map(sentenceLines),
    ...(board.weeks === undefined ? [] : [blanks(1), findable(names.weeks, weeksTable(board.weeks))]),
    partTitle("Present"),
    findable(names.stages, stagesTable(board)),
    ...stageSheet(board).sentences.map(sentenceLines),
    ...partBlocks(head === "here" ? parts : withoutPeople(parts), "Present"),
    partTitle("Future"),
    ...partBlocks(parts, "Future"),
    ...breakdownSections(board, MOST_VALUES).flatMap((section) => [blanks(1), sectionBlock(section)]),
    ...[departmentSection(board), goalSection(board)]
      .filter(isTold)
      .flatMap((section) => [blanks(1), sectionBlock(section)]),
  ]);
}

/**
 * What has to be said first of a board: accounts that do not add up, then what wants somebody.
 *
 * @example
 * attentionLines(fixtures.quietBoard, parseDay("2026-11-20")).length //=> 1
 */
export function attentionLines(board: BoardReport, today: Day): readonly Block[] {
  return [
    ...alarmSentences(board).map((sentence) => lineOf([sentence], { look: looks.wants })),
    sentenceLines(needsSentence(board, today)),
  ];
}

function withoutPeople(parts: readonly BoardPart[]): readonly BoardPart[] {
  return parts.map(({ title, sections }) => ({
    title,
    sections: sections.filter((section) => section.title !== PEOPLE_TITLE),
  }));
}

function chartsBlock(board: BoardReport, names: BoardNames): Block {
  if (boardCharts(board, names).length === 0) return blanks(0);
  return stacked([blanks(1), findable(names.charts, blanks(CHART_ROWS))]);
}

function figuresBlock(board: BoardReport): Block {
  const figures = keyFigures(board);
  const told = (pick: "label" | "value" | "note") => {
    const line: string[] = [];
    figures.forEach((figure, index) => {
      const at = FIGURES_AT[index] ?? 0;
      while (line.length < at) line.push("");
      line[at] = figure[pick];
    });
    return line.map((cell) => (cell === "" ? null : cell));
  };
  return stacked([
    lineOf(told("label"), { look: looks.quiet }),
    lineOf(told("value"), { look: looks.figure }),
    lineOf(told("note"), { look: looks.quiet }),
  ]);
}

function partTitle(title: string): Block {
  return stacked([blanks(1), lineOf([title], { look: looks.part })]);
}

function partBlocks(parts: readonly BoardPart[], title: string): readonly Block[] {
  const sections = parts.find((part) => part.title === title)?.sections ?? [];
  if (sections.length === 0) return [sentenceLines("Nothing to tell yet")];
  return sections.flatMap((section, index) => [
    ...(index === 0 && title === "Future" ? [] : [blanks(1)]),
    sectionBlock(section),
  ]);
}

function nounsOf(board: BoardReport): string {
  return countWords(0, nounOf(board)).replace("0 ", "");
}
