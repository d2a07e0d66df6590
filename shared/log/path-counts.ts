// How often each record was entered anywhere: its path entries have one row of numbers, also where it went from board to
// board.

import { type Entry, isPathEntry } from "./entry.ts";

/**
 * Record id → the greatest count of its path entries on any board; a record without one is left out.
 *
 * @example
 * pathCounts([fixtures.entry]).get("rada") //=> 1
 */
export function pathCounts(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, record, n } of entries)
    if (isPathEntry(kind) && n > (counts.get(record) ?? 0)) counts.set(record, n);
  return counts;
}
