// Which milestones records have to their credit, as logged: each once, however often it was ticked. The entry
// names its milestone in `data.milestone`. Undone and corrected entries are settled first.

import { instantMs, type Moment, parseMoment } from "../value/moment.ts";
import { type Amendment, isAmendment, settle } from "./amendments.ts";
import type { Entry } from "./entry.ts";

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
  const asOfMs = instantMs(asOf);
  const logged: Entry[] = [];
  const amendments: Amendment[] = [];
  for (const entry of entries) {
    if (entry.kind === "milestone") logged.push(entry);
    else if (isAmendment(entry.kind) && instantMs(entry.at) <= asOfMs) {
      const { id, kind, n, data } = entry;
      amendments.push({ id, kind, n, data, instantMs: instantMs(entry.at) });
    }
  }
  const settled = settle(amendments);
  const achieved = new Map<string, Set<string>>();
  for (const { id, record, at, data } of logged) {
    const change = settled.get(id);
    const milestone = data["milestone"];
    const time = change?.at === undefined ? at : parseMoment(change.at);
    if (milestone === undefined || change?.isVoid || instantMs(time) > asOfMs) continue;
    achieved.set(record, (achieved.get(record) ?? new Set()).add(milestone));
  }
  return achieved;
}
