// What a paste, a fill or an import brought, in one sentence: how many records it added, how many of them look like one
// that is there (or like another of the same paste), and what waits for a person. A single record that somebody types is
// told by its name, and not here.

import type { BoardReading } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { Change } from "../../table/change.ts";
import { heldTab } from "../held/held-tab.ts";
import { doubleRecords } from "./double-records.ts";

export interface AddedRecords {
  readonly count: number;
  /** Ids of those that look like another record. */
  readonly doubles: readonly string[];
  /** Rows that wait in Held. */
  readonly held: number;
}

/**
 * Ids of the records that began with these entries.
 *
 * @example
 * begunRecords([fixtures.entry]) //=> ["rada"]
 */
export function begunRecords(entries: readonly Entry[]): readonly string[] {
  const begun = entries.filter(({ kind }) => kind === "created" || kind === "copied");
  return [...new Set(begun.map(({ record }) => record))];
}

/**
 * What came along with the entries; `undefined` where it was one record, or none. `readings` are the boards as they stand
 * after it.
 *
 * @example
 * addedRecords(fixtures.book, [], { entries: [fixtures.entry], changes: [] }) //=> undefined
 */
export function addedRecords(
  definition: Definition,
  readings: readonly BoardReading[],
  came: { readonly entries: readonly Entry[]; readonly changes: readonly Change[] },
): AddedRecords | undefined {
  const begun = new Set(begunRecords(came.entries));
  if (begun.size < 2) return undefined;
  const pairs = doubleRecords(definition, readings, { entriesOf: () => came.entries });
  const doubles = pairs.flatMap(({ one, other }) =>
    begun.has(other.row.id) ? [other.row.id] : begun.has(one.row.id) ? [one.row.id] : [],
  );
  return { count: begun.size, doubles: [...new Set(doubles)], held: heldRows(came.changes) };
}

/**
 * The sentence.
 *
 * @example
 * addedSentence({ count: 18, doubles: ["r1", "r2"], held: 1 }) //=> "18 added, 2 look like duplicates, 1 waits in Held"
 */
export function addedSentence({ count, doubles, held }: AddedRecords): string {
  const alike = doubles.length === 1 ? "1 looks like a duplicate" : `${doubles.length} look like duplicates`;
  return [
    `${count} added`,
    ...(doubles.length === 0 ? [] : [alike]),
    ...(held === 0 ? [] : [held === 1 ? "1 waits in Held" : `${held} wait in Held`]),
  ].join(", ");
}

function heldRows(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, change) =>
      change.kind === "append" && change.tab === heldTab.tab ? sum + change.rows.length : sum,
    0,
  );
}
