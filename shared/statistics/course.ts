// How something is on course: what it has earned by today beside what an even pace between two days would have
// earned. The score of a record is told by it, and the rules that look after whoever falls behind ask it too.

import { type Day, dayFromNumber, dayNumber } from "../value/day.ts";

export type CourseStatus = "launched" | "ahead" | "on course" | "behind" | "not started";

/** The days between which a record is meant to earn its milestones. */
export interface RecordPeriod {
  readonly start: Day;
  readonly end: Day;
}

/** What was earned, of what, by when. */
export interface Standing {
  readonly score: number;
  readonly offer: number;
  readonly today: Day;
  readonly period?: RecordPeriod | undefined;
}

export interface Course {
  /** Absent where there is no period, unless all is earned. */
  readonly status?: CourseStatus;
  /** score ÷ (offer × share of the period gone); absent before the period has begun. */
  readonly pace?: number;
  /** The day on which the present pace reaches the offer; absent without a pace, at 0 and after launch. */
  readonly projected?: Day;
}

const LAST_DAY_NUMBER = 2932896;

/**
 * The course of a standing.
 *
 * `launched`: the score is the offer. `not started`: the score is 0. Else by pace: `ahead` from 1.1, `behind`
 * under 0.9, `on course` between. What is earned before the period begins is `ahead`.
 *
 * Source: METRICS, "Milestones" (house rule).
 *
 * @example
 * courseOf({
 *   score: 5,
 *   offer: 10,
 *   today: parseDay("2026-01-11"),
 *   period: { start: parseDay("2026-01-01"), end: parseDay("2026-01-21") },
 * }) //=> { status: "on course", pace: 1, projected: "2026-01-21" }
 */
export function courseOf(standing: Standing): Course {
  const { score, offer, today, period } = standing;
  const isLaunched = score >= offer;
  if (period === undefined) return isLaunched ? { status: "launched" } : {};
  const start = dayNumber(period.start);
  const length = dayNumber(period.end) - start;
  const gone = Math.min(dayNumber(today) - start, length);
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

function statusAt(pace: number | undefined): CourseStatus {
  if (pace === undefined || pace >= 1.1) return "ahead";
  return pace < 0.9 ? "behind" : "on course";
}

function projectedDay({ score, offer, today }: Standing, start: number): Day | undefined {
  const gone = dayNumber(today) - start;
  if (gone <= 0) return undefined;
  const day = start + Math.ceil((gone * offer) / score);
  return day > LAST_DAY_NUMBER ? undefined : dayFromNumber(day);
}
