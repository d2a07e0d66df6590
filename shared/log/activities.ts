// When records were first written to, and when they first answered after that: what the response rate is
// counted from. Amended entries are settled first, equal ids do no harm (a first time is a minimum), and what
// happened after as of is left out.

import { instantMs, type Moment, parseMoment, wallMs } from "../value/moment.ts";
import { type Amended, type Amendment, isAmendment, settle } from "./amendments.ts";
import type { Entry } from "./entry.ts";

export interface FirstResponse {
  /** Wall clock of the first e-mail out. */
  readonly sentWallMs: number;
  /** Wall clock of the first reply that did not come before it; absent while there is none. */
  readonly repliedWallMs?: number;
}

/**
 * By record id, the first e-mail out and the first reply to it; records that nobody wrote to are left out.
 * `entries` are all of one board's, in any order.
 *
 * @example
 * firstResponses([], parseMoment("2026-01-01T00:00:00Z")).size //=> 0
 */
export function firstResponses(entries: Iterable<Entry>, asOf: Moment): ReadonlyMap<string, FirstResponse> {
  const asOfMs = instantMs(asOf);
  const { activities, settled } = gather(entries, asOfMs);
  const sent = new Map<string, Moment>();
  const replied = new Map<string, Moment[]>();
  for (const entry of activities) {
    const at = timeOf(entry, settled);
    if (at === undefined || instantMs(at) > asOfMs) continue;
    if (entry.kind === "email-out") sent.set(entry.record, earlier(sent.get(entry.record), at));
    else replied.set(entry.record, [...(replied.get(entry.record) ?? []), at]);
  }
  const responses = new Map<string, FirstResponse>();
  for (const [record, sentAt] of sent) responses.set(record, responseTo(sentAt, replied.get(record) ?? []));
  return responses;
}

function gather(entries: Iterable<Entry>, asOfMs: number) {
  const activities: Entry[] = [];
  const amendments: Amendment[] = [];
  for (const entry of entries) {
    const { id, kind, n, data } = entry;
    if (kind === "email-out" || isReply(kind)) activities.push(entry);
    if (!isAmendment(kind) || instantMs(entry.at) > asOfMs) continue;
    amendments.push({ id, kind, n, data, instantMs: instantMs(entry.at) });
  }
  return { activities, settled: settle(amendments) };
}

function isReply(kind: string): boolean {
  return kind === "reply-yes" || kind === "reply-no" || kind === "reply-later";
}

function timeOf(entry: Entry, settled: ReadonlyMap<string, Amended>): Moment | undefined {
  const change = settled.get(entry.id);
  if (change?.isVoid) return undefined;
  return change?.at === undefined ? entry.at : parseMoment(change.at);
}

function earlier(known: Moment | undefined, at: Moment): Moment {
  return known === undefined || instantMs(at) < instantMs(known) ? at : known;
}

function responseTo(sentAt: Moment, replies: readonly Moment[]): FirstResponse {
  const answers = replies.filter((reply) => instantMs(reply) >= instantMs(sentAt));
  const first = answers.reduce<Moment | undefined>(earlier, undefined);
  const sent = { sentWallMs: wallMs(sentAt) };
  return first === undefined ? sent : { ...sent, repliedWallMs: wallMs(first) };
}
