// Which messages go out now, and who takes them. A message is taken before it is sent, in a write of its own that has
// arrived before the sending begins: whoever else looks meanwhile leaves it alone, and whoever finds it taken long ago
// knows that nobody can say whether it went. So one is never sent twice by itself.

import { lastDefinition } from "../../definition/definition-versions.ts";
import { readLog } from "../../log/log-tab.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { instantMs, type Moment, momentInZone, utc } from "../../value/moment.ts";
import { type OutboxRow, outboxChanges, outboxRows, recipientCount } from "./outbox-row.ts";
import { quietMessages } from "./quiet-hours.ts";

export interface SendingLimits {
  readonly now: Moment;
  /** Recipients that may still be written to today. */
  readonly quotaLeft: number;
  /** So many of them are kept for people. */
  readonly reserve: number;
}

/**
 * The messages that may go out now, the first due first: those that wait to be sent and whose hours are not quiet, as
 * many as the limits allow. One with more recipients than are left waits, and lets smaller ones pass.
 *
 * @example
 * claimable([], { now: fixtures.run.now, quotaLeft: 100, reserve: 10 }) //=> []
 */
export function claimable(tables: Tables, { now, quotaLeft, reserve }: SendingLimits): readonly OutboxRow[] {
  const waiting = waitingRows(outboxRows(tables));
  if (waiting.length === 0) return [];
  const quiet = quietIn(tables, now);
  const due = waiting.filter(({ id }) => !quiet.has(id)).sort((left, right) => dueMs(left) - dueMs(right));
  let left = quotaLeft - reserve;
  return due.filter((row) => {
    const recipients = recipientCount(row);
    if (recipients > left) return false;
    left -= recipients;
    return true;
  });
}

/**
 * The rows that wait to be sent. Of an id that stands twice, as after a copied row, none does once one of them went on.
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
  return [...byId.values()].flatMap((same) => (same.every(waits) ? same.slice(0, 1) : []));
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
  const cells = { state: "being sent", claim: `${claim.now} ${claim.writer}`, decision: "", note: "" };
  return { changes: taken.flatMap(({ id }) => outboxChanges(tables, id, cells)), taken };
}

/**
 * When a message was taken; `undefined` where nobody can tell.
 *
 * @example
 * claimedAt({ claim: "2026-11-20T08:30:00+00:00 w1" }) //=> "2026-11-20T08:30:00+00:00"
 */
export function claimedAt({ claim }: Pick<OutboxRow, "claim">): Moment | undefined {
  return momentInZone(claim.split(" ")[0] ?? "", utc);
}

function waits({ state, decision, to }: OutboxRow): boolean {
  return state === "waiting to send" && decision !== "cancel" && to.length > 0;
}

function quietIn(tables: Tables, now: Moment): ReadonlySet<string> {
  const definition = lastDefinition(tables);
  const hasHours = definition?.pipelines.some(({ messages }) => messages.some((each) => each.quietHours));
  if (definition === undefined || hasHours !== true) return new Set();
  return quietMessages(readLog(tables).entries, { definition, now });
}

// What has no moment any more comes first: it was due when it was written.
function dueMs({ due }: OutboxRow): number {
  return due === undefined ? Number.NEGATIVE_INFINITY : instantMs(due);
}
