// The entries of the history that ask for messages, and those that tell that one was put into the Outbox or must not go.
// Each is dealt with once: also where somebody deletes the rows of old messages, to tidy up, none of them is put in again.

import type { Entry } from "../../log/entry.ts";
import { hashOf } from "../../value/hash.ts";
import { instantMs } from "../../value/moment.ts";
import { factEntry } from "../row/entry-making.ts";
import { type ActBook, RULES_ACT_AS } from "../rules/rule-act.ts";
import { ruling } from "../rules/rule-entries.ts";
import type { Run } from "../run.ts";
import { mailSince } from "./silent-start.ts";

const PUT_IN = "put in";
/** So that what tells of them fits a cell. */
const MOST_IN_ONE = 100;

/**
 * Whether an entry asks for a mail of its own; reminders are read together, once a day.
 *
 * @example
 * asksForMail({ kind: "message", data: { do: "remind" } }) //=> false
 */
export function asksForMail({ kind, data }: Pick<Entry, "kind" | "data">): boolean {
  return kind === "message" && (data["do"] === "send" || data["do"] === "notify");
}

/**
 * The entries that ask for a mail from when on mail goes out, each once; those that are dealt with are left out.
 *
 * @example
 * mailEntries({ run: fixtures.run, tables: [], entries: [fixtures.entry] }, () => false) //=> []
 */
export function mailEntries(
  { tables, run, entries }: Pick<ActBook, "tables" | "run" | "entries">,
  isDone: (id: string) => boolean,
): readonly Entry[] {
  const since = mailSince(tables, run.zone);
  const sinceMs = since === undefined ? Number.NEGATIVE_INFINITY : instantMs(since);
  const asked = new Map<string, Entry>();
  for (const entry of entries) {
    if (!asksForMail(entry) || asked.has(entry.id) || isDone(entry.id)) continue;
    if (instantMs(entry.at) >= sinceMs) asked.set(entry.id, entry);
  }
  return [...asked.values()];
}

/**
 * The ids of messages of which the history tells that they were put into the Outbox.
 *
 * @example
 * putInIds([]).size //=> 0
 */
export function putInIds(entries: readonly Entry[]): ReadonlySet<string> {
  const told = entries.filter(({ kind, data }) => kind === "message" && data["do"] === PUT_IN);
  return new Set(told.flatMap(({ data }) => (data["of"] ?? "").split(" ")));
}

/**
 * The ids of messages of which the history tells that they must not go.
 *
 * @example
 * notSentIds([]).size //=> 0
 */
export function notSentIds(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ kind, data }) => (kind === "not-sent" ? (data["of"] ?? []) : [])));
}

/**
 * The entries that tell of messages that they were put in.
 *
 * @example
 * putInEntries(fixtures.run, ["e1", "e2"]).map(({ data }) => data.of) //=> ["e1 e2"]
 */
export function putInEntries(run: Run, ids: readonly string[]): readonly Entry[] {
  const sorted = [...ids].sort();
  const entries: Entry[] = [];
  for (let from = 0; from < sorted.length; from += MOST_IN_ONE) {
    const of = sorted.slice(from, from + MOST_IN_ONE).join(" ");
    const subject = { board: "", record: "", name: "", n: 0 };
    const fact = { kind: "message", subject, data: { do: PUT_IN, of }, who: RULES_ACT_AS } as const;
    entries.push(factEntry(ruling(run), { ...fact, occurrence: hashOf("e", [PUT_IN, of]) }));
  }
  return entries;
}

/**
 * The entry that tells of a message that it does not go, and why.
 *
 * @example
 * notSentEntry(fixtures.run, fixtures.entry, { why: "an answer came", by: "rule" }).note //=> "an answer came"
 */
export function notSentEntry(
  run: Run,
  message: Entry,
  { why, by }: { readonly why: string; readonly by: "rule" | "person" },
): Entry {
  const { board, record, name, n, id, note } = message;
  const subject = { board, record, name, n };
  const data = { of: id, ...(note === "" ? {} : { message: note }) };
  const fact = { kind: "not-sent", subject, data, note: why, occurrence: id } as const;
  return by === "person" ? factEntry(run, fact) : factEntry(ruling(run), { ...fact, who: RULES_ACT_AS });
}
