// Milestones: what a record has earned, and whether it is on course to earn all that is on offer by the end of
// its period. Each milestone pays once, at its first time, in any order; skipping past a stage earns nothing, so
// only real visits count. Pace compares what was earned with what an even pace would have earned by now.

import type { Milestone, Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths } from "../log/paths.ts";
import { type Day, dayFromNumber, dayNumber } from "../value/day.ts";

export type MilestoneStatus = "launched" | "ahead" | "on course" | "behind" | "not started";

/** The days between which a record is meant to earn its milestones. */
export interface RecordPeriod {
  readonly start: Day;
  readonly end: Day;
}

export interface Achieved {
  /** By record id, milestones as logged (`achievementsOf`). */
  readonly logged: ReadonlyMap<string, ReadonlySet<string>>;
  /** By record id; records without one have no pace. */
  readonly periods: ReadonlyMap<string, RecordPeriod>;
}

export interface MilestoneScore {
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
  /** Absent where the record has no period, unless it has launched. */
  readonly status?: MilestoneStatus;
  /** score ÷ (offer × share of the period gone); absent before the period has begun. */
  readonly pace?: number;
  /** The day on which the present pace reaches the offer; absent without a pace, at 0 and after launch. */
  readonly projected?: Day;
}

const DAY_MS = 86_400_000;
const LAST_DAY_NUMBER = 2932896;

/**
 * The score of every record that is here at as of, in the order of the paths; none where the pipeline offers no
 * points. A milestone reached by entering a stage counts from the path, logged or not.
 *
 * `launched`: the score is the offer. `not started`: the score is 0. Else by pace: `ahead` from 1.1, `behind`
 * under 0.9, `on course` between. What is earned before the period begins is `ahead`. Unit: points.
 *
 * Source: METRICS, "Milestones" (house rule).
 *
 * @example
 * milestones(fixtures.offers, fixtures.paths("ada: Lead"), { logged: new Map(), periods: new Map() })[0]?.score //=> 0
 */
export function milestones(pipeline: Pipeline, paths: Paths, achieved: Achieved): readonly MilestoneScore[] {
  const offer = pointsOf(pipeline.milestones);
  if (offer === 0) return [];
  const today = Math.floor(paths.asOfWallMs / DAY_MS);
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

interface Standing {
  readonly score: number;
  readonly offer: number;
  /** Day number of as of. */
  readonly today: number;
  readonly period: RecordPeriod | undefined;
}

function courseOf(standing: Standing): Pick<MilestoneScore, "status" | "pace" | "projected"> {
  const { score, offer, today, period } = standing;
  const isLaunched = score >= offer;
  if (period === undefined) return isLaunched ? { status: "launched" } : {};
  const start = dayNumber(period.start);
  const length = dayNumber(period.end) - start;
  const gone = Math.min(today - start, length);
  if (length <= 0) return isLaunched ? { status: "launched" } : {};
  // Multiplied out, so that a pace of exactly 1.1 is not missed by a rounding.
  const pace = gone <= 0 ? undefined : (score * length) / (offer * gone);
  const projected = isLaunched || score === 0 ? undefined : projectedDay(standing, start);
  return {
    status: isLaunched ? "launched" : score === 0 ? "not started" : statusAt(pace),
    ...(pace === undefined ? {} : { pace }),
    ...(projected === undefined ? {} : { projected }),
  };
}

function statusAt(pace: number | undefined): MilestoneStatus {
  if (pace === undefined || pace >= 1.1) return "ahead";
  return pace < 0.9 ? "behind" : "on course";
}

function projectedDay({ score, offer, today }: Standing, start: number): Day | undefined {
  if (today <= start) return undefined;
  const day = start + Math.ceil(((today - start) * offer) / score);
  return day > LAST_DAY_NUMBER ? undefined : dayFromNumber(day);
}
