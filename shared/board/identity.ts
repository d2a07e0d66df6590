// Which row is which record. The hidden ID says so, but people copy rows, clear cells, paste over rows, delete and
// bring back, and sort some columns without the hidden ones. So the ID is held against what the row looked like
// when it was last seen (its known fingerprint). Ids that a sort tore off go back to their rows; where only a part
// of the rows can be told, nothing is guessed: the board stops with a sentence.

import { nameFingerprint, namePartOf } from "./fingerprint.ts";
import { type SortedRow, sortedBack } from "./sorted-rows.ts";

/** A record of this board that the history knows. */
export interface KnownRecord {
  readonly name: string;
  /** Its stage, by id. */
  readonly now: { readonly stage: string };
  readonly removed: boolean;
}

/** What identity needs of a row. */
export interface IdentityRow extends SortedRow {
  readonly stageId: string;
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
  const plain = rows.map((row) => (isRowId(row.id) ? row : { ...row, id: "" }));
  const present = new Set(rows.map(({ id }) => id));
  const gone = [...known].filter(([id, { removed }]) => !present.has(id) && !removed && !elsewhere.has(id));
  const sorted = sortedBack(plain, (id) => known.get(id)?.name, new Set(gone.map(([, { name }]) => name)));
  if (sorted.stopped !== undefined) return { rows: [], stopped: sorted.stopped };
  const withIds = rows.map((row): Identified => {
    const id = sorted.idOfRow.get(row.at) ?? (isRowId(row.id) ? row.id : "");
    if (id === "") return { row, id, origin: { how: "new" } };
    return { row, id, origin: { how: sorted.idOfRow.has(row.at) ? "sorted back" : "kept" } };
  });
  const single = copiesApart(withIds, elsewhere);
  const here = new Map([...known].filter(([id]) => !elsewhere.has(id)));
  return { rows: foundAgain(single, here) };
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

// A row without an id is a record whose id was cleared when exactly one record that is gone had its name and stage,
// or (the known fingerprint is still there) the name under which the row was last seen.
function foundAgain(
  rows: readonly Identified[],
  known: ReadonlyMap<string, KnownRecord>,
): readonly Identified[] {
  const present = new Set(rows.map(({ id }) => id));
  const gone = new Map<string, string[]>();
  for (const [id, record] of known) {
    if (present.has(id) || record.removed) continue;
    for (const mark of [seenMark(record.now.stage, record.name), lastMark(nameFingerprint(record.name))]) {
      gone.set(mark, [...(gone.get(mark) ?? []), id]);
    }
  }
  if (gone.size === 0) return rows;
  const seekers = new Map<string, number>();
  for (const each of rows) {
    for (const mark of marksOf(each)) seekers.set(mark, (seekers.get(mark) ?? 0) + 1);
  }
  const taken = new Set<string>();
  return rows.map((each) => {
    const id = marksOf(each)
      .filter((mark) => seekers.get(mark) === 1 && gone.get(mark)?.length === 1)
      .map((mark) => gone.get(mark)?.[0])
      .find((one) => one !== undefined && !taken.has(one));
    if (id === undefined) return each;
    taken.add(id);
    return { row: each.row, id, origin: { how: "found" } };
  });
}

function marksOf({ row, origin }: Identified): readonly string[] {
  if (origin.how !== "new" || row.name === "") return [];
  const seen = seenMark(row.stageId, row.name);
  return row.knownFingerprint === "" ? [seen] : [seen, lastMark(namePartOf(row.knownFingerprint))];
}

function seenMark(stageId: string, name: string): string {
  return `seen\n${stageId}\n${name}`;
}

function lastMark(nameMark: string): string {
  return `last\n${nameMark}`;
}
