// The report for a terminal: sentences and small tables, at most 80 columns, no colour codes. The owner of the
// book reads it, so method and accounts stand behind `details`; only a history that does not add up shows itself.

import { boardTitle, emptySentence, outcomeSentence, periodSentence } from "./board-sentences.ts";
import type { BoardReport, BookReport, StageReport } from "./book-report.ts";
import { breakdownsByField, type FieldBreakdown, nowWords, valueWords, winCell } from "./breakdown.ts";
import { isBalanced, ledgerSentence } from "./ledger-sentence.ts";
import { stagesOf } from "./main-line.ts";
import { methodSentences } from "./method.ts";
import { byUrgency, openMilestones, projectedWords, scoreWords, statusSentence } from "./milestone-words.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, dayWords, isTooFew, numberWords, pluralOf, rateWords } from "./number-words.ts";
import { branchSentence, stepSentences, widestBranches } from "./step-sentences.ts";
import { heading, type TextColumn, tableLines, wrapped } from "./text-lines.ts";
import { cycleSentence, plainCycleSentence, timeSentence, usualTimeWords } from "./time-sentences.ts";

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

const LONGEST_TABLE = 20;
const LONGEST_LIST = 8;
const BAR_WIDTH = 10;

/**
 * The report as text, with a line feed at the end.
 *
 * @example
 * textReport({ asOf: "2026-11-20T23:59:59+00:00", log: { entries: 0, hash: "" }, boards: [] })
 * //=> "This book has no boards yet\n"
 */
export function textReport(report: BookReport, options: TextReportOptions = {}): string {
  if (report.boards.length === 0) return "This book has no boards yet\n";
  const details = options.details ? "details" : undefined;
  const boards = report.boards.map((board) => boardLines(board, report.asOf, details));
  const sections = details ? [...boards, methodLines(report)] : boards;
  return `${sections.map((lines) => lines.join("\n")).join("\n\n\n")}\n`;
}

