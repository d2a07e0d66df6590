// When a record was last in touch, and since when its answer to us waits for ours. A reply is answered by the next
// thing that we do towards the other side (e-mail, call, meeting); a note to ourselves answers nobody.

import { isReply, isTouch } from "../definition/activity.ts";
import { compareMoments, type Moment, wallMs } from "../value/moment.ts";
import type { Entry } from "./entry.ts";
import { settledEntries } from "./settled-entries.ts";

export interface Touches {
  /** Wall clock of the last contact in either direction. */
  readonly lastWallMs: number;
  /** The first reply that came after whatever we last did; absent where we had the last word. */
  readonly unansweredSince?: Moment;
}

/**
 * By record id, its last contact; records that were never in touch are left out. `entries` are all of one
 * board's, in any order.
 *
 * @example
 * touchesOf([], fixtures.asOf).size //=> 0
 */
export function touchesOf(entries: Iterable<Entry>, asOf: Moment): ReadonlyMap<string, Touches> {
  const ordered = [...settledEntries(entries, { isWanted: isTouch, asOf })].sort(compareActivities);
  const touches = new Map<string, Touches>();
  for (const { record, kind, at } of ordered) {
    const since = isReply(kind) ? (touches.get(record)?.unansweredSince ?? at) : undefined;
    touches.set(record, {
      lastWallMs: wallMs(at),
      ...(since === undefined ? {} : { unansweredSince: since }),
    });
  }
  return touches;
}

// Of one moment, the reply comes first: whoever logs a call and its yes at once has answered.
function compareActivities(left: Entry, right: Entry): number {
  return compareMoments(left.at, right.at) || Number(isReply(right.kind)) - Number(isReply(left.kind));
}
