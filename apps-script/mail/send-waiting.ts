// Messages sent one after the other. Before each the Outbox says that it is being sent, and with that what became of the
// one before; no lock is held while one is sent. So a script that ends before its time leaves one message of which nobody
// knows whether it went, and no other; none is sent twice.

import { isLive, leaseOf } from "../../shared/engine/host-rows.ts";
import { claimable, claimChanges, claimText } from "../../shared/engine/outbox/claims.ts";
import { type OutboxRow, outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import { markedChanges, type SendingResult } from "../../shared/engine/outbox/results.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { instantMs, type Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { freshSeed, momentNow } from "../clock.ts";
import { isMine } from "../reminders.ts";
import type { BookZone } from "../zone.ts";
import { changeOutbox, type OutboxView } from "./change-outbox.ts";
import { mailsLeft, RESERVE, sentMessage } from "./mail-app.ts";

/** The book as the look before left it. */
export interface LookedAt {
  readonly tables: Tables;
  readonly zone: BookZone;
}

export interface Sent {
  readonly sent: number;
  /** What is told to nobody but the log of executions. */
  readonly said: string;
}

const NOTHING: Sent = { sent: 0, said: "" };
const MOST_TRIES = 3;

/** Sends what waits, until `until` at the latest; the rest is for the next turn. */
export function sendWaiting({ tables, zone }: LookedAt, seconds: number): Sent {
  const now = momentNow(zone);
  const waiting = claimable(tables, { now, quotaLeft: Number.POSITIVE_INFINITY, reserve: 0 });
  if (waiting.length === 0) return NOTHING;
  const due = claimable(tables, { now, quotaLeft: mailsLeft(), reserve: RESERVE });
  const untilMs = instantMs(now) + seconds * SECOND_MS;
  const results = sendAll(
    due.map(({ id }) => id),
    { writer: freshSeed(), isOver: () => instantMs(momentNow(zone)) > untilMs },
  );
  return { sent: results.filter(({ how }) => how === "sent").length, said: saidOf(results, waiting.length) };
}

const SECOND_MS = 1000;

interface Turn {
  readonly writer: string;
  readonly isOver: () => boolean;
}

function sendAll(ids: readonly string[], { writer, isOver }: Turn): readonly SendingResult[] {
  const results: SendingResult[] = [];
  let last: ReadonlyMap<string, SendingResult> = new Map();
  for (const id of ids) {
    if (isOver() || results.some(({ how }) => how === "later")) break;
    const taken = takenAfter(last, id, writer);
    last = new Map();
    if (taken === undefined) continue;
    const result = sentMessage(taken.row, () => momentNow(taken.zone));
    results.push(result);
    last = new Map([[id, result]]);
  }
  if (last.size > 0) tried(() => changeOutbox(({ tables }) => markedChanges(tables, last)));
  return results;
}

// What became of the last message, and the next one taken, in one write; `undefined` where somebody else has the next one
// by now, or it no longer waits.
function takenAfter(
  last: ReadonlyMap<string, SendingResult>,
  next: string,
  writer: string,
): { readonly row: OutboxRow; readonly zone: BookZone } | undefined {
  let claim = "";
  const take = (view: OutboxView) => {
    const now = momentNow(view.zone);
    const marks = markedChanges(view.tables, last);
    if (!maySend(view, now)) return marks;
    const { changes } = claimChanges(applyChanges(view.tables, marks), [next], { writer, now });
    claim = claimText(next, { writer, now });
    return [...marks, ...changes];
  };
  const { tables, zone } = tried(() => changeOutbox(take));
  // As it stands in the sheet now, whatever was meant.
  const row = outboxRows(tables).find(({ id, state }) => id === next && state === "being sent");
  return row === undefined || row.claim !== claim ? undefined : { row, zone };
}

function maySend({ head }: OutboxView, now: Moment): boolean {
  const lease = leaseOf(head);
  return isMine(head) && (lease === undefined || !isLive(lease, now));
}

// What was sent wants to be told of, also where others are at work for longer than a lock is waited for.
function tried(work: () => OutboxView): OutboxView {
  for (let attempt = 1; ; attempt++) {
    try {
      return work();
    } catch (error) {
      const isBusy = error instanceof StagelineError && error.code === "busy";
      if (!isBusy || attempt === MOST_TRIES) throw error;
    }
  }
}

function saidOf(results: readonly SendingResult[], waiting: number): string {
  const count = (how: SendingResult["how"]) => results.filter((each) => each.how === how).length;
  const left = waiting - results.length + count("later");
  const parts = [
    [count("sent"), "sent"],
    [count("failed"), "failed"],
    [count("unknown"), "not known whether sent"],
    [left, "left for the next turn"],
  ] as const;
  return `messages: ${parts.flatMap(([number, words]) => (number === 0 ? [] : [`${number} ${words}`])).join(", ")}`;
}
