// An entry is one fact in the history of a record: appended, never changed. The log of entries is the truth;
// what a board shows is `replay(log)`. An entry's id is a hash of what makes it that one fact, so that writing
// it twice (a crash, two runs at once, a repeated import) leaves one.

import { activityKinds } from "../definition/activity.ts";
import { hashOf } from "../value/hash.ts";
import type { Moment } from "../value/moment.ts";

/** The kinds of entry, as the column Entry of the log holds them. */
export const entryKinds = [
  "created",
  "copied",
  "moved",
  "refused",
  ...activityKinds,
  "hand-over",
  "milestone",
  "field",
  "linked",
  "removed",
  "restored",
  "merged",
  "message",
  "not-sent",
  "invoiced",
  "undone",
  "correction",
  "definition-changed",
] as const;

export type EntryKind = (typeof entryKinds)[number];

/** How the engine came to know. */
export type KnownBy = "sidebar" | "event" | "sweep" | "import" | "rule" | "command";

export interface Entry {
  readonly at: Moment;
  /** Board id. */
  readonly board: string;
  /** Record id; empty for what concerns the whole board. */
  readonly record: string;
  readonly kind: EntryKind;
  /** Stage ids of a move or a refusal. */
  readonly from?: string;
  readonly to?: string;
  /** Running count of the record's path entries (created, copied, moved), from 1; for others, the count so far. */
  readonly n: number;
  /** Who did it; "unknown" rather than a guess. */
  readonly who: string;
  readonly knownBy: KnownBy;
  /** The record's name as then shown. */
  readonly name: string;
  readonly note: string;
  /** What the kind needs beside: field and values, the milestone, the entry that a correction names. */
  readonly data: Readonly<Record<string, string>>;
  readonly id: string;
}

/** The entries that make a record's path. */
export function isPathEntry(kind: EntryKind): boolean {
  return kind === "created" || kind === "copied" || kind === "moved";
}

/**
 * The id of a path entry: the same for the same record, count and stage, whoever writes it.
 *
 * @example
 * moveId("r1", 2, "offer") === moveId("r1", 2, "offer") //=> true
 */
export function moveId(record: string, n: number, to: string): string {
  return hashOf("e", [record, String(n), to]);
}
