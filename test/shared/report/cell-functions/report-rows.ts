// What a report says of a board, as the functions in cells spill it below their header row.

import type { BoardReport } from "../../../../shared/report/book-report.ts";
import type { Cell } from "../../../../shared/table/cell.ts";

type Rows = readonly (readonly Cell[])[];

const or = (figure: number | undefined): Cell => figure ?? "";

/** Of PIPELINE_FUNNEL. */
export function funnelRows({ stages }: BoardReport): Rows {
  return stages.map((one) => [
    one.stage,
    one.kind,
    one.reached,
    one.now,
    or(one.fromPrevious),
    or(one.overall),
  ]);
}

/** Of STAGE_TIME for all stages. */
export function timeRows({ stages }: BoardReport): Rows {
  return stages.map(({ stage, time }) => [
    stage,
    or(time.median),
    or(time.p80),
    or(time.plainMedian),
    time.n,
  ]);
}

/** Of STAGE_CONVERSION for a step. */
export function conversionRow(step: BoardReport["steps"][number]): readonly Cell[] {
  const { within } = step;
  return [
    ...[step.from, step.to, step.entered, step.converted, step.dropped, step.pending, step.firstSeenLater],
    ...[or(step.rate), or(step.low), or(step.high), or(step.decided), or(step.longRun)],
    ...[within.days, within.mature, within.converted, or(within.rate)],
  ];
}

/** Of MILESTONE_SCORES. */
export function milestoneRows({ milestones }: BoardReport): Rows {
  return milestones.map(({ record, name, score, offer, open }) => [
    record,
    name,
    score,
    offer,
    open.join(", "),
  ]);
}
