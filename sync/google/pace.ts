// One request at a time, and at most one a second: what Google advises for one spreadsheet, and what keeps a command
// within the sixty a minute that an account may ask.

import type { Clock } from "./clock.ts";

export const PACE_MS = 1000;

/** Does work when its turn has come: in the order in which it was asked for. */
export type Pace = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function paceBy(clock: Clock, paceMs: number = PACE_MS): Pace {
  let lastStartMs = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(async () => {
      // A clock that was put back must not make anybody wait for the difference.
      const waitMs = Math.min(lastStartMs + paceMs - clock.nowMs(), paceMs);
      if (waitMs > 0) await clock.wait(waitMs);
      lastStartMs = clock.nowMs();
      return work();
    });
    last = own.catch(() => undefined);
    return own;
  };
}
