// One board of the report page: large figures, the funnel, the steps in sentences, the time in each stage,
// milestones and breakdowns. Each chart has its table beside it. What needs a word of method stands in the fold
// at the end, except a history that does not add up, which is said at the top.

import { emptySentence, outcomeSentence, periodSentence } from "./board-sentences.ts";
import type { BoardReport, StageReport } from "./book-report.ts";
import { breakdownsByField, nowWords, valueWords, winCell } from "./breakdown.ts";
import type { ChartOptions } from "./charts/bar-chart.ts";
import { funnelChart } from "./charts/funnel-chart.ts";
import { milestoneChart } from "./charts/milestone-chart.ts";
import { stageTimeChart } from "./charts/stage-time-chart.ts";
import { type HtmlColumn, htmlTable } from "./html-table.ts";
import { escapeHtml, sentenceHtml } from "./html-text.ts";
import { keyFigures } from "./key-figures.ts";
import { isBalanced, ledgerSentence } from "./ledger-sentence.ts";
import { stagesOf } from "./main-line.ts";
import { methodSentences } from "./method.ts";
import { byUrgency, openMilestones, projectedWords, scoreWords, statusSentence } from "./milestone-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, numberWords, percentWords, pluralOf, rateWords } from "./number-words.ts";
import { branchSentence, stepSentences, widestBranches } from "./step-sentences.ts";
import { cycleSentence, plainCycleSentence, timeSentence, usualTimeWords } from "./time-sentences.ts";

type Chart = (board: BoardReport, options: ChartOptions) => string;

const LONGEST_LIST = 12;
const LONGEST_TABLE = 100;
const WIDE_PX = 680;
const NARROW_PX = 300;

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
  const parts = [
    `<section class="board${board.records === 0 ? " empty" : ""}" aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(nameWords(board.board))}</h2>\n`,
    `<p class="quiet">${escapeHtml(subtitleOf(board, asOf))}</p>\n`,
    ...(board.records === 0 ? [paragraph(emptySentence(board))] : recordParts(board, id)),
    "</section>\n",
  ];
  return parts.join("");
}

function subtitleOf(board: BoardReport, asOf: string): string {
  const noun = nounOf(board);
  const count = board.records === 0 ? "As of" : `${countWords(board.records, noun)}, as of`;
  const period = periodSentence(board);
  return `${count} ${dayWords(asOf)}${period === undefined ? "" : `. ${period}`}`;
}

function recordParts(board: BoardReport, id: string): readonly string[] {
  return [
    alertPart(board),
    figuresPart(board),
    part("How far they came", `${chartFigure(funnelChart, board, `${id}-funnel`)}${funnelTable(board)}`),
    part("From stage to stage", stepsPart(board)),
    part("Left the main line", branchesPart(board)),
    part("How long they stay", timePart(board, id)),
    part("Won and lost", outcomesPart(board)),
    part("Milestones", milestonesPart(board, id)),
    ...breakdownParts(board),
    methodPart(board),
  ];
}

function alertPart(board: BoardReport): string {
  const off = board.ledger.filter((line) => !isBalanced(line));
  return off.length === 0 ? "" : `<div class="alert">\n${list(off.map(ledgerSentence))}</div>\n`;
}

