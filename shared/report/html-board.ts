// One board of the report page, made to be printed on a sheet or two: the figures that stand large, then past, present,
// future and the stages. What needs a word of method stands in a fold at the end that paper leaves out; a history
// that does not add up is said at the top.

import { escapeHtml } from "../value/escaped-html.ts";
import { pluralOf } from "../value/noun.ts";
import { pageParts } from "./board-parts.ts";
import { emptySentence, periodSentence } from "./board-sentences.ts";
import type { BoardReport } from "./book-report.ts";
import { alarmSentences, detailSections } from "./detail-sections.ts";
import { sectionHtml, sentencesHtml } from "./html-section.ts";
import { sentenceHtml } from "./html-text.ts";
import { keyFigures } from "./key-figures.ts";
import { methodSentences } from "./method.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords } from "./number-words.ts";
import { dayOfReport } from "./overview.ts";
import { needsSentence } from "./present-words.ts";

/** Rows of a list: a page that shows all would be no page any more. */
const MOST_ROWS = 5;

/** Of a board of more stages fewer rows are shown, so that the page stays short. */
const MANY_STAGES = 15;
const FEWER_ROWS = 3;

/**
 * A board as a section of the page; `id` starts all ids in it.
 *
 * @example
 * boardHtml({ board: "Deals", noun: "deal", records: 0 }, { id: "b1", asOf: "2026-11-20" })
 *   .includes("There are no deals yet") //=> true
 */
export function boardHtml(
  board: BoardReport,
  { id, asOf }: { readonly id: string; readonly asOf: string },
): string {
  const isEmpty = board.records === 0;
  return [
    `<section class="board${isEmpty ? " empty" : ""}" aria-labelledby="${id}">\n`,
    `<h2 id="${id}">${escapeHtml(nameWords(board.board))}</h2>\n`,
    `<p class="quiet">${escapeHtml(subtitleOf(board, asOf))}</p>\n`,
    ...(isEmpty ? [sentencesHtml([emptySentence(board)])] : recordParts(board, asOf)),
    "</section>\n",
  ].join("");
}

function subtitleOf(board: BoardReport, asOf: string): string {
  const count = board.records === 0 ? "As of" : `${countWords(board.records, nounOf(board))}, as of`;
  const period = periodSentence(board);
  return `${count} ${dayWords(asOf)}${period === undefined ? "" : `. ${period}`}`;
}

function recordParts(board: BoardReport, asOf: string): readonly string[] {
  const today = dayOfReport({ asOf });
  const most = board.stages.length > MANY_STAGES ? FEWER_ROWS : MOST_ROWS;
  const parts = pageParts(board, { today, most }).map(
    ({ title, sections }) =>
      `<h3>${escapeHtml(title)}</h3>\n<div class="part">\n${sections.map(sectionHtml).join("")}</div>\n`,
  );
  return [
    alarmPart(board),
    `<p class="needs">${sentenceHtml(needsSentence(board, today))}.</p>\n`,
    figuresPart(board),
    ...parts,
    detailsPart(board),
  ];
}

function alarmPart(board: BoardReport): string {
  const alarms = alarmSentences(board);
  return alarms.length === 0 ? "" : `<div class="alert">\n${sentencesHtml(alarms)}</div>\n`;
}

function figuresPart(board: BoardReport): string {
  const figures = keyFigures(board).map(
    ({ label, value, note }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd class="value">${sentenceHtml(value)}</dd>` +
      `<dd class="note">${sentenceHtml(note)}</dd></div>\n`,
  );
  return `<dl class="figures">\n${figures.join("")}</dl>\n`;
}

function detailsPart(board: BoardReport): string {
  const method = { title: "", sentences: methodSentences(pluralOf(nounOf(board))) };
  const sections = [method, ...detailSections(board)].map(sectionHtml);
  return `<details>\n<summary>How these numbers are made</summary>\n${sections.join("")}</details>\n`;
}
