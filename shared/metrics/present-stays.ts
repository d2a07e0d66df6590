// The present stay of a record: how long it has been in its stage, by when it should have left, and whether it went
// stale there. A limit runs in working days and is never compared with days of the clock; where a stage has no
// limit, what it usually takes stands in, and then both sides are days of the clock.

import type { Pipeline, Stage } from "../definition/pipeline.ts";
import { type Paths, stageNow } from "../log/paths.ts";
import type { Touches } from "../log/touches.ts";
import { type Day, dayFromNumber } from "../value/day.ts";
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from "../value/working-calendar.ts";

export interface PresentStay {
  /** Record id. */
  readonly record: string;
  readonly stage: Stage;
  readonly since: Day;
  /** Days by the wall clock, with their fraction. */
  readonly days: number;
  /** Days since it first came to a won stage; absent where it never did. */
  readonly wonDays?: number;
  /** The last day in time; absent where the stage sets no limit. */
  readonly due?: Day;
  /** Working days beyond `due`; 0 while it is in time. */
  readonly overDays: number;
  /** Nobody was in touch for longer than the stage allows or usually takes, and no next step is planned. */
  readonly isStale: boolean;
}

export interface StayContext {
  readonly calendar: WorkingCalendar;
  /** By stage id, days after which four of five have left; of stages where too few were counted, none. */
  readonly usualDays: ReadonlyMap<string, number>;
  /** By record id. */
  readonly touches: ReadonlyMap<string, Touches>;
  /** By record id, the day of the next step. */
  readonly planned: ReadonlyMap<string, Day>;
}

const DAY_MS = 86_400_000;

/**
 * The stay of every record that is here and is neither lost nor to be avoided, the longest first.
 *
 * Stale: working days since the later of stage entry and the last touch above the stage's limit, and no next step
 * today or later. An open stage without a limit takes the 80th percentile of its times, in days of the clock.
 *
 * Source: METRICS, "Durations" (house rule).
 *
 * @example
 * presentStays(fixtures.offers, fixtures.paths("ada: Lead@90"), fixtures.stayContext)[0]?.days //=> 10
 */
export function presentStays(pipeline: Pipeline, paths: Paths, context: StayContext): readonly PresentStay[] {
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  const isWon = paths.stageIds.map((id) => stages.get(id)?.kind === "won");
  const stays = paths.recordIds.flatMap((record, number) => {
    const stage = stages.get(paths.stageIds[stageNow(paths, number)] ?? "");
    if (stage === undefined || stage.kind === "lost" || stage.kind === "avoid") return [];
    const sinceWallMs = paths.enteredWallMs[(paths.firstVisit[number + 1] ?? 0) - 1] ?? 0;
    const standing = { record, stage, sinceWallMs, asOfWallMs: paths.asOfWallMs };
    return [{ ...stayOf(standing, context), ...wonDaysOf(paths, number, isWon) }];
  });
  return stays.sort((left, right) => right.days - left.days);
}

interface Standing {
  readonly record: string;
  readonly stage: Stage;
  readonly sinceWallMs: number;
  readonly asOfWallMs: number;
}

function stayOf(standing: Standing, context: StayContext): PresentStay {
  const { record, stage, sinceWallMs, asOfWallMs } = standing;
  const { calendar } = context;
  const since = dayOfWall(sinceWallMs);
  const today = dayOfWall(asOfWallMs);
  const due = stage.limitDays === undefined ? undefined : addWorkingDays(calendar, since, stage.limitDays);
  return {
    record,
    stage,
    since,
    days: Math.max(0, asOfWallMs - sinceWallMs) / DAY_MS,
    ...(due === undefined ? {} : { due }),
    overDays: due === undefined || today <= due ? 0 : workingDaysBetween(calendar, due, today),
    isStale: isStale(standing, context),
  };
}

function wonDaysOf(paths: Paths, record: number, isWon: readonly boolean[]): { wonDays?: number } {
  const { firstVisit, stage, enteredWallMs, asOfWallMs } = paths;
  const first = firstVisit[record] ?? 0;
  const visits = stage.subarray(first, firstVisit[record + 1]);
  const won = visits.findIndex((number) => isWon[number] === true);
  return won === -1 ? {} : { wonDays: Math.max(0, asOfWallMs - (enteredWallMs[first + won] ?? 0)) / DAY_MS };
}

function isStale(standing: Standing, { calendar, usualDays, touches, planned }: StayContext): boolean {
  const { record, stage, sinceWallMs, asOfWallMs } = standing;
  const today = dayOfWall(asOfWallMs);
  if ((planned.get(record) ?? "") >= today) return false;
  const quietSinceMs = Math.max(sinceWallMs, touches.get(record)?.lastWallMs ?? -Infinity);
  if (stage.limitDays !== undefined) {
    return workingDaysBetween(calendar, dayOfWall(quietSinceMs), today) > stage.limitDays;
  }
  const usual = stage.kind === "open" ? usualDays.get(stage.id) : undefined;
  return usual !== undefined && (asOfWallMs - quietSinceMs) / DAY_MS > usual;
}

function dayOfWall(wallMs: number): Day {
  return dayFromNumber(Math.floor(wallMs / DAY_MS));
}
