// PIPELINE_FUNNEL: how many records came to every stage and stand in it, with the numbers of the report.

import { stageReports } from "../stage-reports.ts";
import { type BoardInCells, pathsInCells } from "./board-in-cells.ts";
import { type CellRange, figureOr } from "./cell-range.ts";

/**
 * A row for each stage, the main line first, below a row of headers. Shares lie between 0 and 1; what is not known is
 * empty.
 *
 * @throws {StagelineError} `usage`, with one sentence on what has to be given instead
 * @example
 * pipelineFunnel(fixtures.boardInCells)[1] //=> ["Lead", "open", 1, 1, "", 1]
 */
export function pipelineFunnel(given: BoardInCells): CellRange {
  const { pipeline, paths } = pathsInCells(given);
  return [
    ["Stage", "Kind", "Reached", "Now", "From the one before", "Of the first"],
    ...stageReports(pipeline, paths, {}).map(({ stage, kind, reached, now, fromPrevious, overall }) => [
      ...[stage, kind, reached, now, figureOr(fromPrevious), figureOr(overall)],
    ]),
  ];
}
