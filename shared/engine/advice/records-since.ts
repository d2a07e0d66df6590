// How many records a stage or a field that was added later could have been used by.

import type { Paths } from "../../log/paths.ts";

/**
 * Records whose history begins at that instant (milliseconds) or later; all of them where there is none.
 *
 * @example
 * recordsSince(fixtures.paths("ada: Lead", "bob: Lead@5"), undefined) //=> 2
 */
export function recordsSince(paths: Paths, sinceMs: number | undefined): number {
  const records = paths.recordIds.length;
  if (sinceMs === undefined) return records;
  let count = 0;
  for (let record = 0; record < records; record++) {
    const began = paths.enteredMs[paths.firstVisit[record] ?? 0] ?? 0;
    if (began >= sinceMs) count += 1;
  }
  return count;
}
