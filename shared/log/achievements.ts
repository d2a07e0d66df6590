// Which milestones records have to their credit, as logged: each once, however often it was ticked. The entry
// names its milestone in `data.milestone`.

import type { Moment } from "../value/moment.ts";
import type { Entry } from "./entry.ts";
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
  for (const { record, data } of settledEntries(entries, {
    isWanted: (kind) => kind === "milestone",
    asOf,
  })) {
    const milestone = data["milestone"];
    if (milestone === undefined) continue;
    achieved.set(record, (achieved.get(record) ?? new Set()).add(milestone));
  }
  return achieved;
}
