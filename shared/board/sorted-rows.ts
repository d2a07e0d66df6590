// A sort that left the hidden columns out moves what people wrote and leaves the IDs where they were. The known
// fingerprint stayed with the ID, so it says what the record of that ID looked like: its place is a slot, to which
// the row that now looks so is brought back. Only rows that differ from what was last seen can have been moved, and
// where only a part of them can be told nothing is guessed.

import { nameFingerprint, namePartOf } from "./fingerprint.ts";

/** What telling a sort needs of a row. */
export interface SortedRow {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly knownFingerprint: string;
}

export interface SortReading {
  /** Row number → the id that goes back to it; an empty text where a row has none of the ids. */
  readonly idOfRow: ReadonlyMap<number, string>;
  /** Why the rows of the board cannot be trusted. */
  readonly stopped?: string;
}

/** Which row belongs to which slot, both ways. A slot is told by the row that stands at its id now. */
interface Claims {
  readonly slotOf: Map<SortedRow, SortedRow>;
  readonly claimantOf: Map<SortedRow, SortedRow>;
}

/**
 * The ids that go back to rows which were sorted away from them. `nameOf` is the name under which the history knows
 * an id, `undefined` for what is none of its ids; `gone` are the names of records whose ids no row has.
 *
 * @example
 * const ada = fingerprintOf({ name: "Ada" }, ["name"]);
 * const bob = fingerprintOf({ name: "Bob" }, ["name"]);
 * [...sortedBack([
 *   { at: 2, id: "r1", name: "Bob", fingerprint: bob, knownFingerprint: ada },
 *   { at: 3, id: "r2", name: "Ada", fingerprint: ada, knownFingerprint: bob },
 * ], (id) => ({ r1: "Ada", r2: "Bob" })[id]).idOfRow] //=> [[2, "r2"], [3, "r1"]]
 */
export function sortedBack(
  rows: readonly SortedRow[],
  nameOf: (id: string) => string | undefined,
  gone: ReadonlySet<string> = new Set(),
): SortReading {
  const slots = rows.filter(
    (row) => isIntact(row, nameOf(row.id)) && row.fingerprint !== row.knownFingerprint,
  );
  const fresh = rows.filter((row) => row.id === "");
  const claims = claimsByLook(slots, [...slots, ...fresh]);
  // Where nobody looks as before, a row that has the name of a record that is gone was put in another's place.
  const isSorted = claims.slotOf.size > 0;
  claimByName(claims, isSorted ? slots : slots.filter(({ name }) => gone.has(name)), fresh);
  giveBack(claims, slots);
  const orphans = slots.filter((row) => isOrphan(claims, row));
  const back = new Set([...claims.slotOf.values()].map(({ id }) => id));
  const vacant = slots.filter((row) => isVacant(claims, row) && !back.has(row.id));
  const [orphan] = orphans;
  const [slot] = vacant;
  if (orphan !== undefined && slot !== undefined) {
    if (orphans.length > 1 || vacant.length > 1) return stopped(orphans);
    claim(claims, orphan, slot);
  }
  const still = slots.filter((row) => !claims.slotOf.has(row) && !claims.claimantOf.has(row));
  const namesHere = new Set(still.map((row) => namePartOf(row.knownFingerprint)));
  const renamed = still.filter((row) => !hasKeptName(row) && namesHere.has(namePartOf(row.fingerprint)));
  if (renamed.length >= 2) return stopped(renamed);
  const idOfRow = new Map([...claims.slotOf].map(([row, { id }]) => [row.at, id]));
  // Ids are all back with their rows: what is left stands where cells were put in.
  for (const row of orphans) if (!idOfRow.has(row.at)) idOfRow.set(row.at, "");
  return { idOfRow };
}

// A fingerprint that tells another name than the history of its id was torn off itself: it says nothing.
function isIntact(row: SortedRow, name: string | undefined): boolean {
  return (
    name !== undefined &&
    row.knownFingerprint !== "" &&
    namePartOf(row.knownFingerprint) === nameFingerprint(name)
  );
}

function claimsByLook(slots: readonly SortedRow[], rows: readonly SortedRow[]): Claims {
  const claims: Claims = { slotOf: new Map(), claimantOf: new Map() };
  const slotsByLook = grouped(slots, (slot) => slot.knownFingerprint);
  for (const row of rows) {
    const slot = slotsByLook.get(row.fingerprint)?.shift();
    if (slot !== undefined) claim(claims, row, slot);
  }
  return claims;
}

// Rows that were sorted and edited between two looks: by their name, where one row and one slot have it.
function claimByName(claims: Claims, slots: readonly SortedRow[], fresh: readonly SortedRow[]): void {
  const seekers = [
    ...slots.filter((row) => isOrphan(claims, row)),
    ...fresh.filter((row) => !claims.slotOf.has(row)),
  ];
  const open = slots.filter(
    (slot) => isVacant(claims, slot) || (!claims.claimantOf.has(slot) && !hasKeptName(slot)),
  );
  const slotsByName = grouped(open, (slot) => namePartOf(slot.knownFingerprint));
  for (const [name, rows] of grouped(seekers, (row) => namePartOf(row.fingerprint))) {
    const [row] = rows;
    const [slot, ...others] = slotsByName.get(name) ?? [];
    if (row === undefined || slot === undefined || rows.length + others.length > 1) continue;
    claim(claims, row, slot);
  }
}

// Whoever still has its own name never left: the row that looks as it did is a copy that was pasted elsewhere.
function giveBack(claims: Claims, slots: readonly SortedRow[]): void {
  for (const row of slots) {
    if (!isOrphan(claims, row) || !hasKeptName(row)) continue;
    const copy = claims.claimantOf.get(row);
    claims.claimantOf.delete(row);
    if (copy !== undefined) claims.slotOf.delete(copy);
  }
}

function claim(claims: Claims, row: SortedRow, slot: SortedRow): void {
  claims.slotOf.set(row, slot);
  claims.claimantOf.set(slot, row);
}

/** The row lost its id to another row, and has none yet. */
function isOrphan(claims: Claims, row: SortedRow): boolean {
  return claims.claimantOf.has(row) && !claims.slotOf.has(row);
}

/** The row that stands at the id belongs to another, and none belongs here yet. */
function isVacant(claims: Claims, slot: SortedRow): boolean {
  return claims.slotOf.has(slot) && !claims.claimantOf.has(slot);
}

function hasKeptName(row: SortedRow): boolean {
  return namePartOf(row.fingerprint) === namePartOf(row.knownFingerprint);
}

function stopped(rows: readonly SortedRow[]): SortReading {
  const places = rows.slice(0, 3).map((row) => `row ${row.at} ("${row.name}")`);
  const more = rows.length > 3 ? ` and ${rows.length - 3} more` : "";
  return {
    idOfRow: new Map(),
    stopped: `a sort or paste seems to have moved only some of the columns: ${places.join(", ")}${more} no longer hold together; undo it, then sort whole rows`,
  };
}

function grouped(
  rows: readonly SortedRow[],
  keyOf: (row: SortedRow) => string,
): ReadonlyMap<string, SortedRow[]> {
  const groups = new Map<string, SortedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
