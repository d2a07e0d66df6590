// The stages as a table: how many came so far, how many go on, what the owner aims at and how long it takes.

import { pluralOf } from "../value/noun.ts";
import type { BoardReport, StageReport, StepReport } from "./book-report.ts";
import { stagesOf } from "./main-line.ts";
import { nameWords, nounOf } from "./name-words.ts";
import { countWords, isTooFew, numberWords, percentWords, rateWords } from "./number-words.ts";
import { orNothing, standingCells } from "./present-words.ts";
import { counted, type ReportColumn, type ReportSection, type ReportTable, worded } from "./report-table.ts";
import { withinCell } from "./step-sentences.ts";
import { usualTimeWords } from "./time-sentences.ts";

/**
 * The table of stages that fits a terminal: the main line, then the others.
 *
 * @example
 * stageSection(fixtures.quietBoard).table?.rows.map(({ name }) => name) //=> ["Lead", "Won"]
 */
export function stageSection(board: BoardReport): ReportSection {
  const columns = [counted("Reached"), counted("Go on"), counted("Aim"), counted("Usually takes")];
  const table = tableOf(board, columns, (stage) => [numberWords(stage.reached), ...rateCells(board, stage)]);
  return { title: "Per stage", sentences: notes(board), table };
}

/**
 * The table of stages that a page has room for, with where the records stand and how many went on in time.
 *
 * @example
 * stageSheet(fixtures.quietBoard).table?.rows.map(({ name }) => name) //=> ["Lead", "Won"]
 */
export function stageSheet(board: BoardReport): ReportSection {
  const { valueField = "", stages } = board.present;
  const days = countWords(board.steps[0]?.within.days ?? 0, "day");
  const columns = [
    ...[counted("Now"), counted("Over limit"), counted("Stuck"), counted(nameWords(valueField))],
    ...[counted("Reached"), worded(`Went on within ${days}`)],
    ...[counted("Go on"), counted("Aim"), counted("Usually takes")],
  ];
  const table = tableOf(board, columns, (stage) => {
    const standing = stages.find((one) => one.stage === stage.stage);
    const step = stepFrom(board, stage);
    return [
      ...(standing === undefined ? [orNothing(stage.now), "", "", ""] : standingCells(standing)),
      numberWords(stage.reached),
      step === undefined ? "" : withinCell(step),
      ...rateCells(board, stage),
    ];
  });
  return { title: "", sentences: notes(board), table };
}

type Cells = readonly string[];

function tableOf(
  board: BoardReport,
  columns: readonly ReportColumn[],
  cellsOf: (stage: StageReport) => Cells,
): ReportTable {
  const { mainLine, aside } = stagesOf(board);
  const rows = [...mainLine, ...aside].map((stage) => ({ name: stage.stage, cells: cellsOf(stage) }));
  return { nameTitle: "Stage", columns, rows, more: 0 };
}

function rateCells(board: BoardReport, stage: StageReport): Cells {
  const { targetRate } = stage;
  return [
    goOnWords(stepFrom(board, stage)),
    targetRate === undefined ? "" : percentWords(targetRate),
    takesWords(stage),
  ];
}

function stepFrom(board: BoardReport, { stage }: StageReport): StepReport | undefined {
  return board.steps.find(({ from, entered }) => from === stage && entered > 0);
}

function goOnWords(step: StepReport | undefined): string {
  if (step === undefined) return "";
  const rate = rateWords({ n: step.entered, rate: step.longRun });
  return rate ?? `${numberWords(step.converted)} of ${numberWords(step.entered)}`;
}

function takesWords({ kind, time }: StageReport): string {
  const usual = usualTimeWords(kind, time, "median");
  return usual === "" ? "" : `${usual} (${numberWords(time.n)})`;
}

function notes(board: BoardReport): readonly string[] {
  const goOn = board.steps.some(({ entered, longRun }) => longRun !== undefined && !isTooFew(entered));
  const isTimed = board.stages.some(({ time }) => time.median !== undefined && !isTooFew(time.n));
  return [
    ...(goOn ? [`Go on: what it comes to once the open ${pluralOf(nounOf(board))} are settled`] : []),
    ...(isTimed ? ["Usually takes: half have left by then; in brackets, how many were counted"] : []),
  ];
}
