// The sections of the flat report: for each, its header and the rows of a board, in the units of the report. Headers
// are words that stay, because somebody's own spreadsheet looks for them.

import type { BoardReport } from "./book-report.ts";

export type CsvValue = string | number | undefined;

export interface CsvSection {
  readonly name: string;
  readonly header: readonly string[];
  readonly rowsOf: (board: BoardReport) => readonly (readonly CsvValue[])[];
}

/** What is counted over all of history or the period that was asked for. */
export const numberSections: readonly CsvSection[] = [
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
    header: ["Record", "Name", "Score", "Offer", "Status", "Pace", "Projected", "Still open", "Rescheduled"],
    rowsOf: ({ milestones }) =>
      milestones.map(({ record, name, score, offer, status, pace, projected, open, rescheduled }) => [
        ...[record, name, score, offer, status, pace, projected, open.join(", "), rescheduled ?? 0],
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
