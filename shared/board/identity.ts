// Which row is which record. The hidden ID says so, but people copy rows, clear cells, paste over rows, delete and
// bring back, and sort some columns without the hidden ones. So the ID is held against what the row looked like
// when it was last seen (its known fingerprint). Ids that a sort tore off go back to their rows; where only a part
// of the rows can be told, nothing is guessed: the board stops with a sentence.

import { namePartOf } from "./fingerprint.ts";

/** A record of this board that the history knows. */
export interface KnownRecord {
  readonly name: string;
  /** Its stage, by id. */
  readonly now: { readonly stage: string };
  readonly removed: boolean;
}

/** What identity needs of a row. */
export interface IdentityRow {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly stageId: string;
  readonly fingerprint: string;
  readonly knownFingerprint: string;
}

/** How a row came by its id. */
export type Origin =
  | { readonly how: "kept" }
  | { readonly how: "new" }
  | { readonly how: "copied"; readonly of: string }
  | { readonly how: "found" }
  | { readonly how: "sorted back" };

export interface Identified {
  readonly row: IdentityRow;
  /** Empty for a new or copied row: the caller mints one. */
  readonly id: string;
  readonly origin: Origin;
}

export interface IdentityReading {
  readonly rows: readonly Identified[];
  /** Why no row of the board can be trusted; rows is empty then. */
  readonly stopped?: string;
}

const ROW_ID = /^r[0-9a-hjkmnp-tv-z]{16}$/;

/**
 * Whether a text can be a row id of ours.
 *
 * @example
 * isRowId("1e5") //=> false
 */
export function isRowId(text: string): boolean {
  return ROW_ID.test(text);
}

/**
 * Each row with the record that it is. `known` are the records of the board's history; `elsewhere` the ids that
 * stand on other boards now.
 *
 * @example
 * identify([{ at: 2, id: "", name: "Ada", stageId: "", fingerprint: "f1", knownFingerprint: "" }], new Map(), new Set())
 *   .rows[0].origin //=> { how: "new" }
 */
export function identify(
  rows: readonly IdentityRow[],
  known: ReadonlyMap<string, KnownRecord>,
  elsewhere: ReadonlySet<string>,
): IdentityReading {
  const torn = sortedBack(rows.filter((row) => known.has(row.id) && row.knownFingerprint !== ""));
  if (torn.stopped !== undefined) return { rows: [], stopped: torn.stopped };
  const withIds = rows.map((row): Identified => {
    const id = torn.idOfRow.get(row.at);
    if (id !== undefined) return { row, id, origin: { how: "sorted back" } };
    return isRowId(row.id)
      ? { row, id: row.id, origin: { how: "kept" } }
      : { row, id: "", origin: { how: "new" } };
  });
  const single = copiesApart(withIds, elsewhere);
  return { rows: foundAgain(single, known) };
}

interface Torn {
  readonly idOfRow: ReadonlyMap<number, string>;
  readonly stopped?: string;
}

// Only rows whose people's cells differ from what was last seen can have lost their id. Where these rows hold, in
// another order, what other ids of theirs are known by, the cells moved and the ids stayed behind.
function sortedBack(rows: readonly IdentityRow[]): Torn {
  const changed = rows.filter((row) => row.fingerprint !== row.knownFingerprint);
  const owners = new Map<string, string[]>();
  for (const row of changed)
    owners.set(row.knownFingerprint, [...(owners.get(row.knownFingerprint) ?? []), row.id]);
  const idOfRow = new Map<number, string>();
  const claimed = new Set<string>();
  for (const row of changed) {
    const owner = owners.get(row.fingerprint)?.find((id) => !claimed.has(id));
    if (owner === undefined) continue;
    claimed.add(owner);
    idOfRow.set(row.at, owner);
  }
  const rest = changed.filter((row) => !idOfRow.has(row.at));
  // Rows that were sorted and edited between two looks: by their name, if only one of the ids left had it.
  const orphans = rest.filter((row) => claimed.has(row.id));
  const unclaimed = changed.filter((row) => !claimed.has(row.id));
  for (const row of orphans) {
    const sameName = unclaimed.filter(
      (each) => !claimed.has(each.id) && namePartOf(each.knownFingerprint) === namePartOf(row.fingerprint),
    );
    const [only] = sameName.length === 1 ? sameName : [];
    if (only === undefined) continue;
    idOfRow.set(row.at, only.id);
    claimed.add(only.id);
  }
  const lost = orphans.filter((row) => !idOfRow.has(row.at));
  const left = unclaimed.filter((row) => !claimed.has(row.id));
  const [lostRow] = lost;
  const [leftRow] = left;
  if (lost.length === 1 && left.length === 1 && lostRow && leftRow) idOfRow.set(lostRow.at, leftRow.id);
  else if (lost.length > 0) return { idOfRow: new Map(), stopped: partialSort(lost) };
  const namesMoved = rest.filter((row) => !idOfRow.has(row.at) && tookAnothersName(row, rest));
  if (namesMoved.length >= 2) return { idOfRow: new Map(), stopped: partialSort(namesMoved) };
  return { idOfRow };
}

