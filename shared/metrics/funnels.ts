// The funnel: how many records reached each ranked stage. To reach a stage is to enter it or a ranked stage
// after it, so a skipped stage counts as passed and no stage is reached by more records than the one before.
// Ending in a lost or avoid stage says nothing about the stages between. Where records stand now is the mix;
// it is told beside, and is never a conversion.

import type { Pipeline } from "../definition/pipeline.ts";
import { type Paths, stageNow } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { NO_RANK, stageRanks } from "../log/stage-ranks.ts";

export interface FunnelStage {
  /** Stage id. */
  readonly stage: string;
  /** Records that reached it; off the main line: that entered it. */
  readonly reached: number;
  /** Records that stand in it at as of. */
  readonly now: number;
  /** reached ÷ reached of the ranked stage before it. */
  readonly fromPrevious?: number;
  /** reached ÷ reached of the first ranked stage. */
  readonly overall?: number;
}

/**
 * Every stage of the pipeline: the main line in order, then the others in theirs. With a period, of the records
 * whose path began in it. Unit: records.
 *
 * Source: METRICS, "Funnel" (house rule).
 *
 * @example
 * funnels(fixtures.offers, fixtures.paths("ada: Lead Won", "bob: Lead")).map((stage) => stage.reached)
 * //=> [2, 1, 1, 0]
 */
export function funnels(pipeline: Pipeline, paths: Paths, period: Period = {}): readonly FunnelStage[] {
  const { mainLine, rank } = stageRanks(pipeline, paths);
  const counts = countVisits(paths, { rank, ranks: mainLine.length, period });
  const first = counts.reached[0] ?? 0;
  const now = new Map(paths.stageIds.map((id, number) => [id, counts.now[number + 1] ?? 0]));
  const entered = new Map(paths.stageIds.map((id, number) => [id, counts.entered[number + 1] ?? 0]));
  const line = mainLine.map((stage, index) => ({
    stage: stage.id,
    reached: counts.reached[index] ?? 0,
    now: now.get(stage.id) ?? 0,
    ...(index === 0 ? {} : ratio("fromPrevious", counts.reached[index] ?? 0, counts.reached[index - 1] ?? 0)),
    ...ratio("overall", counts.reached[index] ?? 0, first),
  }));
  const others = pipeline.stages
    .filter((stage) => !mainLine.includes(stage))
    .map(({ id }) => ({ stage: id, reached: entered.get(id) ?? 0, now: now.get(id) ?? 0 }));
  return [...line, ...others];
}

interface Counting {
  readonly rank: Int16Array;
  /** How many ranks there are. */
  readonly ranks: number;
  readonly period: Period;
}

function countVisits(paths: Paths, { rank, ranks, period }: Counting) {
  const { firstVisit, stage, enteredWallMs } = paths;
  const { startWallMs, endWallMs } = windowOf(period);
  const reached = new Float64Array(ranks);
  const entered = new Float64Array(rank.length);
  const now = new Float64Array(rank.length);
  // The record that was last counted as having entered a stage; each counts once.
  const countedBy = new Int32Array(rank.length).fill(-1);
  for (let record = 0; record < paths.recordIds.length; record++) {
    const from = firstVisit[record] ?? 0;
    const to = firstVisit[record + 1] ?? 0;
    const beganMs = enteredWallMs[from] ?? 0;
    if (beganMs < startWallMs || beganMs >= endWallMs) continue;
    let highest = NO_RANK;
    for (let visit = from; visit < to; visit++) {
      const index = (stage[visit] ?? 0) + 1;
      highest = Math.max(highest, rank[index] ?? NO_RANK);
      if (countedBy[index] === record) continue;
      countedBy[index] = record;
      entered[index] = (entered[index] ?? 0) + 1;
    }
    if (highest !== NO_RANK) reached[highest] = (reached[highest] ?? 0) + 1;
    const standsAt = stageNow(paths, record) + 1;
    now[standsAt] = (now[standsAt] ?? 0) + 1;
  }
  for (let index = ranks - 2; index >= 0; index--) {
    reached[index] = (reached[index] ?? 0) + (reached[index + 1] ?? 0);
  }
  return { reached, entered, now };
}

function ratio<Name extends string>(name: Name, k: number, n: number): { readonly [key in Name]?: number } {
  return n === 0 ? {} : ({ [name]: k / n } as { [key in Name]: number });
}
