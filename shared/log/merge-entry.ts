// Two records that are one: the entry `merged` on both. That of the record that goes names the one that stays (`into`)
// and keeps what its row held; that of the one that stays names the other (`from`) and keeps what it takes over: values
// for its empty cells, milestones and activities. Both are voided together when the two are taken apart again.

import { type ActivityKind, isActivityKind } from "../definition/activity.ts";
import { type Moment, parseMoment } from "../value/moment.ts";
import type { Entry } from "./entry.ts";

type Data = Entry["data"];

/** What was logged on a record, as far as another takes it over. */
export interface TakenActivity {
  readonly kind: ActivityKind;
  readonly at: Moment;
}

/** What a record takes over from one that it became one with. */
export interface TakenOver {
  readonly activities: readonly TakenActivity[];
  /** Milestone id → when it was reached. */
  readonly milestones: Readonly<Record<string, Moment>>;
}

const MILESTONE = "milestone:";
/** Beyond this, the first and the last of each kind are kept: gates ask for one, and the wait for an answer for the last. */
const MOST_ACTIVITIES = 150;

/**
 * Whether the entry says that its record went into another.
 *
 * @example
 * isMergedAway({ kind: "merged", data: { into: "r1" } }) //=> true
 */
export function isMergedAway({ kind, data }: Pick<Entry, "kind" | "data">): boolean {
  return kind === "merged" && data["into"] !== undefined;
}

/**
 * The data of what is taken over.
 *
 * @example
 * takenOverData({ activities: [{ kind: "call", at: fixtures.run.now }], milestones: {} })
 * //=> { activities: "call@2026-11-20T08:30:00+00:00" }
 */
export function takenOverData({ activities, milestones }: TakenOver): Data {
  const kept = activities.length > MOST_ACTIVITIES ? firstAndLast(activities) : activities;
  const told = kept.map(({ kind, at }) => `${kind}@${at}`).join(" ");
  const reached = Object.entries(milestones).map(([id, at]) => [MILESTONE + id, at] as const);
  return { ...(told === "" ? {} : { activities: told }), ...Object.fromEntries(reached) };
}

/**
 * What an entry says that its record took over; what cannot be read is left out.
 *
 * @example
 * takenOverFrom({ activities: "call@2026-11-20T08:30:00+00:00 slip" }).activities.length //=> 1
 */
export function takenOverFrom(data: Data): TakenOver {
  const activities = (data["activities"] ?? "").split(" ").flatMap((text): readonly TakenActivity[] => {
    const [kind = "", time = ""] = text.split("@");
    const at = momentFrom(time);
    return at !== undefined && isActivityKind(kind) ? [{ kind, at }] : [];
  });
  const milestones = Object.entries(data).flatMap(([key, text]): readonly (readonly [string, Moment])[] => {
    const at = key.startsWith(MILESTONE) ? momentFrom(text) : undefined;
    return at === undefined ? [] : [[key.slice(MILESTONE.length), at]];
  });
  return { activities, milestones: Object.fromEntries(milestones) };
}

function firstAndLast(activities: readonly TakenActivity[]): readonly TakenActivity[] {
  const first = new Map<string, TakenActivity>();
  const last = new Map<string, TakenActivity>();
  for (const activity of activities) {
    if (!first.has(activity.kind)) first.set(activity.kind, activity);
    last.set(activity.kind, activity);
  }
  const kept = new Set([...first.values(), ...last.values()]);
  return activities.filter((activity) => kept.has(activity));
}

function momentFrom(text: string): Moment | undefined {
  try {
    return parseMoment(text);
  } catch {
    return undefined; // somebody wrote in the history: the entry's check tells that
  }
}
