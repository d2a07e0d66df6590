// Branches: how often a stage is left for one off the main line (a parallel track, a parking place, lost,
// avoid), as a share of the visits that ended. A removed record ended nothing: its row is gone.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HANDED_ON, type Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { NO_RANK, stageRanks } from "../log/stage-ranks.ts";

export interface Branch {
  /** Stage ids. */
  readonly from: string;
  readonly to: string;
  /** Visits of `from` that ended in `to`. */
  readonly count: number;
  /** Visits of `from` that ended, by any next stage or by being handed on. */
  readonly ended: number;
  /** count ÷ ended. */
  readonly share: number;
}

/**
 * Every branch that was taken, in the order of the pipeline's stages; with a period, of the visits that began
 * in it. Unit: visits.
 *
 * Source: METRICS, "Funnel" (house rule).
 *
 * @example
 * branches(fixtures.offers, fixtures.paths("ada: Lead Lost", "bob: Lead Offer"))
 * //=> [{ from: "lead", to: "lost", count: 1, ended: 2, share: 0.5 }]
 */
export function branches(pipeline: Pipeline, paths: Paths, period: Period = {}): readonly Branch[] {
  const { rank } = stageRanks(pipeline, paths);
  const { ended, moves } = countMoves(paths, period);
  const width = paths.stageIds.length + 1;
  const taken: Branch[] = [];
  paths.stageIds.forEach((from, fromNumber) => {
    paths.stageIds.forEach((to, toNumber) => {
      const count = moves[(fromNumber + 1) * width + toNumber + 1] ?? 0;
      const all = ended[fromNumber + 1] ?? 0;
      if (count === 0 || rank[toNumber + 1] !== NO_RANK) return;
      taken.push({ from, to, count, ended: all, share: count / all });
    });
  });
  return taken;
}

function countMoves(paths: Paths, period: Period) {
  const { firstVisit, stage, enteredWallMs } = paths;
  const { startWallMs, endWallMs } = windowOf(period);
  const width = paths.stageIds.length + 1;
  const ended = new Float64Array(width);
  const moves = new Float64Array(width * width);
  for (let record = 0; record < paths.recordIds.length; record++) {
    const to = firstVisit[record + 1] ?? 0;
    for (let visit = firstVisit[record] ?? 0; visit < to; visit++) {
      const enteredMs = enteredWallMs[visit] ?? 0;
      if (enteredMs < startWallMs || enteredMs >= endWallMs) continue;
      const index = (stage[visit] ?? 0) + 1;
      const isLast = visit + 1 === to;
      if (isLast && paths.ending[record] !== ENDS_HANDED_ON) continue;
      ended[index] = (ended[index] ?? 0) + 1;
      if (isLast) continue;
      const move = index * width + (stage[visit + 1] ?? 0) + 1;
      moves[move] = (moves[move] ?? 0) + 1;
    }
  }
  return { ended, moves };
}
