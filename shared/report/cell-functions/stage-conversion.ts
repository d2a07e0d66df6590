// STAGE_CONVERSION: how many of the records that entered one stage went on to another, with the numbers of the report.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { conversion } from "../../metrics/conversions.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { roundedRates } from "../board-report.ts";
import { type BoardInCells, pathsInCells } from "./board-in-cells.ts";
import { type CellRange, figureOr } from "./cell-range.ts";

export interface ConversionInCells extends BoardInCells {
  /** Names of stages. */
  readonly from: string;
  readonly to: string;
}

const HEADER = [
  ...["From", "To", "Entered", "Went on", "Dropped", "Still open", "First seen later"],
  ...["So far", "At least", "At most", "Of those decided", "In the long run"],
  ...["Days given", "Old enough", "Went on in time", "Share in time"],
];

/**
 * One row below a row of headers. Shares lie between 0 and 1; what is not known is empty. A goal that is skipped
 * counts as reached, as everywhere.
 *
 * @throws {StagelineError} `usage`, with one sentence on what has to be given instead
 * @example
 * stageConversion({ ...fixtures.boardInCells, from: "Lead", to: "Offer" })[1].slice(0, 6) //=> ["Lead", "Offer", 1, 0, 0, 1]
 */
export function stageConversion(given: ConversionInCells): CellRange {
  const { pipeline, paths } = pathsInCells(given);
  const [from, to] = [namedStage(pipeline, given.from), namedStage(pipeline, given.to)];
  const rates = roundedRates(conversion(pipeline, paths, { start: from.id, goal: to.id }));
  const { within } = rates;
  return [
    HEADER,
    [
      ...[from.name, to.name, rates.entered, rates.converted, rates.dropped, rates.pending],
      ...[rates.firstSeenLater, figureOr(rates.rate), figureOr(rates.low), figureOr(rates.high)],
      ...[figureOr(rates.decided), figureOr(rates.longRun)],
      ...[within.days, within.mature, within.converted, figureOr(within.rate)],
    ],
  ];
}

function namedStage(pipeline: Pipeline, name: string): Pipeline["stages"][number] {
  const stage = stageNamed(pipeline, name);
  if (stage === undefined) throw new StagelineError("usage", unknownStage(name, pipeline));
  return stage;
}
