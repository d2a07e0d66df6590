// A look at the whole book, and what comes of it written. Reading takes the longest and is done without the lock; under
// it, what will be written over is read once more, what differs is left for the next look, and the rest is written,
// the head last. A long list of changes is written in slices, so that the lock is never held for long: a lease in the
// head tells everybody between two slices that a run is on its way. A run that was cut short is completed by the next.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { type OverwrittenCells, putBackCells } from "../../shared/engine/acts/put-back.ts";
import { DASHBOARD_KEY } from "../../shared/engine/book-layouts.ts";
import { readHead, stateTab } from "../../shared/engine/head.ts";
import {
  hostRowChanges,
  isLive,
  LONGEST_LEASE_SECONDS,
  leaseOf,
  releasedLease,
  takenLease,
} from "../../shared/engine/host-rows.ts";
import { followedZone } from "../../shared/engine/setup/followed-zone.ts";
import { changeSlices } from "../../shared/engine/writing/change-slices.ts";
import { headWords } from "../../shared/engine/writing/head-words.ts";
import { fingerprintsOf } from "../../shared/engine/writing/row-fingerprint.ts";
import { stillTrue, tabsReadAgain } from "../../shared/engine/writing/still-true.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { displacedRows, type SheetRow } from "../book/displaced-rows.ts";
import { mendMisplaced } from "../book/misplaced-rows.ts";
import { bookOf, type OpenBook, openBook, type Reading, readAgain } from "../book/open-book.ts";
import { newTabs, writeChanges } from "../book/write-changes.ts";
import { freshSeed, momentNow } from "../clock.ts";
import type { BookZone } from "../zone.ts";
import { busySheet, underLock } from "./document-lock.ts";
import { readStateTab } from "./quick-reading.ts";

/** What is made of the tables. */
export interface Plan<Result> {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly result: Result;
}

const LOCK_WAIT_MS = 5000;
const SECOND_MS = 1000;
const MOST_LOOKS = 4;

/**
 * Writes what the plan changes. The plan is made anew where the sheet changed too much while it was made.
 *
 * @throws {StagelineError} `busy`, when others were quicker each time; whatever the plan refuses
 */
export function changeBook<Result>(
  plan: (book: OpenBook, now: Moment) => Plan<Result>,
  reading: Reading = {},
  putBack: readonly OverwrittenCells[] = [],
): Result {
  const writer = freshSeed();
  let overwritten = putBack;
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const isFirst = look === 1;
    const book = openBook(isFirst ? reading : { ...reading, merges: true });
    const before = [...followedZone(book.tables, book.zone.name), ...putBackCells(book.tables, overwritten)];
    const tables = before.length === 0 ? book.tables : applyChanges(book.tables, before);
    const { changes, ...rest } = plan({ ...book, tables }, momentNow(book.zone));
    const planned = { ...rest, changes: [...before, ...changes] };
    if (planned.changes.length === 0) return planned.result;
    const ready = withNewTabs(book, planned.changes, reading);
    if (ready === undefined) continue;
    const written = writeSlices(ready, planned, { writer, tables: book.tables });
    if (written.how === "done") return planned.result;
    overwritten = [...overwritten, ...written.overwritten];
  }
  throw busySheet();
}

// New tabs are made first, each under the lock for itself: making one takes Google about half a second. One that is
// there by now was made by another run: then everything is looked at again.
function withNewTabs(book: OpenBook, changes: readonly Change[], reading: Reading): OpenBook | undefined {
  const making = newTabs(book, changes);
  if (making.length === 0) return book;
  const fresh = new Set<number>();
  for (const make of making) {
    const made = underLock(LOCK_WAIT_MS, make);
    if (made === undefined) throw busySheet();
    if (made.result === undefined) return undefined;
    fresh.add(made.result);
  }
  const ready = openBook({ ...reading, merges: true, fresh });
  return headWords(readHead(ready.tables)) === headWords(readHead(book.tables)) ? ready : undefined;
}

type Written =
  | { readonly how: "done" }
  /** The sheet changed too much; cells that were written over have to be put back. */
  | { readonly how: "again"; readonly overwritten: readonly OverwrittenCells[] };

const AGAIN: Written = { how: "again", overwritten: [] };

