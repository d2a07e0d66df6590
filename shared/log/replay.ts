// Where every record of a board stands, from the log alone. Equal ids count once, amendments are settled first,
// and the order is by (instant, n): sorting the tab or writing an entry twice does no harm. Whatever else keeps
// a state (the hidden columns of a board) is a cache of this and can be rebuilt.

import { isActivityKind, isTouch } from "../definition/activity.ts";
import { ownerField } from "../definition/standard-field.ts";
import { compareMoments, instantMs, type Moment } from "../value/moment.ts";
import { isAmendment, settle } from "./amendments.ts";
import { type Entry, isPathEntry } from "./entry.ts";
import { groupedEntries } from "./grouped-entries.ts";
import { isMergedAway, takenOverFrom } from "./merge-entry.ts";

export interface Visit {
  /** Stage id. */
  readonly stage: string;
  readonly at: Moment;
  readonly n: number;
  /** The id of the entry that began it. */
  readonly entry: string;
  /** Why the book began it by itself; absent where a person did. */
  readonly reason?: string;
}

/** The record that a field of links names. */
export interface Link {
  readonly record: string;
  /** Board id. */
  readonly board: string;
  /** As it was called when it was linked. */
  readonly name: string;
}

export interface LoggedActivity {
  readonly kind: string;
  readonly at: Moment;
}

export interface RecordState {
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** In order; the last one is `now`. */
  readonly visits: readonly Visit[];
  /** The stay in the present stage. */
  readonly now: Visit;
  /** The greatest count of a path entry so far, undone ones too: the next is one more. */
  readonly n: number;
  readonly removed: boolean;
  /** Field id → text last logged for it. */
  readonly fields: Readonly<Record<string, string>>;
  /** Field id → who changed it last, since the record began: a person, or a rule of the book. */
  readonly setBy: Readonly<Record<string, "person" | "rule">>;
  /** Field id → the record that it names. */
  readonly links: Readonly<Record<string, Link>>;
  /** Milestone id → when it was reached first. */
  readonly milestones: Readonly<Record<string, Moment>>;
  readonly activities: readonly LoggedActivity[];
  /** The last refused move, if no move came after it. */
  readonly refused?: { readonly to: string; readonly note: string };
  readonly lastTouch?: Moment;
}

/** The key by which a created entry keeps the value of a watched field. */
export const FIELD_PREFIX = "field:";

/**
 * The state of every record of a board, by record id; records whose every path entry was voided are left out.
 *
 * @example
 * replay([fixtures.entry]).get("rada")?.now.stage //=> "lead"
 */
export function replay(entries: Iterable<Entry>): ReadonlyMap<string, RecordState> {
  const states = new Map<string, RecordState>();
  for (const [record, own] of groupedEntries(entries, "record")) {
    const state = record === "" ? undefined : replayRecord(record, own);
    if (state !== undefined) states.set(record, state);
  }
  return states;
}

function replayRecord(record: string, entries: readonly Entry[]): RecordState | undefined {
  const distinct = firstOfEach(entries);
  const draft = emptyDraft();
  for (const entry of amended(distinct)) take(draft, entry);
  const now = draft.visits[draft.visits.length - 1];
  if (now === undefined) return undefined;
  const n = distinct.reduce((most, entry) => (isPathEntry(entry.kind) ? Math.max(most, entry.n) : most), 0);
  const { refused, lastTouch, ...rest } = draft;
  return {
    ...rest,
    record,
    n,
    now,
    ...(refused === undefined ? {} : { refused }),
    ...(lastTouch === undefined ? {} : { lastTouch }),
  };
}

/**
 * The history of one record as it holds: each entry once, corrected and without what was undone, in order.
 *
 * @example
 * settledHistory([fixtures.entry, fixtures.entry]).length //=> 1
 */
export function settledHistory(entries: readonly Entry[]): readonly Entry[] {
  return amended(firstOfEach(entries));
}

function amended(distinct: readonly Entry[]): readonly Entry[] {
  const settled = settle(
    distinct
      .filter((entry) => isAmendment(entry.kind))
      .map((entry) => ({ ...entry, instantMs: instantMs(entry.at) })),
  );
  if (settled.size === 0) return distinct;
  return distinct
    .flatMap((entry) => {
      const change = settled.get(entry.id);
      if (change?.isVoid === true) return [];
      if (change === undefined) return [entry];
      const at = change.at === undefined ? entry.at : (change.at as Moment);
      return [{ ...entry, at, ...(change.to === undefined ? {} : { to: change.to }) }];
    })
    .sort(compareEntries);
}