function boardLines(board: BoardReport, asOf: string, details: "details" | undefined): Lines {
  const title = heading(boardTitle(board, asOf), "=");
  if (board.records === 0) return [...title, ...wrapped(emptySentence(board))];
  const said = [periodSentence(board), outcomeSentence(board), cycleSentence(board)];
  const sections = [
    [...title, ...said.flatMap((sentence) => (sentence === undefined ? [] : wrapped(sentence)))],
    section("How far they came", funnelLines(board)),
    section("From stage to stage", stepLines(board, details)),
    section("Left the main line", branchLines(board, details)),
    section("Milestones", milestoneLines(board, details)),
    ...breakdownsByField(board.by).map((one) =>
      section(
        `By ${nameWords(one.field)}, as the ${pluralOf(nounOf(board))} stand now`,
        byLines(board, one, details),
      ),
    ),
    section("The times in full", details ? timeLines(board) : []),
    ledgerSection(board, details),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}

function funnelLines(board: BoardReport): Lines {
  const { mainLine, aside } = stagesOf(board);
  const most = Math.max(1, ...mainLine.map((stage) => stage.reached));
  const columns: readonly TextColumn[] = [
    { title: "", align: "left" },
    { title: "Reached", align: "right" },
    { title: "Now", align: "right" },
    { title: "Of previous", align: "right" },
    { title: "Usually takes", align: "right" },
  ];
  const rowOf = (stage: StageReport, bar: string, ofPrevious: string) => {
    const time = usualTimeWords(stage.kind, stage.time, "median");
    const takes = time === "" ? "" : `${time} (${numberWords(stage.time.n)})`;
    return {
      name: stage.stage,
      cells: [bar, numberWords(stage.reached), numberWords(stage.now), ofPrevious, takes],
    };
  };
  const rows = mainLine.map((stage, index) => {
    const previous = mainLine[index - 1]?.reached ?? 0;
    return rowOf(stage, barOf(stage.reached / most), ofPreviousWords(stage, previous));
  });
  const isTimed = board.stages.some(({ time }) => time.median !== undefined && !isTooFew(time.n));
  const note = "Usually takes: half have left by then; in brackets, how many were counted";
  return [
    ...tableLines("Stage", columns, [...rows, ...aside.map((stage) => rowOf(stage, "", ""))]),
    ...(isTimed ? wrapped(note, { indent: 2, hang: 0 }) : []),
  ];
}

function ofPreviousWords(stage: StageReport, previous: number): string {
  if (stage.fromPrevious === undefined) return "";
  const rate = rateWords({ n: previous, rate: stage.fromPrevious });
  return rate ?? `${numberWords(stage.reached)} of ${numberWords(previous)}`;
}

function barOf(share: number): string {
  return share === 0 ? "" : "█".repeat(Math.max(1, Math.round(share * BAR_WIDTH)));
}

function stepLines(board: BoardReport, details: "details" | undefined): Lines {
  return board.steps.flatMap((step) => {
    const { title, sentences } = stepSentences(board, step, details);
    const [first = "", ...rest] = sentences;
    return [
      ...item(`${title}: ${first}`),
      ...rest.flatMap((sentence) => wrapped(sentence, { indent: 4, hang: 2 })),
    ];
  });
}

// A pipeline of many side stages has dozens of ways out, of which few matter.
function branchLines(board: BoardReport, details: "details" | undefined): Lines {
  const shown = details ? board.branches : widestBranches(board.branches, LONGEST_LIST);
  return [
    ...shown.flatMap((branch) => item(branchSentence(branch))),
    ...moreLines(board.branches.length - shown.length),
  ];
}

function milestoneLines(board: BoardReport, details: "details" | undefined): Lines {
  const milestones = details ? board.milestones : openMilestones(board.milestones);
  if (milestones.length === 0) return [];
  const shown = byUrgency(milestones).slice(0, details ? undefined : LONGEST_TABLE);
  const summary = statusSentence(milestones, nounOf(board));
  const columns: readonly TextColumn[] = [
    { title: "Score", align: "right" },
    { title: "Status", align: "left" },
    { title: "At this pace done on", align: "left" },
  ];
  const rows = shown.map((one) => ({
    name: one.name,
    cells: [scoreWords(one), one.status ?? "", projectedWords(one)],
  }));
  return [
    ...(summary === undefined ? [] : item(summary)),
    ...tableLines("Name", columns, rows),
    ...moreLines(milestones.length - shown.length),
  ];
}

function byLines(
  board: BoardReport,
  { field, values }: FieldBreakdown,
  details: "details" | undefined,
): Lines {
  const shown = values.slice(0, details ? undefined : LONGEST_TABLE);
  const columns: readonly TextColumn[] = [
    { title: capitalised(pluralOf(nounOf(board))), align: "right" },
    { title: "Won", align: "right" },
    { title: "Lost", align: "right" },
    { title: "Won of closed", align: "right" },
  ];
  const rows = shown.map(({ value, records, outcomes }) => ({
    name: valueWords(value),
    cells: [numberWords(records), numberWords(outcomes.won), numberWords(outcomes.lost), winCell(outcomes)],
  }));
  const now = shown.flatMap((one) => {
    const stages = nowWords(one);
    return stages === "" ? [] : item(`${valueWords(one.value)} now: ${stages}`);
  });
  return [
    ...tableLines(nameWords(field), columns, rows),
    ...moreLines(values.length - shown.length),
    ...(details ? now : []),
  ];
}

function timeLines(board: BoardReport): Lines {
  const told = [...board.stages.map(timeSentence), plainCycleSentence(board)];
  return told.flatMap((sentence) => (sentence === undefined ? [] : item(sentence)));
}

function ledgerSection(board: BoardReport, details: "details" | undefined): Lines {
  const off = board.ledger.filter((line) => !isBalanced(line));
  const title = off.length === 0 ? "Where they went" : "The history does not add up";
  const shown = details ? board.ledger : off;
  return section(
    title,
    shown.flatMap((line) => item(ledgerSentence(line))),
  );
}

function methodLines(report: BookReport): Lines {
  const nouns =
    report.boards.length === 1 && report.boards[0] ? pluralOf(nounOf(report.boards[0])) : "records";
  const history = `The history holds ${countWords(report.log.entries, "entry")} up to ${dayWords(report.asOf)}`;
  return [
    ...heading("How these numbers are made", "="),
    ...[history, ...methodSentences(nouns)].flatMap(item),
  ];
}

function section(title: string, lines: Lines): Lines {
  return lines.length === 0 ? [] : [...wrapped(title, { hang: 0 }), ...lines];
}

function item(sentence: string): Lines {
  return wrapped(sentence, { indent: 2, hang: 4 });
}

function moreLines(count: number): Lines {
  return count === 0 ? [] : [`  and ${numberWords(count)} more`];
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
