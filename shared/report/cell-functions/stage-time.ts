// STAGE_TIME: how long records stay in a stage, or in each of them, with the numbers of the report.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { stageReports } from "../stage-reports.ts";
import { type BoardInCells, pathsInCells } from "./board-in-cells.ts";
import { type CellRange, figureOr } from "./cell-range.ts";

export interface TimeInCells extends BoardInCells {
  /** Name of a stage; absent or empty: every one. */
  readonly stage?: string;
}

/**
 * A row for each stage below a row of headers, in days. Those that are still in a stage are counted as unfinished; what
 * is not known is empty.
 *
 * @throws {StagelineError} `usage`, with one sentence on what has to be given instead
 * @example
 * stageTime({ ...fixtures.boardInCells, stage: "Lead" }) //=> [["Stage", "Half have left", "Four of five have left", "Half of the finished", "Records"], ["Lead", "", "", "", 1]]
 */
export function stageTime(given: TimeInCells): CellRange {
  const { pipeline, paths } = pathsInCells(given);
  const wanted =
    given.stage === undefined || given.stage === "" ? undefined : stageNamed(pipeline, given.stage);
  if (wanted === undefined && given.stage !== undefined && given.stage !== "")
    throw new StagelineError("usage", unknownStage(given.stage, pipeline));
  const reports = stageReports(pipeline, paths, {});
  return [
    ["Stage", "Half have left", "Four of five have left", "Half of the finished", "Records"],
    ...reports
      .filter(({ stage }) => wanted === undefined || stage === wanted.name)
      .map(({ stage, time: { median, p80, plainMedian, n } }) => [
        ...[stage, figureOr(median), figureOr(p80), figureOr(plainMedian), n],
      ]),
  ];
}
