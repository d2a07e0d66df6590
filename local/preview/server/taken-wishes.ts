// Which wishes of a page have been taken in. A page that is not sure whether one arrived sends it again, under the same
// number: each is done once.

import type { WindowRequest, WindowWish } from "./window-request.ts";

export interface TakenWishes {
  /** Those that are new, in their order; each counts as taken in before it is handed out. */
  readonly untaken: (request: WindowRequest) => Iterable<WindowWish>;
}

export function takenWishes(): TakenWishes {
  /** By loading of a page: the number of the last one. */
  const last = new Map<string, number>();
  return {
    *untaken({ load, first, wishes }) {
      for (const [at, wish] of wishes.entries()) {
        if (first + at <= (last.get(load) ?? 0)) continue;
        last.set(load, first + at);
        yield wish;
      }
    },
  };
}
