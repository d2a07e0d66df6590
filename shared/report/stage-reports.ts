// The stages of a board's report: the main line in order, then those off it that any record was in.

import { mainLineOf, type Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { durations } from "../metrics/durations.ts";
import { funnels } from "../metrics/funnels.ts";
import type { TimeEstimate } from "../statistics/time-estimate.ts";
import type { StageReport, TimeReport } from "./book-report.ts";
import { rounded } from "./rounded.ts";

/**
 * Funnel, mix and time in stage, under the names of the stages.
 *
 * @example
 * stageReports(fixtures.offers, fixtures.paths("ada: Lead Offer"), {}).map(({ stage }) => stage)
 * //=> ["Lead", "Offer", "Won"]
 */
export function stageReports(pipeline: Pipeline, paths: Paths, period: Period): readonly StageReport[] {
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  const mainLine = new Set(mainLineOf(pipeline));
  const times = new Map(durations(pipeline, paths, period).map((time) => [time.stage, time]));
  return funnels(pipeline, paths, period).flatMap((funnel) => {
    const stage = stages.get(funnel.stage);
    if (stage === undefined || (!mainLine.has(stage) && funnel.reached === 0)) return [];
    const time = times.get(stage.id);
    return {
      ...rounded(funnel),
      stage: stage.name,
      kind: stage.kind,
      ...(stage.targetRate === undefined ? {} : { targetRate: stage.targetRate }),
      time: timeReport(time?.latest),
      cumulativeTime: timeReport(time?.cumulative),
    };
  });
}

/**
 * A time as reports hold it.
 *
 * @example
 * timeReport({ n: 2, medianDays: 4.1234567 }) //=> { unit: "days", median: 4.123457, n: 2 }
 */
export function timeReport(time: TimeEstimate = { n: 0 }): TimeReport {
  const { medianDays, p80Days, plainMedianDays, n } = time;
  return { unit: "days", ...rounded({ median: medianDays, p80: p80Days, plainMedian: plainMedianDays }), n };
}
