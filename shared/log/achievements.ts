// Which milestones records have to their credit, as logged: each once, however often it was ticked. The entry
// names its milestone in `data.milestone`; what a record takes over from one that it became one with counts for it, too.

import type { Moment } from "../value/moment.ts";
import type { Entry } from "./entry.ts";
import { takenOverFrom } from "./merge-entry.ts";
import { settledEntries } from "./settled-entries.ts";

/**
 * By record id, the ids of the milestones logged by `asOf`. `entries` may be all of one board's, in any order.
 *
 * @example
 * achievementsOf([], parseMoment("2026-01-01T00:00:00Z")).size //=> 0
 */
export function achievementsOf(
  entries: Iterable<Entry>,
  asOf: Moment,
): ReadonlyMap<string, ReadonlySet<string>> {
  const achieved = new Map<string, Set<string>>();
  const isWanted = (kind: string) => kind === "milestone" || kind === "merged";
  for (const { record, kind, data } of settledEntries(entries, { isWanted, asOf })) {
    const { milestone } = data;
    const reached =
      kind === "merged"
        ? Object.keys(takenOverFrom(data).milestones)
        : milestone === undefined
          ? []
          : [milestone];
    if (reached.length === 0) continue;
    const known = achieved.get(record) ?? new Set();
    achieved.set(record, known);
    for (const id of reached) known.add(id);
  }
  return achieved;
}
