// The report as flat tables for a spreadsheet or a database: every row says its board, section and day, so that
// rows of many weeks can be stacked. Numbers stay numbers, unrounded beyond the report; what is not known is
// `null`, an empty cell, never 0. Names are made safe: a spreadsheet runs a cell that begins with "=".

import { safeForCsv } from "../value/safe-text.ts";
import type { BoardReport, BookReport } from "./book-report.ts";

export type CsvCell = string | number | null;

export interface CsvTable {
  /** The section that its rows tell, such as "steps". */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

type Value = string | number | undefined;

interface Section {
  readonly name: string;
  readonly header: readonly string[];
  readonly rowsOf: (board: BoardReport) => readonly (readonly Value[])[];
}

/**
 * One table for each section, with the rows of all boards; a section without rows keeps its header.
 *
 * @example
 * csvTables({ asOf: "2026-11-20T23:59:59+00:00", boards: [] }).map((table) => table.name)
 * //=> ["boards", "stages", "steps", "branches", "ledger", "milestones", "breakdown", "breakdown now"]
 */
export function csvTables(report: BookReport): readonly CsvTable[] {
  const asOf = report.asOf.slice(0, 10);
  return SECTIONS.map(({ name, header, rowsOf }) => ({
    name,
    header: ["Board", "Section", "As of", ...header],
    rows: report.boards.flatMap((board) =>
      rowsOf(board).map((row) => [board.board, name, asOf, ...row].map(csvCell)),
    ),
  }));
}

function csvCell(value: Value): CsvCell {
  if (value === undefined) return null;
  return typeof value === "string" ? safeForCsv(value) : value;
}

const SECTIONS: readonly Section[] = [
  {
    name: "boards",
    header: [
      ...["Pipeline", "Noun", "From", "To", "Records", "Won", "Lost", "Won of closed", "Won of closed, low"],
      ...[
        "Won of closed, high",
        "Days to win, median",
        "Days to win, median of the won",
        "Days to win, counted",
      ],
    ],
    rowsOf: ({ pipeline, noun, from, to, records, outcomes, cycle }) => [
      [
        ...[pipeline, noun, from, to, records, outcomes.won, outcomes.lost, outcomes.winRate, outcomes.low],
        ...[outcomes.high, cycle.median, cycle.plainMedianWon, cycle.n],
      ],
    ],
  },
  {
    name: "stages",
    header: [
      ...[
        "Stage",
        "Kind",
        "Reached",
        "Now",
        "Of previous",
        "Of first",
        "Aim to next",
        "Days in stage, median",
      ],
      ...["Days in stage, 80 % left", "Days in stage, median of the finished", "Days in stage, counted"],
    ],
    rowsOf: ({ stages }) =>
      stages.map(({ stage, kind, reached, now, fromPrevious, overall, targetRate, time }) => [
        ...[stage, kind, reached, now, fromPrevious, overall, targetRate],
        ...[time.median, time.p80, time.plainMedian, time.n],
      ]),
  },
  {
    name: "steps",
    header: [
      ...[
        "From",
        "To",
        "Entered",
        "Converted",
        "Dropped",
        "Pending",
        "First seen later",
        "Rate",
        "Rate, low",
      ],
      ...["Rate, high", "Of the decided", "Long run", "Long run, low", "Long run, high", "Within days"],
      ...["Within, old enough", "Within, converted", "Within, rate", "Within, low", "Within, high"],
    ],
    rowsOf: ({ steps }) =>
      steps.map((step) => [
        ...[
          step.from,
          step.to,
          step.entered,
          step.converted,
          step.dropped,
          step.pending,
          step.firstSeenLater,
        ],
        ...[step.rate, step.low, step.high, step.decided, step.longRun, step.longRunLow, step.longRunHigh],
        ...[step.within.days, step.within.mature, step.within.converted],
        ...[step.within.rate, step.within.low, step.within.high],
      ]),
  },
  {
    name: "branches",
    header: ["From", "To", "Count", "Left the stage", "Share"],
    rowsOf: ({ branches }) =>
      branches.map(({ from, to, count, ended, share }) => [from, to, count, ended, share]),
  },
  {
    name: "ledger",
    header: [
      ...["Stage", "Entries", "Advanced", "Branched", "Parked", "Moved back", "Lost", "Avoided", "Handed on"],
      ...["Removed", "Still here"],
    ],
    rowsOf: ({ ledger }) =>
      ledger.map((line) => [
        ...[line.stage, line.entries, line.advanced, line.branched, line.parked, line.movedBack, line.lost],
        ...[line.avoided, line.handedOn, line.removed, line.here],
      ]),
  },
  {
    name: "milestones",
    header: ["Record", "Name", "Score", "Offer", "Status", "Pace", "Projected"],
    rowsOf: ({ milestones }) =>
      milestones.map(({ record, name, score, offer, status, pace, projected }) => [
        ...[record, name, score, offer, status, pace, projected],
      ]),
  },
  {
    name: "breakdown",
    header: [
      "Field",
      "Value",
      "Records",
      "Won",
      "Lost",
      "Won of closed",
      "Won of closed, low",
      "Won of closed, high",
    ],
    rowsOf: ({ by }) =>
      by.map(({ field, value, records, outcomes }) => [
        ...[
          field,
          value,
          records,
          outcomes.won,
          outcomes.lost,
          outcomes.winRate,
          outcomes.low,
          outcomes.high,
        ],
      ]),
  },
  {
    name: "breakdown now",
    header: ["Field", "Value", "Stage", "Count"],
    rowsOf: ({ by }) =>
      by.flatMap(({ field, value, now }) => now.map(({ stage, count }) => [field, value, stage, count])),
  },
];