function figuresPart(board: BoardReport): string {
  const figures = keyFigures(board).map(
    ({ label, value, note }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd class="value">${sentenceHtml(value)}</dd>` +
      `<dd class="note">${sentenceHtml(note)}</dd></div>\n`,
  );
  return `<dl class="figures">\n${figures.join("")}</dl>\n`;
}

function funnelTable(board: BoardReport): string {
  const { mainLine, aside } = stagesOf(board);
  const columns: readonly HtmlColumn[] = [
    { title: "Reached", align: "right" },
    { title: "Now here", align: "right" },
    { title: "Of previous", align: "right" },
    { title: "Of first", align: "right" },
    { title: "Aim for the next step", align: "right" },
  ];
  const first = mainLine[0]?.reached ?? 0;
  const line = mainLine.map((stage, index) => ({
    name: nameWords(stage.stage),
    cells: [
      numberWords(stage.reached),
      numberWords(stage.now),
      shareCell(stage.reached, mainLine[index - 1]?.reached ?? 0, stage.fromPrevious),
      index === 0 ? "" : shareCell(stage.reached, first, stage.overall),
      stage.targetRate === undefined ? "" : percentWords(stage.targetRate),
    ],
  }));
  const others = aside.map((stage) => ({
    name: asideName(stage),
    cells: [numberWords(stage.reached), numberWords(stage.now)],
  }));
  const caption = `${numberWords(board.records)} ${pluralOf(nounOf(board))} by the stages that they reached`;
  return htmlTable(caption, { nameTitle: "Stage", columns }, [...line, ...others]);
}

function asideName({ stage, kind }: StageReport): string {
  const name = nameWords(stage);
  if (name.toLowerCase() === kind) return name;
  return `${name} (${kind === "open" || kind === "won" ? `${kind}, aside` : kind})`;
}

function shareCell(k: number, n: number, rate: number | undefined): string {
  if (rate === undefined) return "";
  return rateWords({ n, rate }) ?? `${numberWords(k)} of ${numberWords(n)}`;
}

function stepsPart(board: BoardReport): string {
  const steps = board.steps.map((step) => {
    const { title, sentences } = stepSentences(board, step);
    return `<li><strong>${escapeHtml(title)}</strong>\n${sentences.map(capitalised).map(fullStop).join(" ")}</li>\n`;
  });
  return steps.length === 0 ? "" : `<ul>\n${steps.join("")}</ul>\n`;
}

function timePart(board: BoardReport, id: string): string {
  const timed = board.stages.filter((stage) => usualTimeWords(stage.kind, stage.time, "median") !== "");
  if (timed.length === 0) return "";
  const columns: readonly HtmlColumn[] = [
    { title: "Half have left after", align: "right" },
    { title: "Four of five after", align: "right" },
    { title: "Counted", align: "right" },
  ];
  const rows = timed.map((stage: StageReport) => ({
    name: nameWords(stage.stage),
    cells: [
      usualTimeWords(stage.kind, stage.time, "median"),
      usualTimeWords(stage.kind, stage.time, "p80"),
      numberWords(stage.time.n),
    ],
  }));
  const table = htmlTable("Time in each stage, latest stay", { nameTitle: "Stage", columns }, rows);
  return `${chartFigure(stageTimeChart, board, `${id}-time`)}${table}`;
}

function outcomesPart(board: BoardReport): string {
  const cycle = cycleSentence(board);
  return paragraph(outcomeSentence(board)) + (cycle === undefined ? "" : paragraph(cycle));
}

function branchesPart(board: BoardReport): string {
  const shown = widestBranches(board.branches, LONGEST_LIST);
  if (shown.length === 0) return "";
  return list(shown.map(branchSentence)) + more(board.branches.length - shown.length);
}

function milestonesPart(board: BoardReport, id: string): string {
  const milestones = openMilestones(board.milestones);
  if (milestones.length === 0) return "";
  const summary = statusSentence(milestones, nounOf(board));
  const shown = byUrgency(milestones).slice(0, LONGEST_TABLE);
  const columns: readonly HtmlColumn[] = [
    { title: "Score", align: "right" },
    { title: "Status", align: "left" },
    { title: "At this pace done on", align: "left" },
  ];
  const rows = shown.map((milestone) => ({
    name: nameWords(milestone.name),
    cells: [scoreWords(milestone), milestone.status ?? "", projectedWords(milestone)],
  }));
  return [
    summary === undefined ? "" : paragraph(summary),
    chartFigure(milestoneChart, board, `${id}-milestones`),
    htmlTable("Score of what can be scored", { nameTitle: "Name", columns }, rows),
    more(milestones.length - shown.length),
  ].join("");
}

function breakdownParts(board: BoardReport): readonly string[] {
  const nouns = pluralOf(nounOf(board));
  const columns: readonly HtmlColumn[] = [
    { title: "In all", align: "right" },
    { title: "Won", align: "right" },
    { title: "Lost", align: "right" },
    { title: "Won of closed", align: "right" },
    { title: "Where they stand now", align: "left" },
  ];
  return breakdownsByField(board.by).map(({ field, values }) => {
    const shown = values.slice(0, LONGEST_TABLE);
    const rows = shown.map((one) => ({
      name: valueWords(one.value),
      cells: [
        numberWords(one.records),
        numberWords(one.outcomes.won),
        numberWords(one.outcomes.lost),
        winCell(one.outcomes),
        nowWords(one),
      ],
    }));
    const caption = `By ${nameWords(field)} as the ${nouns} stand now`;
    const table = htmlTable(caption, { nameTitle: nameWords(field), columns }, rows);
    return part(`By ${nameWords(field)}`, table + more(values.length - shown.length));
  });
}

function methodPart(board: BoardReport): string {
  const steps = board.steps.map((step) => {
    const { title, sentences } = stepSentences(board, step, "details");
    return `${title}: ${sentences[0] ?? ""}`;
  });
  const times = [...board.stages.map(timeSentence), plainCycleSentence(board)].filter(
    (told) => told !== undefined,
  );
  const parts = [
    list(methodSentences(pluralOf(nounOf(board)))),
    part("The steps in full", list(steps)),
    part("The times in full", list(times)),
    part("Where they went", list(board.ledger.map(ledgerSentence))),
  ];
  return `<details>\n<summary>How these numbers are made</summary>\n${parts.join("")}</details>\n`;
}

function part(title: string, body: string): string {
  return body === "" ? "" : `<h3>${escapeHtml(title)}</h3>\n${body}`;
}

// A chart that is scaled down to a phone cannot be read, so it is drawn for both widths and the page shows one.
function chartFigure(chart: Chart, board: BoardReport, id: string): string {
  const wide = chart(board, { id: `${id}-wide`, width: WIDE_PX });
  if (wide === "") return "";
  const narrow = chart(board, { id: `${id}-narrow`, width: NARROW_PX });
  return `<figure class="wide">${wide}</figure>\n<figure class="narrow">${narrow}</figure>\n`;
}

function list(sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  return `<ul>\n${sentences.map((sentence) => `<li>${fullStop(sentence)}</li>\n`).join("")}</ul>\n`;
}

function paragraph(sentence: string): string {
  return `<p>${fullStop(sentence)}</p>\n`;
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function fullStop(sentence: string): string {
  return `${sentenceHtml(sentence)}.`;
}

function more(count: number): string {
  return count === 0 ? "" : `<p class="quiet">and ${numberWords(count)} more</p>\n`;
}
