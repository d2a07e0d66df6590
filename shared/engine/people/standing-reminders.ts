// Reminders that still stand. The history keeps that somebody was reminded; whether there is anything left to do follows
// from what came after. A reminder ends when its rule would not give it any more (the stage, its conditions, a reply or
// a move that ends it), or when somebody of ours logged anything on the record since: then it was taken up. A move ends
// it, too, unless the rule has conditions of its own that say when it is done. While a next step is planned for a later
// day it rests. Of one rule only the latest reminder counts, and of a series of follow-ups only the latest of the series.

import { isActivityKind, isReply } from "../../definition/activity.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import { type RecordState, settledHistory } from "../../log/replay.ts";
import { compareMoments, dayOf, instantMs, type Moment } from "../../value/moment.ts";
import { type MergeRecord, mergedText } from "../outbox/merged-text.ts";
import { type Evidence, unmetNeeds } from "../row/needs-met.ts";
import { isBehind } from "../rules/behind.ts";
import { isPlannedBeyond, worksIn } from "../rules/occasions.ts";
import { RULES_ACT_AS } from "../rules/rule-act.ts";

export interface StandingReminder {
  /** What is to be done, as the rule says it. */
  readonly text: string;
  readonly due: Moment;
  /** The role that is reminded; absent: the owner. */
  readonly role?: string;
  /** Id of the entry that tells of it. */
  readonly entry: string;
}

/** A record on its board, now. */
export interface RemindedRecord extends MergeRecord {
  readonly pipeline: Pipeline;
  readonly state: RecordState;
  readonly entries: readonly Entry[];
  readonly paid?: Evidence["paid"] | undefined;
}

/**
 * The reminders of a record that still stand at `now`, the one that was due first at the top.
 *
 * @example
 * const row = { values: {}, cells: {} };
 * standingReminders({ pipeline: fixtures.offers, state: fixtures.standing.state, entries: [fixtures.entry], row }, fixtures.run.now) //=> []
 */
export function standingReminders(record: RemindedRecord, now: Moment): readonly StandingReminder[] {
  const { pipeline, state, row } = record;
  if (state.removed || isPlannedBeyond(row.values, now)) return [];
  const latest = latestOfEach(record.entries.filter(isReminder), pipeline.rules);
  if (latest.length === 0) return [];
  const history = settledHistory(record.entries);
  return latest
    .filter((entry) => {
      const rule = pipeline.rules.find(({ id }) => id === entry.data["rule"]);
      return rule !== undefined && stands(record, { rule, entry, history, now });
    })
    .sort((left, right) => compareMoments(left.at, right.at))
    .map(({ note, at, data, id }) => ({
      text: mergedText(note, record).text,
      due: at,
      ...(data["role"] === undefined ? {} : { role: data["role"] }),
      entry: id,
    }));
}

/**
 * Whether an entry tells that somebody was reminded.
 *
 * @example
 * isReminder(fixtures.entry) //=> false
 */
export function isReminder({ kind, data }: Pick<Entry, "kind" | "data">): boolean {
  return kind === "message" && data["do"] === "remind";
}

function latestOfEach(entries: readonly Entry[], rules: readonly Rule[]): readonly Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const key = matterOf(entry, rules);
    const known = latest.get(key);
    if (known === undefined || instantMs(entry.at) > instantMs(known.at)) latest.set(key, entry);
  }
  return [...latest.values()];
}

function matterOf({ data }: Entry, rules: readonly Rule[]): string {
  const rule = rules.find(({ id }) => id === data["rule"]);
  const isSeries =
    rule?.when.on === "time" && rule.when.from.of === "activity" && rule.until.includes("a reply");
  return isSeries ? `${data["occurrence"]} ${data["role"] ?? ""}` : `${data["rule"]} ${data["action"]}`;
}

interface Reminding {
  readonly rule: Rule;
  readonly entry: Entry;
  readonly history: readonly Entry[];
  readonly now: Moment;
}

function stands(record: RemindedRecord, { rule, entry, history, now }: Reminding): boolean {
  const { pipeline, state } = record;
  if (!stillWorks(rule, pipeline, state) || !isStillTrue(rule, record, now)) return false;
  if (!isStillMeant(rule, record, { entry, now })) return false;
  const isSince = ({ at }: { readonly at: Moment }) => instantMs(at) > instantMs(entry.at);
  const movesEnd = rule.until.includes("a move") || rule.onlyIf.length === 0;
  if (movesEnd && isSince(state.now)) return false;
  const repliesEnd = rule.until.includes("a reply");
  return !history.some((each) => isSince(each) && ((repliesEnd && isReply(each.kind)) || isTakenUp(each)));
}

// A rule may be about a stage in which others rest: "ask why we lost it".
function stillWorks(rule: Rule, pipeline: Pipeline, { now }: RecordState): boolean {
  if (worksIn(rule, pipeline, now)) return true;
  return rule.whileIn.length === 0 && stageOf(rule) === now.stage;
}

function stageOf({ when }: Rule): string | undefined {
  if (when.on === "time") return when.from.of === "entry" ? when.from.stage : undefined;
  return when.on === "enters" || when.on === "every" ? when.stage : undefined;
}

function isStillTrue({ onlyIf }: Rule, { row, state, paid }: RemindedRecord, now: Moment): boolean {
  const logged = new Set(state.activities.map(({ kind }) => kind));
  const evidence = { values: row.values, logged, today: dayOf(now), ...(paid === undefined ? {} : { paid }) };
  return unmetNeeds(onlyIf, evidence).length === 0;
}

// A day that was put off calls for another reminder, and who caught up is behind no more.
function isStillMeant(
  { when }: Rule,
  { pipeline, state, row }: RemindedRecord,
  { entry, now }: Pick<Reminding, "entry" | "now">,
): boolean {
  if (when.on === "behind") return isBehind(pipeline, state, row.values, dayOf(now));
  if (when.on !== "time" || when.from.of !== "field") return true;
  const day = row.values[when.from.field];
  return entry.data["occurrence"] === undefined || entry.data["occurrence"] === `${when.from.field} ${day}`;
}

function isTakenUp({ kind, knownBy, who }: Entry): boolean {
  return isActivityKind(kind) && !isReply(kind) && knownBy !== "rule" && who !== RULES_ACT_AS;
}
