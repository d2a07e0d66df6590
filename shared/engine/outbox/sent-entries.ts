// The entries of the history that tell of messages that they went: one that went to the other side is an e-mail of its
// record, all others are told of together.

import type { Entry } from "../../log/entry.ts";
import { hashOf } from "../../value/hash.ts";
import { momentInZone } from "../../value/moment.ts";
import { factEntry, type Subject } from "../row/entry-making.ts";
import { RULES_ACT_AS } from "../rules/rule-act.ts";
import { ruling } from "../rules/rule-entries.ts";
import type { Run } from "../run.ts";
import type { OutboxRow } from "./outbox-row.ts";

const SENT = "sent";
/** So that what tells of them fits a cell. */
const MOST_IN_ONE = 100;

/**
 * The ids of messages of which the history tells that they went.
 *
 * @example
 * sentIds(sentTogether(fixtures.run, ["m1", "m2"])).has("m2") //=> true
 */
export function sentIds(entries: readonly Entry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { kind, data } of entries) {
    if (kind === "email-out" && data["message"] !== undefined) ids.add(data["message"]);
    if (kind === "message" && data["do"] === SENT)
      for (const id of (data["of"] ?? "").split(" ")) ids.add(id);
  }
  return ids;
}

/**
 * The e-mail of a record that a message is which went to the other side.
 *
 * @example
 * sentEmail(fixtures.run, { id: "m1", subject: "Our offer", sentAt: "2026-11-20T08:00:00+00:00" }, { board: "deals", record: "r1", name: "Ada", n: 1 }).note
 * //=> "Our offer"
 */
export function sentEmail(
  run: Run,
  { id, subject: note, sentAt }: Pick<OutboxRow, "id" | "subject" | "sentAt">,
  subject: Subject,
): Entry {
  return factEntry(ruling(run), {
    kind: "email-out",
    subject,
    at: momentInZone(sentAt, run.zone) ?? run.now,
    note,
    data: { message: id },
    who: RULES_ACT_AS,
    occurrence: `outbox\n${id}`,
  });
}

/**
 * The entries that tell of other messages that they went.
 *
 * @example
 * sentTogether(fixtures.run, ["m2", "m1"]).map(({ data }) => data.of) //=> ["m1 m2"]
 */
export function sentTogether(run: Run, ids: readonly string[]): readonly Entry[] {
  const sorted = [...ids].sort();
  const subject = { board: "", record: "", name: "", n: 0 };
  const entries: Entry[] = [];
  for (let from = 0; from < sorted.length; from += MOST_IN_ONE) {
    const of = sorted.slice(from, from + MOST_IN_ONE).join(" ");
    const fact = { kind: "message", subject, data: { do: SENT, of }, who: RULES_ACT_AS } as const;
    entries.push(factEntry(ruling(run), { ...fact, occurrence: hashOf("e", [SENT, of]) }));
  }
  return entries;
}
