// Rows of the head that belong to hosts: whose turn it is to write, whether anybody keeps the book, who owns its
// triggers, and which book it is. Engine runs take turns by a lease: whoever holds it writes, for at most a minute, so
// that one who dies in between is waited for no longer than that.

import type { Change } from "../table/change.ts";
import type { Tables } from "../table/table.ts";
import { instantMs, type Moment, momentInZone, utc } from "../value/moment.ts";
import { type Head, readHead, stateRowChanges } from "./head.ts";

/** The turn of one writer. */
export interface Lease {
  /** Whoever holds it: an id of the running script or process. */
  readonly writer: string;
  readonly until: Moment;
}

/** How long a turn may be; who needs longer takes it again. */
export const LONGEST_LEASE_SECONDS = 60;

/**
 * The turn that was taken last and not given back; `undefined` for none.
 *
 * @example
 * leaseOf(readHead([])) //=> undefined
 */
export function leaseOf(head: Head): Lease | undefined {
  const writer = hostRow(head, "writer");
  const until = momentFrom(hostRow(head, "until"));
  return writer === "" || until === undefined ? undefined : { writer, until };
}

/**
 * Whether the turn still runs.
 *
 * @example
 * isLive({ writer: "w1", until: fixtures.run.now }, fixtures.run.now) //=> false
 */
export function isLive(lease: Lease, now: Moment): boolean {
  const leftMs = instantMs(lease.until) - instantMs(now);
  // Clocks differ; but one that ends much later than any may was written by a clock that is wrong, and binds nobody.
  return leftMs > 0 && leftMs <= 2 * LONGEST_LEASE_SECONDS * 1000;
}

/**
 * The changes that take a turn, or lengthen one's own; `undefined` while another's runs.
 *
 * @example
 * takenLease(fixtures.bookTables, { writer: "w1", now: fixtures.run.now, until: parseMoment("2026-11-20T08:30:30Z") }).length //=> 1
 */
export function takenLease(
  tables: Tables,
  wanted: Lease & { readonly now: Moment },
): readonly Change[] | undefined {
  const { writer, until, now } = wanted;
  const lease = leaseOf(readHead(tables));
  if (lease !== undefined && lease.writer !== writer && isLive(lease, now)) return undefined;
  return hostRowChanges(tables, { writer, until });
}

/**
 * The changes that give a turn back; none where another has it by now.
 *
 * @example
 * releasedLease(fixtures.bookTables, "w1") //=> []
 */
export function releasedLease(tables: Tables, writer: string): readonly Change[] {
  const isOwn = hostRow(readHead(tables), "writer") === writer;
  return isOwn ? hostRowChanges(tables, { writer: "", until: "" }) : [];
}

/**
 * When somebody last kept the book; `undefined` where nobody ever did.
 *
 * @example
 * lastKept(readHead([])) //=> undefined
 */
export function lastKept(head: Head): Moment | undefined {
  return momentFrom(hostRow(head, "heartbeat"));
}

/** How long ago an add-on that looks after a book may have been at work, in hours: it does so every hour. */
const KEPT_HOURS = 2;

/**
 * Whether an add-on looks after the book: then nobody else runs the engine by himself.
 *
 * @example
 * isKept({ ...readHead([]), others: { heartbeat: "2026-11-20T07:00:00Z" } }, fixtures.run.now) //=> true
 * isKept(readHead([]), fixtures.run.now) //=> false
 */
export function isKept(head: Head, now: Moment): boolean {
  const kept = lastKept(head);
  return kept !== undefined && instantMs(now) - instantMs(kept) < KEPT_HOURS * 3_600_000;
}

/**
 * A row of a host: `writer` and `until` of the lease, `heartbeat`, `owner` of the triggers, `book`, or any other that
 * is none of the core's; empty where there is none.
 *
 * @example
 * hostRow({ ...readHead([]), others: { book: "b1" } }, "book") //=> "b1"
 */
export function hostRow(head: Head, id: string): string {
  return head.others[id] ?? "";
}

/**
 * The changes that set rows of hosts.
 *
 * @example
 * hostRowChanges(fixtures.bookTables, { owner: "ada@example.com" })
 * //=> [{ kind: "append", tab: "_state", rows: [{ id: "owner", value: "ada@example.com" }] }]
 */
export function hostRowChanges(tables: Tables, rows: Readonly<Record<string, string>>): readonly Change[] {
  return stateRowChanges(tables, Object.entries(rows));
}

function momentFrom(text: string): Moment | undefined {
  return text === "" ? undefined : momentInZone(text, utc);
}
