// One run of the engine: everything that it is told from outside. The core reads no clock and draws nothing at
// random, so a run with the same tables and the same `Run` gives the same result.

import type { Definition, Pipeline } from "../definition/pipeline.ts";
import type { KnownBy } from "../log/entry.ts";
import type { Weekday } from "../value/day.ts";
import type { Moment, Zone } from "../value/moment.ts";
import type { WorkingCalendar } from "../value/working-calendar.ts";

export interface Run {
  readonly now: Moment;
  readonly zone: Zone;
  /** Who acts, by name; absent when nobody knows. */
  readonly actor?: string;
  readonly knownBy: KnownBy;
  /** At least 80 random bits, used for this run only: fresh ids are made from it. */
  readonly seed: string;
  /** Goes on where a guard would stop (many records gone at once): somebody has looked. */
  readonly acceptsGuards?: boolean;
}

/** The name under which an act of nobody known is logged. */
export const UNKNOWN_ACTOR = "unknown";

/**
 * The name for the log's "Who".
 *
 * @example
 * whoActs({}) //=> "unknown"
 */
export function whoActs(run: Pick<Run, "actor">): string {
  return run.actor ?? UNKNOWN_ACTOR;
}

/**
 * The working calendar of a pipeline: its week, and the days off of the book.
 *
 * @example
 * calendarOf(fixtures.book, fixtures.offers).workingDays //=> [1, 2, 3, 4, 5]
 */
export function calendarOf({ holidays }: Pick<Definition, "holidays">, pipeline: Pipeline): WorkingCalendar {
  return { workingDays: pipeline.workingDays as readonly Weekday[], holidays };
}
