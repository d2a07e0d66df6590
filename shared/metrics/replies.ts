// How many replies came in. A no is a reply: it is an answer, and ends a chase that would have gone on for nothing.

import { isReply } from "../definition/activity.ts";
import type { Entry } from "../log/entry.ts";
import { type Period, windowOf } from "../log/period.ts";
import { settledEntries } from "../log/settled-entries.ts";
import { type Moment, wallMs } from "../value/moment.ts";

export interface Replies {
  readonly yes: number;
  readonly no: number;
  readonly later: number;
  /** yes + no + later. */
  readonly all: number;
  /** Records that at least one of them is of. */
  readonly records: number;
}

/**
 * The replies by as of, with a period: that came in it. `entries` are all of one board's, in any order; one that is
 * told twice counts once. Unit: replies.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * replies([], { asOf: fixtures.asOf }) //=> { yes: 0, no: 0, later: 0, all: 0, records: 0 }
 */
export function replies(
  entries: Iterable<Entry>,
  { asOf, ...period }: Period & { readonly asOf: Moment },
): Replies {
  const { startWallMs, endWallMs } = windowOf(period);
  const seen = new Map<string, Entry>();
  for (const entry of settledEntries(entries, { isWanted: isReply, asOf })) {
    const at = wallMs(entry.at);
    if (at >= startWallMs && at < endWallMs)
      seen.set(entry.id === "" ? `nameless ${seen.size}` : entry.id, entry);
  }
  const all = [...seen.values()];
  const count = (kind: Entry["kind"]) => all.filter((entry) => entry.kind === kind).length;
  return {
    yes: count("reply-yes"),
    no: count("reply-no"),
    later: count("reply-later"),
    all: all.length,
    records: new Set(all.map(({ record }) => record)).size,
  };
}
