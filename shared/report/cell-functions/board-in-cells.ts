// A board as the functions in cells are given it: ranges, a name, and as of when. All of them begin here.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { Paths } from "../../log/paths.ts";
import { pathsOf } from "../../log/paths-builder.ts";
import type { Cell } from "../../table/cell.ts";
import type { Moment } from "../../value/moment.ts";
import { activityRange, boardIdOf, boardIds, unknownBoard } from "./board-entries.ts";
import { asOfMoment, type CellRange } from "./cell-range.ts";
import { followedPipeline, pipelineOfBoard, stageRange } from "./stage-range.ts";

export interface BoardInCells {
  /** Activity!A:N. */
  readonly activity: CellRange;
  /** Stages!A:S. */
  readonly stages: CellRange;
  /** Name of the board's tab, or of its pipeline. */
  readonly board: string;
  /** Dashboard!$B$1. */
  readonly asOf: Cell;
}

/** A board that was found in the ranges. */
export interface FoundBoard {
  readonly pipeline: Pipeline;
  readonly paths: Paths;
  readonly entries: readonly Entry[];
  readonly asOf: Moment;
}

/**
 * The pipeline of the board, and the paths of its records.
 *
 * @throws {StagelineError} `usage`, with one sentence on what has to be given instead
 * @example
 * pathsInCells(fixtures.boardInCells).paths.recordIds.length //=> 1
 */
export function pathsInCells(given: BoardInCells): FoundBoard {
  const { board } = given;
  const asOf = asOfMoment(given.asOf);
  const activity = activityRange(given.activity, asOf);
  const range = stageRange(given.stages);
  const named = followedPipeline(range, board, []);
  const isOfNamed = (entries: readonly Entry[]) =>
    named !== undefined && followedPipeline(range, "", entries) === named;
  const id = boardIdOf(activity, board, isOfNamed);
  const entries = (id === undefined ? undefined : activity.entriesOf.get(id)) ?? [];
  const pipeline = id === undefined ? named : pipelineOfBoard(range, board, entries);
  if (pipeline === undefined) throw unknownBoard(board, boardIds(activity));
  const stageIds = pipeline.stages.map((stage) => stage.id);
  return { pipeline, paths: pathsOf(stageIds, entries, asOf), entries, asOf };
}
