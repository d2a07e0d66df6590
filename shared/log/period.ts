// The period that a report is asked for: whole days on the wall clock, `from` included and `to` not, so that
// periods that follow each other share no day and leave none out. Without bounds it is all of history.

import { type Day, dayNumber } from "../value/day.ts";

export interface Period {
  /** The first day. */
  readonly from?: Day;
  /** The day after the last. */
  readonly to?: Day;
}

/** The same on the wall clock in milliseconds: `[startWallMs, endWallMs)`. */
export interface Window {
  readonly startWallMs: number;
  readonly endWallMs: number;
}

const DAY_MS = 86_400_000;

/**
 * The window on the wall clock that a period of days means.
 *
 * @example
 * windowOf({ from: parseDay("1970-01-02") }) //=> { startWallMs: 86400000, endWallMs: Infinity }
 */
export function windowOf({ from, to }: Period): Window {
  return {
    startWallMs: from === undefined ? -Infinity : dayNumber(from) * DAY_MS,
    endWallMs: to === undefined ? Infinity : dayNumber(to) * DAY_MS,
  };
}
