// When a rule in time acts on a record: from the entry to a stage, from something that was logged, from the day in a field,
// or again and again in a stage. A rule works as long as the record is where the rule works and nothing has ended it; a
// series of follow-ups counts from the first thing that nobody answered, not from each attempt anew. Rules that name
// no stage let closed records rest.

import { isReply } from "../../definition/activity.ts";
import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Rule, RuleTrigger } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import type { RecordState, Visit } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { dayFromText } from "../../value/day.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { type Almanac, dueMoment, startOf } from "./due-moment.ts";

/** A record as rules in time look at it. */
export interface TimedRecord {
  readonly state: RecordState;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** What was logged on it as it holds, in order. */
  readonly activities: () => readonly Entry[];
}

/** A time at which a rule is due; `occurrence` tells it from the others of the rule on the record. */
export interface DueTime {
  readonly occurrence: string;
  readonly due: Moment;
}

/** More of them than this come only to a record that nobody looked at for years. */
const MOST_REPETITIONS = 400;

/**
 * The times at which a rule in time acts on the record, up to `until`; none where it does not work for the record now.
 *
 * @example
 * const rule = { id: "r", name: "Nudge", when: { on: "every", days: 5, stage: "lead" }, whileIn: [], onlyIf: [], does: [{ do: "remind", text: "ask" }], until: [] };
 * dueTimes(rule, { state: fixtures.standing.state, values: {}, activities: () => [] }, fixtures.offers,
 *   { calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] }, zone: utc, until: parseMoment("2000-01-01T00:00:00Z") }) //=> []
 */
export function dueTimes(
  rule: Rule,
  record: TimedRecord,
  pipeline: Pipeline,
  almanac: Almanac & { readonly until: Moment },
): readonly DueTime[] {
  const { when } = rule;
  if (when.on === "every") return repetitions({ rule, when }, record, almanac);
  if (when.on !== "time") return [];
  const passes = rule.does.some((action) => action.do === "move") ? ({ lastDay: "passes" } as const) : {};
  const { amount, unit, from } = when;
  const span = { amount, unit };
  switch (from.of) {
    case "entry":
      return originVisit(rule, { stage: from.stage, pipeline }, record.state)
        .filter((visit) => !isAnswered(rule, record, visit.at))
        .map(({ entry, at }) => ({ occurrence: entry, due: dueMoment(at, span, { ...almanac, ...passes }) }));
    case "activity":
      if (!worksIn(rule, pipeline, record.state.now)) return [];
      return originActivities(rule, record, { kind: from.activity, zone: almanac.zone }).map(
        ({ id, at }) => ({
          occurrence: id,
          due: dueMoment(at, span, { ...almanac, ...passes }),
        }),
      );
    case "field":
      return fieldTimes(rule, record, pipeline, { ...almanac, ...passes, span, field: from.field });
  }
}

/**
 * Whether a rule works for a record where it stands. A rule that names no stage lets records rest that are lost or not
 * to be contacted, unless it is about just that stage.
 *
 * @example
 * worksIn({ whileIn: ["offer"] }, fixtures.offers, { stage: "lead" }) //=> false
 */
export function worksIn(
  { whileIn }: Pick<Rule, "whileIn">,
  { stages }: Pick<Pipeline, "stages">,
  now: Pick<Visit, "stage">,
): boolean {
  if (whileIn.length > 0) return whileIn.includes(now.stage);
  return !isResting(stages.find(({ id }) => id === now.stage));
}

/**
 * Whether a next step that somebody planned beyond that moment stands before what a rule would remind of.
 *
 * @example
 * isPlannedBeyond({ next_step_on: "2026-12-01" }, parseMoment("2026-11-20T08:30:00Z")) //=> true
 */
export function isPlannedBeyond(values: Readonly<Record<string, FieldValue>>, due: Moment): boolean {
  const planned = values["next_step_on"];
  return typeof planned === "string" && planned > dayOf(due);
}

function isResting(stage: Stage | undefined): boolean {
  return stage === undefined || stage.kind === "lost" || stage.kind === "avoid";
}

