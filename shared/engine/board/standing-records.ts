// The records that stand on a board, as the head keeps them: how many, and an order-free sum of their ids. Whoever has
// all IDs of the tab before them can tell by it whether a record is gone, without reading the history.

import { EMPTY_SUM, sumOfChecks } from "../../log/check.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { type RecordState, replay } from "../../log/replay.ts";

/**
 * The records with these ids, as the head keeps them.
 *
 * @example
 * standingText([]) //=> "0 000000000"
 */
export function standingText(ids: readonly string[]): string {
  return `${ids.length} ${sumOfChecks(ids)}`;
}

/**
 * The same after records with these ids came to stand there, too.
 *
 * @example
 * grownStanding(standingText(["r1"]), ["r2"]) === standingText(["r1", "r2"]) //=> true
 */
export function grownStanding(text: string, ids: readonly string[]): string {
  const [, sum = EMPTY_SUM] = text.split(" ");
  return `${standingCount(text) + ids.length} ${sumOfChecks(ids, sum)}`;
}

/**
 * How many they are.
 *
 * @example
 * standingCount("12 000000000") //=> 12
 */
export function standingCount(text: string): number {
  return Number(text.split(" ")[0] ?? 0);
}

/**
 * The records that stand on a board after a run; `states` is what its history said, `added` what is new to it.
 *
 * @example
 * standingAfter(new Map(), { history: [], added: [fixtures.entry] }) === standingText(["rada"]) //=> true
 */
export function standingAfter(
  states: ReadonlyMap<string, RecordState>,
  entries: { readonly history: readonly Entry[]; readonly added: readonly Entry[] },
): string {
  const { history, added } = entries;
  const standing = new Set(
    [...states.values()].filter(({ removed }) => !removed).map(({ record }) => record),
  );
  const changed = new Set(added.map(({ record }) => record).filter((record) => record !== ""));
  const theirs = [...history.filter(({ record }) => changed.has(record)), ...added];
  for (const [record, own] of groupedEntries(theirs, "record")) {
    if (!changed.has(record)) continue;
    if (replay(own).get(record)?.removed === false) standing.add(record);
    else standing.delete(record);
  }
  return standingText([...standing]);
}
