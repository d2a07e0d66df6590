// At what age, and from which stage, records were lost: early ones cost little, late ones were believed in. The
// numbers are those of `outcomes`: a record that was won before is not lost.

import type { Pipeline } from "../definition/pipeline.ts";
import { CLOSED_LOST, closingsOf } from "../log/closings.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { medianOfSorted } from "../statistics/quantile.ts";

export interface Losses {
  readonly lost: number;
  /** Days from the first entry to the loss; absent of none. */
  readonly medianDays?: number;
  /** In the order of the pipeline; those from which nothing was lost are left out. */
  readonly stages: readonly StageLosses[];
}

export interface StageLosses {
  /** Id of the stage before the loss; absent of those that began as lost, or came from a stage that is gone. */
  readonly stage?: string;
  readonly lost: number;
  readonly medianDays?: number;
}

const DAY_MS = 86_400_000;
const NO_STAGE = "";

/**
 * The losses of a board; with a period: in it. Unit: records, and days by the wall clock.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * losses(fixtures.offers, fixtures.paths("ada: Lead@0 Offer@4 Lost@6", "bob: Lead@0 Lost@2"), {})
 * //=> { lost: 2, medianDays: 4, stages: [{ stage: "lead", lost: 1, medianDays: 2 }, { stage: "offer", lost: 1, medianDays: 6 }] }
 */
export function losses(pipeline: Pipeline, paths: Paths, period: Period): Losses {
  const { fate, visit } = closingsOf(pipeline, paths, period);
  const ages = new Map<string, number[]>();
  fate.forEach((closed, record) => {
    if (closed !== CLOSED_LOST) return;
    const first = paths.firstVisit[record] ?? 0;
    const end = visit[record] ?? first;
    const days = ((paths.enteredWallMs[end] ?? 0) - (paths.enteredWallMs[first] ?? 0)) / DAY_MS;
    const from = end === first ? NO_STAGE : (paths.stageIds[paths.stage[end - 1] ?? -1] ?? NO_STAGE);
    const known = ages.get(from);
    if (known === undefined) ages.set(from, [days]);
    else known.push(days);
  });
  const order = [...pipeline.stages.map(({ id }) => id), NO_STAGE];
  return {
    ...lossesOf([...ages.values()].flat()),
    stages: order.flatMap((stage) => {
      const days = ages.get(stage);
      if (days === undefined) return [];
      return [{ ...(stage === NO_STAGE ? {} : { stage }), ...lossesOf(days) }];
    }),
  };
}

function lossesOf(days: readonly number[]) {
  const medianDays = medianOfSorted(Float64Array.from(days).sort());
  return { lost: days.length, ...(medianDays === undefined ? {} : { medianDays }) };
}
