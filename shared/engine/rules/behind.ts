// Who falls behind with the milestones: the score of a record that somebody works on, beside what an even pace would
// have earned by today. Nothing at all is behind, too, but not before an even pace would have earned anything.

import type { Milestone, Pipeline } from "../../definition/pipeline.ts";
import type { RecordState } from "../../log/replay.ts";
import { courseOf, type RecordPeriod } from "../../statistics/course.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { type Day, dayNumber } from "../../value/day.ts";

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Whether a record has earned less than nine tenths of what an even pace would have earned by today.
 *
 * Nobody falls behind in a stage that is won, lost or to be avoided, nor without a period or points. A record that
 * has earned nothing is behind from the day on which an even pace would have earned the smallest milestone.
 *
 * @example
 * isBehind(fixtures.offers, fixtures.standing.state, {}, parseDay("2026-11-20")) //=> false
 */
export function isBehind(pipeline: Pipeline, state: RecordState, values: Values, today: Day): boolean {
  const period = recordPeriod(pipeline, values);
  if (period === undefined || state.removed || !isWorkedOn(pipeline, state)) return false;
  const offer = pointsOf(pipeline.milestones);
  if (offer === 0) return false;
  const score = pointsOf(pipeline.milestones.filter((milestone) => isReached(milestone, state)));
  const { status, pace } = courseOf({ score, offer, today, period });
  if (status !== "not started") return status === "behind";
  return pace !== undefined && evenScore(period, offer, today) >= smallestOf(pipeline.milestones);
}

/**
 * The days between which a record is meant to earn its milestones; absent where one of them is not filled in.
 *
 * @example
 * recordPeriod(fixtures.offers, {}) //=> undefined
 */
export function recordPeriod({ period }: Pipeline, values: Values): RecordPeriod | undefined {
  const start = values[period?.start ?? ""];
  const end = values[period?.end ?? ""];
  if (typeof start !== "string" || typeof end !== "string") return undefined;
  return { start: start as Day, end: end as Day };
}

/**
 * Whether the history of a record has the milestone, or went through the stage that earns it.
 *
 * @example
 * isReached(fixtures.offers.milestones[0], fixtures.standing.state) //=> false
 */
export function isReached({ id, reachedWhen }: Milestone, { milestones, visits }: RecordState): boolean {
  if (milestones[id] !== undefined) return true;
  return reachedWhen.by === "stage" && visits.some(({ stage }) => stage === reachedWhen.stage);
}

function isWorkedOn({ stages }: Pipeline, { now }: RecordState): boolean {
  const kind = stages.find(({ id }) => id === now.stage)?.kind;
  return kind === "open" || kind === "parked";
}

function pointsOf(milestones: readonly Milestone[]): number {
  return milestones.reduce((sum, { points }) => sum + points, 0);
}

function smallestOf(milestones: readonly Milestone[]): number {
  return Math.min(...milestones.flatMap(({ points }) => (points > 0 ? [points] : [])));
}

function evenScore({ start, end }: RecordPeriod, offer: number, today: Day): number {
  const length = dayNumber(end) - dayNumber(start);
  return (offer * Math.min(dayNumber(today) - dayNumber(start), length)) / length;
}
