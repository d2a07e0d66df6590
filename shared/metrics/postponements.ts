// How often what was agreed with somebody was put off. Each time counts: a call that is moved three times costs three.

import type { Entry } from "../log/entry.ts";
import { settledEntries } from "../log/settled-entries.ts";
import type { Moment } from "../value/moment.ts";

/**
 * By record id, how often it was logged as rescheduled by as of; records that never were are left out. `entries` are all
 * of one board's, in any order; one that is told twice counts once. Unit: times.
 *
 * Source: house rule.
 *
 * @example
 * postponements([{ ...fixtures.entry, kind: "rescheduled" }], parseMoment("2027-01-01T00:00:00Z")).get(fixtures.entry.record) //=> 1
 */
export function postponements(entries: Iterable<Entry>, asOf: Moment): ReadonlyMap<string, number> {
  const seen = new Map<string, Entry>();
  for (const entry of settledEntries(entries, { isWanted: (kind) => kind === "rescheduled", asOf }))
    seen.set(entry.id === "" ? `nameless ${seen.size}` : entry.id, entry);
  const counts = new Map<string, number>();
  for (const { record } of seen.values()) counts.set(record, (counts.get(record) ?? 0) + 1);
  return counts;
}
