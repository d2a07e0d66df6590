// Milestones: what a record has earned, and whether it is on course to earn all that is on offer by the end of
// its period. Each milestone pays once, at its first time, in any order; skipping past a stage earns nothing, so
// only real visits count. Pace compares what was earned with what an even pace would have earned by now.

import type { Milestone, Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths } from "../log/paths.ts";
import { type Course, courseOf, type RecordPeriod } from "../statistics/course.ts";
import { dayFromNumber } from "../value/day.ts";

export interface Achieved {
  /** By record id, milestones as logged (`achievementsOf`). */
  readonly logged: ReadonlyMap<string, ReadonlySet<string>>;
  /** By record id; records without one have no pace. */
  readonly periods: ReadonlyMap<string, RecordPeriod>;
}

export interface MilestoneScore extends Course {
  /** Record id. */
  readonly record: string;
  /** Points earned. */
  readonly score: number;
  /** Points that the pipeline offers. */
  readonly offer: number;
  /** score ÷ offer. */
  readonly completion: number;
  /** Ids of those not reached yet, in the order of the pipeline. */
  readonly open: readonly string[];
}

const DAY_MS = 86_400_000;

/**
 * The score of every record that is here at as of, in the order of the paths; none where the pipeline offers no
 * points. A milestone reached by entering a stage counts from the path, logged or not. Unit: points.
 *
 * Source: METRICS, "Milestones" (house rule).
 *
 * @example
 * milestones(fixtures.offers, fixtures.paths("ada: Lead"), { logged: new Map(), periods: new Map() })[0]?.score //=> 0
 */
export function milestones(pipeline: Pipeline, paths: Paths, achieved: Achieved): readonly MilestoneScore[] {
  const offer = pointsOf(pipeline.milestones);
  if (offer === 0) return [];
  const today = dayFromNumber(Math.floor(paths.asOfWallMs / DAY_MS));
  const scores: MilestoneScore[] = [];
  paths.recordIds.forEach((record, number) => {
    if (paths.ending[number] !== ENDS_HERE) return;
    const logged = achieved.logged.get(record);
    const entered = stagesOf(paths, number);
    const isReached = ({ id, reachedWhen }: Milestone) =>
      logged?.has(id) === true || (reachedWhen.by === "stage" && entered.has(reachedWhen.stage));
    const score = pointsOf(pipeline.milestones.filter(isReached));
    const open = pipeline.milestones.filter((milestone) => !isReached(milestone)).map(({ id }) => id);
    const course = courseOf({ score, offer, today, period: achieved.periods.get(record) });
    scores.push({ record, score, offer, completion: score / offer, open, ...course });
  });
  return scores;
}

function pointsOf(earned: readonly Milestone[]): number {
  return earned.reduce((sum, { points }) => sum + points, 0);
}

function stagesOf({ firstVisit, stage, stageIds }: Paths, record: number): ReadonlySet<string> {
  const visits = stage.subarray(firstVisit[record], firstVisit[record + 1]);
  return new Set(Array.from(visits, (number) => stageIds[number] ?? ""));
}
