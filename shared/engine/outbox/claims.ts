// Which messages go out now, and who takes them. A message is taken before it is sent, in a write of its own that has
// arrived before the sending begins: whoever else looks meanwhile leaves it alone, and whoever finds it taken long ago
// knows that nobody can say whether it went. So one is never sent twice by itself. People sort the tab while it is
// written to: all that is said of a message by whoever sends names it, so that words beside another message than they are
// of are known as such, and neither of the two goes out.

import { lastDefinition } from "../../definition/definition-versions.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { instantMs, type Moment, momentInZone, utc } from "../../value/moment.ts";
import { notSentIds } from "./message-entries.ts";
import { type OutboxRow, outboxChanges, outboxRows, recipientCount } from "./outbox-row.ts";
import { quietMessages } from "./quiet-hours.ts";
import { sentIds } from "./sent-entries.ts";

export interface SendingLimits {
  readonly now: Moment;
  /** Recipients that may still be written to today. */
  readonly quotaLeft: number;
  /** So many of them are kept for people. */
  readonly reserve: number;
  /** What was due earlier waits: after so long somebody has to ask whether it still fits. */
  readonly oldest?: Moment;
}

/**
 * The messages that may go out now, the first due first: those that wait to be sent and whose hours are not quiet, as
 * many as the limits allow. One with more recipients than are left waits, and lets smaller ones pass. What went by the
 * history, or must not go, does not, whatever the tab says.
 *
 * @example
 * claimable([], { now: fixtures.run.now, quotaLeft: 100, reserve: 10 }) //=> []
 */
export function claimable(tables: Tables, limits: SendingLimits): readonly OutboxRow[] {
  const { now, quotaLeft, reserve, oldest } = limits;
  const waiting = waitingRows(outboxRows(tables));
  if (waiting.length === 0) return [];
  const { entries } = readLog(tables);
  const kept = [sentIds(entries), notSentIds(entries), quietIn(tables, entries, now)];
  const oldestMs = oldest === undefined ? Number.NEGATIVE_INFINITY : instantMs(oldest);
  const due = waiting
    .filter((row) => !kept.some((ids) => ids.has(row.id)) && dueMs(row, oldestMs) >= oldestMs)
    .sort((left, right) => dueMs(left, oldestMs) - dueMs(right, oldestMs));
  let left = quotaLeft - reserve;
  return due.filter((row) => {
    const recipients = recipientCount(row);
    if (recipients > left) return false;
    left -= recipients;
    return true;
  });
}

/**
 * The rows that wait to be sent. Of an id that stands twice, as after a copied row, none does once one of them went on;
 * nor does one of which words stand beside another.
 *
 * @example
 * waitingRows([]) //=> []
 */
export function waitingRows(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const byId = new Map<string, OutboxRow[]>();
  for (const row of rows) {
    const same = byId.get(row.id);
    if (same === undefined) byId.set(row.id, [row]);
    else same.push(row);
  }
  const astray = new Set(rows.flatMap((row) => (isAstray(row) ? [claimedId(row)] : [])));
  return [...byId.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined || astray.has(first.id) || !same.every(waits) ? [] : [first];
  });
}

export interface Claim {
  readonly changes: readonly Change[];
  /** What was taken, as it stands in the tab now. */
  readonly taken: readonly OutboxRow[];
}

/**
 * Takes those of the messages that still wait. The changes have to arrive before any of them is sent.
 *
 * @example
 * claimChanges([], ["m1"], { writer: "w1", now: fixtures.run.now }) //=> { changes: [], taken: [] }
 */
export function claimChanges(
  tables: Tables,
  ids: readonly string[],
  claim: { readonly writer: string; readonly now: Moment },
): Claim {
  const waiting = new Map(waitingRows(outboxRows(tables)).map((row) => [row.id, row]));
  const taken = ids.flatMap((id) => waiting.get(id) ?? []);
  const changes = taken.flatMap(({ id }) =>
    outboxChanges(tables, id, { state: "being sent", claim: claimText(id, claim), decision: "", note: "" }),
  );
  return { changes, taken };
}

/**
 * What the tab says of who took a message, and when.
 *
 * @example
 * claimText("m1", { writer: "w1", now: fixtures.run.now }) //=> "m1 2026-11-20T08:30:00+00:00 w1"
 */
export function claimText(id: string, claim: { readonly writer: string; readonly now: Moment }): string {
  return `${id} ${claim.now} ${claim.writer}`;
}

/**
 * The message that was taken, by what stands there; empty where none was.
 *
 * @example
 * claimedId({ claim: "m1 2026-11-20T08:30:00+00:00 w1" }) //=> "m1"
 */
export function claimedId({ claim }: Pick<OutboxRow, "claim">): string {
  return claim.split(" ")[0] ?? "";
}

/**
 * Whether what stands beside a message is of another.
 *
 * @example
 * isAstray({ id: "m2", claim: "m1 2026-11-20T08:30:00+00:00 w1" }) //=> true
 */
export function isAstray(row: Pick<OutboxRow, "id" | "claim">): boolean {
  return row.claim !== "" && claimedId(row) !== row.id;
}

/**
 * When a message was taken; `undefined` where nobody can tell.
 *
 * @example
 * claimedAt({ claim: "m1 2026-11-20T08:30:00+00:00 w1" }) //=> "2026-11-20T08:30:00+00:00"
 */
export function claimedAt({ claim }: Pick<OutboxRow, "claim">): Moment | undefined {
  return momentInZone(claim.split(" ")[1] ?? "", utc);
}

/**
 * What stands there of a message that was taken and may be taken again; like all that is written beside one, it names it.
 *
 * @example
 * isFree({ id: "m1", claim: freeClaim("m1") }) //=> true
 */
export function freeClaim(id: string): string {
  return `${id} again`;
}

/**
 * Whether nobody has the message in hand, nor had it when he died.
 *
 * @example
 * isFree({ id: "m1", claim: "" }) //=> true
 */
export function isFree({ id, claim }: Pick<OutboxRow, "id" | "claim">): boolean {
  return claim === "" || claim === freeClaim(id);
}

function waits(row: OutboxRow): boolean {
  const { state, decision, to } = row;
  return state === "waiting to send" && decision !== "cancel" && to.length > 0 && isFree(row);
}

function quietIn(tables: Tables, entries: readonly Entry[], now: Moment): ReadonlySet<string> {
  const definition = lastDefinition(tables);
  return definition === undefined ? new Set() : quietMessages(entries, { definition, now });
}

// What has no moment any more comes first: it was due when it was written.
function dueMs({ due }: OutboxRow, firstMs: number): number {
  return due === undefined ? firstMs : instantMs(due);
}
