// A clock for tests: it stands still but for waits, which it lets pass at once and remembers. It draws what it is told.

import type { Clock } from "../../../sync/google/clock.ts";

export interface MovingClock extends Clock {
  /** How long each wait was. */
  readonly waits: readonly number[];
}

export function movingClock(draw = 0.5, startMs = Date.UTC(2026, 10, 20, 8, 30)): MovingClock {
  const waits: number[] = [];
  let now = startMs;
  return {
    waits,
    nowMs: () => now,
    random: () => draw,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}
