// What the stages of paths mean to a metric: their rank on the main line and their kind, by stage number. All
// columns begin with a place for `UNKNOWN_STAGE`, so that a stage number + 1 is always an index; an unknown
// stage has no rank and no kind.

import { mainLineOf, type Pipeline, type Stage } from "../definition/pipeline.ts";
import type { Paths } from "./paths.ts";

/** No place on the main line. */
export const NO_RANK = -1;

export interface StageRanks {
  /** Stages of the main line in order. */
  readonly mainLine: readonly Stage[];
  /** By stage number + 1: the rank from 0, or `NO_RANK`. */
  readonly rank: Int16Array;
  /** By stage number + 1: the stage; of `UNKNOWN_STAGE`, none. */
  readonly stages: readonly (Stage | undefined)[];
}

/** By stage number + 1: 1 for the stages that are meant. */
export type StageMask = Uint8Array;

/**
 * Ranks and stages by the stage numbers of `paths`.
 *
 * @example
 * stageRanks(fixtures.offers, fixtures.paths("ada: Lead")).rank[1] //=> 0
 */
export function stageRanks(pipeline: Pipeline, paths: Paths): StageRanks {
  const mainLine = mainLineOf(pipeline);
  const ranks = new Map(mainLine.map((stage, rank) => [stage.id, rank]));
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  return {
    mainLine,
    rank: Int16Array.from(["", ...paths.stageIds], (id) => ranks.get(id) ?? NO_RANK),
    stages: [undefined, ...paths.stageIds.map((id) => stages.get(id))],
  };
}

/**
 * The mask of the stages for which `isMeant` holds.
 *
 * @example
 * stageMask(stageRanks(fixtures.offers, fixtures.paths("ada: Lead")), (stage) => stage.kind === "won")[3] //=> 1
 */
export function stageMask(ranks: StageRanks, isMeant: (stage: Stage) => boolean): StageMask {
  return Uint8Array.from(ranks.stages, (stage) => (stage !== undefined && isMeant(stage) ? 1 : 0));
}

/**
 * The mask of a stage and, where it has a rank, of every stage of a higher rank.
 *
 * @example
 * maskFrom(stageRanks(fixtures.offers, fixtures.paths("ada: Lead")), "offer")[3] //=> 1
 */
export function maskFrom(ranks: StageRanks, stageId: string): StageMask {
  const least = ranks.mainLine.findIndex((stage) => stage.id === stageId);
  if (least === -1) return stageMask(ranks, (stage) => stage.id === stageId);
  return Uint8Array.from(ranks.rank, (rank) => (rank >= least ? 1 : 0));
}

/**
 * Whether a stage means that its record was given up: lost, or better avoided.
 *
 * @example
 * isDrop({ kind: "lost" }) //=> true
 */
export function isDrop({ kind }: Pick<Stage, "kind">): boolean {
  return kind === "lost" || kind === "avoid";
}
