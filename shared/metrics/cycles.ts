// The cycle: from a record's first entry to its first won stage. The mean or median of the won ones alone is
// short while slower records are still open, so the headline is the time at which half of those that will win
// have won; the plain median stands beside it, labelled.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { isDrop, stageMask, stageRanks } from "../log/stage-ranks.ts";
import { cumulativeIncidence } from "../statistics/aalen-johansen.ts";
import { firstPassages } from "../statistics/first-passages.ts";
import { medianOfSorted } from "../statistics/quantile.ts";

export interface Cycle {
  /** Days at which the cumulative incidence of winning is half of its final value. */
  readonly medianDays?: number;
  /** Plain median of the won ones. */
  readonly plainMedianWonDays?: number;
  /** Won records with a cycle. */
  readonly n: number;
}

/**
 * The cycle length in days by the wall clock; with a period, of the records whose path began in it. A record
 * that was already won when it was first seen has no cycle, and is left out.
 *
 * Source: METRICS, "Durations" (house rule); Aalen & Johansen (1978).
 *
 * @example
 * cycles(fixtures.offers, fixtures.paths("ada: Lead@0 Won@30", "bob: Lead@0 Won@40"))
 * //=> { n: 2, medianDays: 30, plainMedianWonDays: 35 }
 */
export function cycles(pipeline: Pipeline, paths: Paths, period: Period = {}): Cycle {
  const ranks = stageRanks(pipeline, paths);
  const { converted, dropped, pending } = firstPassages(paths, {
    start: new Uint8Array(ranks.rank.length).fill(1),
    goal: stageMask(ranks, ({ kind }) => kind === "won"),
    drop: stageMask(ranks, isDrop),
    beyond: new Uint8Array(ranks.rank.length),
    window: windowOf(period),
    withinDays: 0,
  });
  const incidence = cumulativeIncidence({ event: converted, competing: dropped, censored: pending });
  const plain = medianOfSorted(converted);
  return {
    n: converted.length,
    ...(incidence?.halfTime === undefined ? {} : { medianDays: incidence.halfTime }),
    ...(plain === undefined ? {} : { plainMedianWonDays: plain }),
  };
}