// The last visit of the stage since which the record was nowhere but where the rule works.
function originVisit(
  rule: Rule,
  { stage, pipeline }: { readonly stage: string; readonly pipeline: Pipeline },
  { visits, now }: RecordState,
): readonly Visit[] {
  let at = visits.length - 1;
  while (at >= 0 && visits[at]?.stage !== stage) at--;
  const visit = visits[at];
  if (visit === undefined) return [];
  if (visit === now) return isIn(rule, stage) ? [visit] : [];
  if (rule.until.includes("a move") || !worksIn(rule, pipeline, now)) return [];
  const isWithin = visits.slice(at + 1).every((each) => isIn(rule, each.stage));
  return isWithin ? [visit] : [];
}

function isIn({ whileIn }: Rule, stage: string): boolean {
  return whileIn.length === 0 || whileIn.includes(stage);
}

function isAnswered({ until }: Rule, record: TimedRecord, since: Moment): boolean {
  return until.includes("a reply") && record.activities().some((each) => isReplySince(each, since));
}

function isReplySince({ kind, at }: Entry, since: Moment): boolean {
  return isReply(kind) && compareMoments(at, since) >= 0;
}

// Of what can be ended, the first since the last end; of what cannot, each.
function originActivities(
  rule: Rule,
  record: TimedRecord,
  { kind, zone }: { readonly kind: string; readonly zone: Almanac["zone"] },
): readonly Entry[] {
  const all = record.activities();
  const own = all.filter((each) => each.kind === kind);
  if (rule.until.length === 0) return own;
  const replies = rule.until.includes("a reply") ? all.filter((each) => isReply(each.kind)) : [];
  const ends = [
    ...replies.map(({ at }) => at),
    ...(rule.until.includes("a move") ? [endByMove(rule, record.state, zone)] : []),
  ].sort(compareMoments);
  const last = ends[ends.length - 1];
  const open = own.filter(({ at }) => last === undefined || compareMoments(at, last) >= 0);
  // A reply that came with it, or after it, has ended it.
  return open.filter(({ at }) => !replies.some((reply) => compareMoments(reply.at, at) >= 0)).slice(0, 1);
}

// Many write first, and move the record then to where the rule works: what they logged on that day, while it still stood
// outside, belongs to the stay that follows.
function endByMove(rule: Rule, { visits, now }: RecordState, zone: Almanac["zone"]): Moment {
  const before = visits[visits.length - 2];
  if (before === undefined || isIn(rule, before.stage)) return now.at;
  const morning = startOf(dayOf(now.at), zone);
  return compareMoments(before.at, morning) > 0 ? before.at : morning;
}

function fieldTimes(
  rule: Rule,
  { state, values, activities }: TimedRecord,
  pipeline: Pipeline,
  how: Almanac & {
    readonly lastDay?: "passes";
    readonly span: Parameters<typeof dueMoment>[1];
    readonly field: string;
  },
): readonly DueTime[] {
  const value = values[how.field];
  const day = typeof value === "string" ? dayFromText(value) : undefined;
  if (day === undefined || !worksIn(rule, pipeline, state.now)) return [];
  const isEnded =
    rule.until.includes("a reply") && activities().some((each) => isReplySince(each, state.now.at));
  // A move ends it where the rule does not say in which stages it works: then whoever moved on is past it.
  const from = startOf(day, how.zone);
  const isMoved =
    rule.until.includes("a move") &&
    rule.whileIn.length === 0 &&
    compareMoments(state.now.at, from) >= 0 &&
    state.visits.length > 1;
  if (isEnded || isMoved) return [];
  return [{ occurrence: `${how.field} ${day}`, due: dueMoment(from, how.span, how) }];
}

function repetitions(
  { rule, when }: { readonly rule: Rule; readonly when: Extract<RuleTrigger, { on: "every" }> },
  record: TimedRecord,
  almanac: Almanac & { readonly until: Moment },
): readonly DueTime[] {
  const { now } = record.state;
  if (now.stage !== when.stage || !isIn(rule, now.stage) || isAnswered(rule, record, now.at)) return [];
  const times: DueTime[] = [];
  for (let count = 1; count <= MOST_REPETITIONS; count++) {
    const due = dueMoment(now.at, { amount: when.days * count, unit: "days" }, almanac);
    if (compareMoments(due, almanac.until) > 0) break;
    times.push({ occurrence: `${now.entry} ${count}`, due });
  }
  return times;
}