// In order, and of those with one id the first: two runs at once may write one fact, each at its own time. An empty
// id says nothing, so two of them are two facts.
function firstOfEach(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return [...entries].sort(compareEntries).filter(({ id }) => {
    if (id === "") return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/**
 * The order of history: by instant, then by n; of one moment and count, path entries come first and what rules did last.
 *
 * @example
 * [fixtures.entry].sort(compareEntries).length //=> 1
 */
export function compareEntries(left: Entry, right: Entry): number {
  const byTime = compareMoments(left.at, right.at) || left.n - right.n;
  if (byTime !== 0) return byTime;
  const byKind = Number(isPathEntry(right.kind)) - Number(isPathEntry(left.kind));
  if (byKind !== 0 || left.id === right.id) return byKind;
  const byRule = Number(left.knownBy === "rule") - Number(right.knownBy === "rule");
  if (byRule !== 0) return byRule;
  return left.id < right.id ? -1 : 1;
}

// What is gathered of one record while its entries pass by in order.
interface Draft {
  board: string;
  name: string;
  removed: boolean;
  refused: { to: string; note: string } | undefined;
  lastTouch: Moment | undefined;
  readonly visits: Visit[];
  readonly fields: Record<string, string>;
  readonly setBy: Record<string, "person" | "rule">;
  readonly links: Record<string, Link>;
  readonly milestones: Record<string, Moment>;
  readonly activities: LoggedActivity[];
}

function emptyDraft(): Draft {
  const nothing = { board: "", name: "", removed: false, refused: undefined, lastTouch: undefined };
  return { ...nothing, visits: [], fields: {}, setBy: {}, links: {}, milestones: {}, activities: [] };
}

function take(draft: Draft, entry: Entry): void {
  draft.board = entry.board;
  if (entry.name !== "") draft.name = entry.name;
  if (isPathEntry(entry.kind)) enter(draft, entry);
  else if (isActivityKind(entry.kind)) draft.activities.push({ kind: entry.kind, at: entry.at });
  if (isTouch(entry.kind)) draft.lastTouch = entry.at;
  const { data } = entry;
  switch (entry.kind) {
    case "removed":
      draft.removed = true;
      return;
    case "restored":
      draft.removed = false;
      return;
    case "merged":
      if (isMergedAway(entry)) draft.removed = data["parked"] === undefined;
      else takeOver(draft, entry);
      return;
    case "refused":
      draft.refused = { to: entry.to ?? "", note: entry.note };
      return;
    case "milestone":
      draft.milestones[data["milestone"] ?? ""] ??= entry.at;
      return;
    case "linked":
      link(draft, data);
      return;
    case "hand-over":
      draft.fields[ownerField.id] = data["to"] ?? "";
      return;
    case "field":
      draft.fields[data["field"] ?? ""] = data["to"] ?? "";
      draft.setBy[data["field"] ?? ""] = entry.knownBy === "rule" ? "rule" : "person";
      return;
    default:
      return;
  }
}

function enter(draft: Draft, entry: Entry): void {
  const stage = entry.to ?? "";
  draft.refused = undefined;
  // Whoever moves is here.
  draft.removed = false;
  for (const [field, value] of fieldsIn(entry)) draft.fields[field] = value;
  if (draft.visits[draft.visits.length - 1]?.stage === stage) return;
  const { at, n, id, kind, knownBy, note } = entry;
  const reason = kind === "moved" && knownBy === "rule" && note !== "" ? { reason: note } : {};
  draft.visits.push({ stage, at, n, entry: id, ...reason });
}

function fieldsIn({ data }: Entry): readonly (readonly [field: string, value: string])[] {
  return Object.entries(data).flatMap(([key, value]) =>
    key.startsWith(FIELD_PREFIX) ? [[key.slice(FIELD_PREFIX.length), value] as const] : [],
  );
}

// What another record brought along, which this one became one with. It came about when it did, not now.
function takeOver(draft: Draft, entry: Entry): void {
  const { activities, milestones } = takenOverFrom(entry.data);
  for (const [field, value] of fieldsIn(entry)) {
    draft.fields[field] = value;
    draft.setBy[field] = "person";
  }
  for (const [id, at] of Object.entries(milestones)) {
    const known = draft.milestones[id];
    if (known === undefined || compareMoments(at, known) < 0) draft.milestones[id] = at;
  }
  for (const { kind, at } of activities) {
    draft.activities.push({ kind, at });
    const { lastTouch } = draft;
    if (isTouch(kind) && (lastTouch === undefined || compareMoments(at, lastTouch) > 0)) draft.lastTouch = at;
  }
  draft.activities.sort((left, right) => compareMoments(left.at, right.at));
}

// A link that names no field is told of the record, and of no cell.
function link(draft: Draft, data: Entry["data"]): void {
  const { field, with: record = "", board = "", name = "" } = data;
  if (field === undefined) return;
  if (record === "") delete draft.links[field];
  else draft.links[field] = { record, board, name };
}