function tookAnothersName(row: IdentityRow, rows: readonly IdentityRow[]): boolean {
  const name = namePartOf(row.fingerprint);
  if (name === namePartOf(row.knownFingerprint)) return false;
  return rows.some((other) => other !== row && namePartOf(other.knownFingerprint) === name);
}

function partialSort(rows: readonly IdentityRow[]): string {
  const places = rows.slice(0, 3).map((row) => `row ${row.at} ("${row.name}")`);
  const more = rows.length > 3 ? ` and ${rows.length - 3} more` : "";
  return `a sort or paste seems to have moved only some of the columns: ${places.join(", ")}${more} no longer hold together; undo it, then sort whole rows`;
}

// Of several rows with one id, the record is the row that still looks as it did; else the one that kept the
// name; else the upper one. The others are copies.
function copiesApart(rows: readonly Identified[], elsewhere: ReadonlySet<string>): readonly Identified[] {
  const groups = new Map<string, Identified[]>();
  for (const each of rows) if (each.id !== "") groups.set(each.id, [...(groups.get(each.id) ?? []), each]);
  return rows.map((each) => {
    const group = groups.get(each.id);
    if (group === undefined || each.id === "") return each;
    const keeper = elsewhere.has(each.id) ? undefined : keeperOf(group);
    return each === keeper ? each : { row: each.row, id: "", origin: { how: "copied", of: each.id } };
  });
}

function keeperOf(group: readonly Identified[]): Identified | undefined {
  return (
    group.find(({ origin }) => origin.how === "sorted back") ??
    group.find(({ row }) => row.fingerprint === row.knownFingerprint) ??
    group.find(({ row }) => namePartOf(row.fingerprint) === namePartOf(row.knownFingerprint)) ??
    group[0]
  );
}

// A row without an id is a record whose id was cleared when exactly one record that is gone had its name and stage.
function foundAgain(
  rows: readonly Identified[],
  known: ReadonlyMap<string, KnownRecord>,
): readonly Identified[] {
  const present = new Set(rows.map(({ id }) => id));
  const gone = new Map<string, string[]>();
  for (const [id, record] of known) {
    if (present.has(id) || record.removed) continue;
    const key = `${record.now.stage}\n${record.name}`;
    gone.set(key, [...(gone.get(key) ?? []), id]);
  }
  const seekers = new Map<string, number>();
  const keyOf = ({ row }: Identified) => `${row.stageId}\n${row.name}`;
  for (const each of rows) {
    if (each.origin.how === "new") seekers.set(keyOf(each), (seekers.get(keyOf(each)) ?? 0) + 1);
  }
  return rows.map((each) => {
    const fits = gone.get(keyOf(each)) ?? [];
    const [only] = fits;
    if (
      each.origin.how !== "new" ||
      fits.length !== 1 ||
      only === undefined ||
      seekers.get(keyOf(each)) !== 1
    )
      return each;
    return { row: each.row, id: only, origin: { how: "found" } };
  });
}