// `from.tables`: what the plan was made from, which people may have changed since.
function writeSlices(
  first: OpenBook,
  { changes, definition }: Plan<unknown>,
  from: { readonly writer: string; readonly tables: Tables },
): Written {
  const { writer } = from;
  const slices = changeSlices(changes);
  let [book, expected] = [first, from.tables];
  for (const [index, slice] of slices.entries()) {
    const isLast = index === slices.length - 1;
    const done = underLock(LOCK_WAIT_MS, (): Tables | Written => {
      const present = presentBook(book, slice);
      const now = momentNow(book.zone);
      if (!isExpected({ expected, present: present.tables, now, writer })) return AGAIN;
      const kept = stillTrue(slice, expected, present.tables);
      if (kept === undefined) return AGAIN;
      const lease = leaseChanges(present.tables, { writer, now, zone: book.zone, isLast });
      const written = [...beatOf(present.tables, now), ...lease, ...kept];
      const overwritten = misplaced(present, writeChanges(present, written, fingerprintsOf(definition)));
      if (overwritten !== undefined) return { how: "again", overwritten };
      return isLast ? present.tables : applyChanges(present.tables, written);
    });
    if (done === undefined) throw busySheet();
    if ("how" in done.result) return done.result;
    expected = done.result;
    if (!isLast) book = afterSlice(book, slice);
  }
  return { how: "done" };
}

// Cells that nobody had read and that were written over because rows moved; `undefined` where none did.
function misplaced(
  { spreadsheet, zone }: OpenBook,
  written: readonly SheetRow[],
): readonly OverwrittenCells[] | undefined {
  const rows = displacedRows(written);
  const state = rows.length === 0 ? undefined : readStateTab(spreadsheet);
  return state === undefined ? undefined : mendMisplaced({ spreadsheet, zone }, state, rows);
}

// The tabs that a slice writes over, and the head, as they stand now; the rest as it was read.
function presentBook(book: OpenBook, slice: readonly Change[]): OpenBook {
  const named = tabsReadAgain(slice);
  const state = tableOf(book.tables, stateTab);
  const tabs = book.tabs.map((tab) => {
    const isNamed = named.has(tab.table.tab) && tab.marks.key !== DASHBOARD_KEY;
    return tab.table === state || isNamed ? readAgain(tab, book.zone) : tab;
  });
  return bookOf({ ...book, tabs });
}

// Where a tab ends that a slice added to is asked anew; tabs that it made have to be found.
function afterSlice(book: OpenBook, slice: readonly Change[]): OpenBook {
  if (slice.some(({ kind }) => kind === "layOut")) return openBook({ merges: true });
  const grown = new Set(slice.flatMap(({ kind, tab }) => (kind === "append" ? [tab] : [])));
  return bookOf({
    ...book,
    tabs: book.tabs.map(({ maxRows, ...tab }) =>
      maxRows === undefined || grown.has(tab.table.tab) ? tab : { ...tab, maxRows },
    ),
  });
}

interface Expectation {
  readonly expected: Tables;
  readonly present: Tables;
  readonly now: Moment;
  readonly writer: string;
}

// No other run wrote since, and none is on its way.
function isExpected({ expected, present, now, writer }: Expectation): boolean {
  const head = readHead(present);
  const lease = leaseOf(head);
  if (lease !== undefined && lease.writer !== writer && isLive(lease, now)) throw busySheet();
  return headWords(readHead(expected)) === headWords(head);
}

function beatOf(tables: Tables, now: Moment): readonly Change[] {
  return tableOf(tables, stateTab) === undefined ? [] : hostRowChanges(tables, { heartbeat: now });
}

interface LeasePlan {
  readonly writer: string;
  readonly now: Moment;
  readonly zone: BookZone;
  readonly isLast: boolean;
}

function leaseChanges(tables: Tables, { writer, now, zone, isLast }: LeasePlan): readonly Change[] {
  if (tableOf(tables, stateTab) === undefined) return [];
  // Where an earlier look of this run took it, too.
  if (isLast) return releasedLease(tables, writer);
  return takenLease(tables, { writer, now, until: momentNow(zone, LONGEST_LEASE_SECONDS * SECOND_MS) }) ?? [];
}
