// Which records went into which others, and what of their histories counts for those. A record that went into another
// counts once: its own way through the stages is left out of all numbers (visits.ts), and what was logged on it counts
// for the one that stayed. Both only from the moment on at which the two became one, and as long as they are one: a row
// that is brought back, or moved on from where it was parked, is a record of its own again.

import { isActivityKind } from "../definition/activity.ts";
import { instantMs, type Moment } from "../value/moment.ts";
import { type Entry, isPathEntry } from "./entry.ts";
import { groupedEntries } from "./grouped-entries.ts";
import { isMergedAway } from "./merge-entry.ts";
import { settledHistory } from "./replay.ts";

/** The record that stayed. */
export interface Survivor {
  readonly record: string;
  /** Board id. */
  readonly board: string;
}

/**
 * Record id → the record that it is one with at `asOf`, through all that this one went into itself. `entries` are all of
 * the book, in any order.
 *
 * @example
 * survivorsOf([fixtures.entry], fixtures.asOf).size //=> 0
 */
export function survivorsOf(entries: readonly Entry[], asOf: Moment): ReadonlyMap<string, Survivor> {
  const direct = new Map(
    [...standingMerges(entries, asOf)].map(([record, { data }]) => [record, intoOf(data)]),
  );
  return new Map([...direct.keys()].map((record) => [record, lastOf(direct, record)]));
}

/**
 * Record id → the entry by which it went into another, where they are one at `asOf`; absent: as of all that
 * is known.
 *
 * @example
 * standingMerges([fixtures.entry], fixtures.asOf).size //=> 0
 */
export function standingMerges(entries: readonly Entry[], asOf?: Moment): ReadonlyMap<string, Entry> {
  const standing = new Map<string, Entry>();
  const gone = new Set(entries.filter(isMergedAway).map(({ record }) => record));
  if (gone.size === 0) return standing;
  const asOfMs = asOf === undefined ? Number.POSITIVE_INFINITY : instantMs(asOf);
  const theirs = entries.filter(({ record, at }) => gone.has(record) && instantMs(at) <= asOfMs);
  for (const [record, own] of groupedEntries(theirs, "record")) {
    const told = settledHistory(own).filter(tellsWhereItIs);
    const last = told[told.length - 1];
    if (last !== undefined && isMergedAway(last)) standing.set(record, last);
  }
  return standing;
}

/**
 * The entries as numbers count them at `asOf`: what was logged on records that went into others is told of those. The same
 * list where there are none.
 *
 * @example
 * toldOfSurvivors([fixtures.entry], fixtures.asOf) //=> [fixtures.entry]
 */
export function toldOfSurvivors(entries: readonly Entry[], asOf: Moment): readonly Entry[] {
  const survivors = survivorsOf(entries, asOf);
  if (survivors.size === 0) return entries;
  return entries.map((entry) => {
    const survivor = isActivityKind(entry.kind) ? survivors.get(entry.record) : undefined;
    return survivor === undefined ? entry : { ...entry, ...survivor };
  });
}

function tellsWhereItIs(entry: Entry): boolean {
  return isPathEntry(entry.kind) || entry.kind === "restored" || isMergedAway(entry);
}

function intoOf(data: Entry["data"]): Survivor {
  return { record: data["into"] ?? "", board: data["board"] ?? "" };
}

function lastOf(direct: ReadonlyMap<string, Survivor>, record: string): Survivor {
  const passed = new Set<string>();
  let last: Survivor = { record, board: "" };
  // What went into each other in a circle ends somewhere.
  while (!passed.has(last.record)) {
    passed.add(last.record);
    last = direct.get(last.record) ?? last;
  }
  return last;
}
