// How a record is tied to others, by its history: those that were made from it, the one that it was made from, and those
// that its fields name. The way matters: what becomes of a deal is told to the account that it was made from, and never
// the other way round.

import type { Entry } from "../../log/entry.ts";
import { compareEntries } from "../../log/replay.ts";
import type { Moment } from "../../value/moment.ts";

/** "to": that record was made from this one; "from": this one was made from that; "names": a field names it. */
export type TieWay = "to" | "from" | "names";

export interface Tie {
  readonly record: string;
  /** Board id. */
  readonly board: string;
  readonly way: TieWay;
  /** The field of links that shows it. */
  readonly field?: string;
  readonly at: Moment;
  /** Of a tie that a rule made: its id. */
  readonly rule?: string;
}

/**
 * The ties of a record that stand, in the order in which they came; `entries` are its own. What a person writes into a
 * field of links takes the place of what it named before, whoever had put that there.
 *
 * @example
 * tiesOf([{ ...fixtures.entry, kind: "linked", data: { with: "r2", board: "deals", name: "Bob", way: "to" } }])
 *   .map(({ record, way }) => `${way} ${record}`) //=> ["to r2"]
 */
export function tiesOf(entries: readonly Entry[]): readonly Tie[] {
  let ties: readonly Tie[] = [];
  const backFields = new Set<string>();
  const linked = entries.filter(({ kind }) => kind === "linked");
  for (const { data, at } of [...linked].sort(compareEntries)) {
    const { field, with: record = "", board = "" } = data;
    const known = ties.find((tie) => tie.record === record && tie.field === field);
    const way = wayFrom(data) ?? known?.way ?? (backFields.has(field ?? "") ? "from" : "names");
    if (way === "from" && field !== undefined) backFields.add(field);
    const kept = ties.filter((tie) => tie !== known && !isReplaced(tie, data));
    const rule = data["rule"] ?? known?.rule;
    const told = { ...named(field), ...(rule === undefined ? {} : { rule }) };
    const fresh = { record, board, way, at: known?.at ?? at, ...told };
    ties = record === "" ? kept : [...kept, fresh];
  }
  return ties;
}

/**
 * The data of an entry that ties its record to another.
 *
 * @example
 * tieData({ record: "r2", board: "deals", name: "Bob", way: "to" }) //=> { with: "r2", board: "deals", name: "Bob", way: "to" }
 */
export function tieData(
  tie: Pick<Tie, "record" | "board"> & {
    readonly name: string;
    readonly way: "to" | "from";
    readonly field?: string | undefined;
  },
): Entry["data"] {
  const { record, board, name, way, field } = tie;
  return { with: record, board, name, way, ...named(field) };
}

function wayFrom({ way }: Entry["data"]): "to" | "from" | undefined {
  return way === "to" || way === "from" ? way : undefined;
}

function isReplaced(tie: Tie, data: Entry["data"]): boolean {
  return wayFrom(data) === undefined && tie.field !== undefined && tie.field === data["field"];
}

function named(field: string | undefined): { readonly field?: string } {
  return field === undefined ? {} : { field };
}
