// What people log on a record, and the words for it. The Log dropdown, conditions ("Reply: yes logged"),
// milestones and reports all use the words that stand here; the log keeps the kind.

import { nameKey } from "../table/cell.ts";

/** The kinds of activity, as the log keeps them. */
export const activityKinds = [
  "email-out",
  "reply-yes",
  "reply-no",
  "reply-later",
  "call",
  "meeting",
  "rescheduled",
  "note",
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** What the Log dropdown offers beside activities: acts on the record itself. */
export const logActs = ["hand-over", "reopen", "undo", "new-from"] as const;
export type LogAct = (typeof logActs)[number];

const WORDS: Readonly<Record<ActivityKind | LogAct, string>> = {
  "email-out": "E-mail out",
  "reply-yes": "Reply: yes",
  "reply-no": "Reply: no",
  "reply-later": "Reply: later",
  call: "Call",
  meeting: "Meeting",
  rescheduled: "Rescheduled",
  note: "Note",
  "hand-over": "Hand over",
  reopen: "Reopen",
  undo: "Undo",
  "new-from": "New from this",
};

/** Touches end staleness: contact in one direction or the other (METRICS.md, "Stale"). */
const touchKinds: readonly ActivityKind[] = [
  "email-out",
  "reply-yes",
  "reply-no",
  "reply-later",
  "call",
  "meeting",
];

/**
 * The words of the Log dropdown, in order, where a record is called by this noun.
 *
 * @example
 * logWordsFor("deal").slice(-2) //=> ["Undo", "New deal from this"]
 */
export function logWordsFor(noun: string): readonly string[] {
  return [...activityKinds, ...logActs].map((kind) =>
    kind === "new-from" ? `New ${noun} from this` : WORDS[kind],
  );
}

/**
 * The word that people see for an activity or an act.
 *
 * @example
 * wordOfActivity("reply-yes") //=> "Reply: yes"
 */
export function wordOfActivity(kind: ActivityKind | LogAct): string {
  return WORDS[kind];
}

/**
 * What a word of the Log dropdown stands for; `undefined` where it is none of them. The kind itself will do, too.
 *
 * @example
 * activityFromWord("e-mail OUT") //=> "email-out"
 */
export function activityFromWord(word: string): ActivityKind | LogAct | undefined {
  const key = nameKey(word);
  if (/^new .*from this$/.test(key)) return "new-from";
  return [...activityKinds, ...logActs].find((kind) => kind === key || nameKey(WORDS[kind]) === key);
}

/**
 * @example
 * isActivityKind("reopen") //=> false
 */
export function isActivityKind(kind: string): kind is ActivityKind {
  return (activityKinds as readonly string[]).includes(kind);
}

/**
 * Whether the other side answered: a no is a reply.
 *
 * @example
 * isReply("reply-no") //=> true
 */
export function isReply(kind: string): boolean {
  return kind === "reply-yes" || kind === "reply-no" || kind === "reply-later";
}

/**
 * Whether it was contact, in one direction or the other.
 *
 * @example
 * isTouch("note") //=> false
 */
export function isTouch(kind: string): boolean {
  return (touchKinds as readonly string[]).includes(kind);
}
