// When records were first written to, and when they first answered after that: what the response rate is
// counted from.

import { isReply } from "../definition/activity.ts";
import { instantMs, type Moment, wallMs } from "../value/moment.ts";
import type { Entry } from "./entry.ts";
import { settledEntries } from "./settled-entries.ts";

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
  const sent = new Map<string, Moment>();
  const replied = new Map<string, Moment[]>();
  const isWanted = (kind: string) => kind === "email-out" || isReply(kind);
  for (const { record, kind, at } of settledEntries(entries, { isWanted, asOf })) {
    if (kind === "email-out") sent.set(record, earlier(sent.get(record), at));
    else replied.set(record, [...(replied.get(record) ?? []), at]);
  }
  const responses = new Map<string, FirstResponse>();
  for (const [record, sentAt] of sent) responses.set(record, responseTo(sentAt, replied.get(record) ?? []));
  return responses;
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
