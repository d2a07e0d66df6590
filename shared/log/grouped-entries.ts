// The log apart by what its entries are about: one board, or one record of a board.

import type { Entry } from "./entry.ts";

/**
 * The entries by their board or their record, each group in the order in which they came.
 *
 * @example
 * groupedEntries([fixtures.entry], "board").size //=> 1
 */
export function groupedEntries<Told extends Pick<Entry, "board" | "record"> = Entry>(
  entries: Iterable<Told>,
  by: "board" | "record",
): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const entry of entries) {
    const own = groups.get(entry[by]);
    if (own === undefined) groups.set(entry[by], [entry]);
    else own.push(entry);
  }
  return groups;
}
