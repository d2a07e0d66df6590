// Which rules are due for a record: those in time, those that wait for what became of a linked record or for a pace that is
// not kept, and those whose event takes the whole book to answer. What was due before a rule bound the record is left.

import { isActivityKind } from "../../definition/activity.ts";
import type { Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import { withoutHoldingAnswers } from "../../log/holding-answers.ts";
import { type RecordState, settledHistory } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { isFor, isOfEvents, isSetOff, takesWholeBook } from "../row/event-rules.ts";
import { type Evidence, unmetNeeds } from "../row/needs-met.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { Almanac } from "./due-moment.ts";
import { type DueTime, dueTimes, isPlannedBeyond, worksIn } from "./occasions.ts";
import { boundDue, importedAt, type RuleStarts, startKey, typedAt } from "./rule-history.ts";

/** What the turns of all records of a board share. */
export interface BoardTurn {
  readonly run: Run;
  readonly definition: Definition;
  readonly pipeline: Pipeline;
  readonly almanac: Almanac;
  readonly starts: RuleStarts;
  /** Whether an act was done; `doneKey` makes the key. */
  readonly isDone: (key: string) => boolean;
}

/** A record whose turn it is. */
export interface TurnRecord {
  readonly board: string;
  readonly name: string;
  /** Running count of its path entries on all boards. */
  readonly count: number;
  readonly state: RecordState;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly entries: readonly Entry[];
  readonly paid?: Evidence["paid"];
  /** What became of records that it is linked with. */
  readonly fates: readonly (DueTime & { readonly fate: "won" | "lost" })[];
  /** Where it is behind: the time for which somebody is told. */
  readonly behind?: DueTime;
}

/** A rule at a time at which it is due. */
export interface DueRule extends DueTime {
  readonly rule: Rule;
}

/**
 * The rules that are due for the record now, the earliest first, done or not.
 *
 * @example
 * dueRules({ ...fixtures.boardRun, almanac: { calendar: { workingDays: [1], holidays: [] }, zone: utc }, starts: new Map(), isDone: () => false },
 *   { board: "deals", name: "Ada", count: 1, state: fixtures.standing.state, values: {}, entries: [], fates: [] }) //=> []
 */
export function dueRules(board: BoardTurn, record: TurnRecord): readonly DueRule[] {
  const all = [
    ...timedRules(board, record, board.run.now),
    ...awaitedRules(board, record),
    ...factRules(board, record),
  ];
  return all.sort((left, right) => compareMoments(left.due, right.due));
}

/**
 * The rules in time that are due for the record up to a moment.
 *
 * @example
 * timedRules({ ...fixtures.boardRun, almanac: { calendar: { workingDays: [1], holidays: [] }, zone: utc }, starts: new Map(), isDone: () => false },
 *   { board: "deals", name: "Ada", count: 1, state: fixtures.standing.state, values: {}, entries: [], fates: [] }, fixtures.run.now) //=> []
 */
export function timedRules(board: BoardTurn, record: TurnRecord, until: Moment): readonly DueRule[] {
  const { pipeline, almanac, run } = board;
  const { values, state, entries } = record;
  const timed = { values, state, activities: () => factsOf(entries).activities };
  const reach = { ...almanac, until };
  const due: DueRule[] = [];
  for (const rule of rulesInTime(pipeline)) {
    if (rule.whileIn.length > 0 && !rule.whileIn.includes(state.now.stage)) continue;
    for (const time of dueTimes(rule, timed, pipeline, reach)) {
      if (compareMoments(time.due, until) > 0) continue;
      const bound = boundTo(board, rule, { due: time.due, since: sinceOf(rule, record) });
      if (bound === undefined || compareMoments(bound, until) > 0) continue;
      if (onlyReminds(rule) && isPlannedBeyond(values, bound)) continue;
      if (isMet(rule, record, run)) due.push({ rule, occurrence: time.occurrence, due: bound });
    }
  }
  return due;
}

const rulesInTimeKnown = new WeakMap<Pipeline, readonly Rule[]>();

function rulesInTime(pipeline: Pipeline): readonly Rule[] {
  const known = rulesInTimeKnown.get(pipeline);
  if (known !== undefined) return known;
  const rules = pipeline.rules.filter(({ when }) => when.on === "time" || when.on === "every");
  rulesInTimeKnown.set(pipeline, rules);
  return rules;
}

/**
 * Whether an action waits for the rules' turn: what a rule of events tells, sets and moves is done as the event is taken
 * in.
 *
 * @example
 * waitsForTurn({ when: { on: "enters", stage: "offer" } }, { do: "remind", text: "ask" }) //=> false
 */
export function waitsForTurn({ when }: Pick<Rule, "when">, action: Rule["does"][number]): boolean {
  return !isOfEvents(when) || takesWholeBook(action);
}

interface RecordFacts {
  readonly settled: readonly Entry[];
  readonly activities: readonly Entry[];
  readonly imported: Moment | undefined;
}

// Every rule asks for them, and a history is put in order once.
const factsKnown = new WeakMap<readonly Entry[], RecordFacts>();

function factsOf(entries: readonly Entry[]): RecordFacts {
  const known = factsKnown.get(entries);
  if (known !== undefined) return known;
  const settled = settledHistory(entries);
  const activities = withoutHoldingAnswers(settled).filter(({ kind }) => isActivityKind(kind));
  const facts = { settled, activities, imported: importedAt(entries) };
  factsKnown.set(entries, facts);
  return facts;
}

function boundTo(
  { starts, pipeline, almanac }: BoardTurn,
  rule: Rule,
  when: { readonly due: Moment; readonly since: Moment | undefined },
): Moment | undefined {
  const moves = rule.does.some((action) => action.do === "move") ? "yes" : "no";
  const since = later(starts.get(startKey(pipeline.id, rule.id)), when.since);
  return boundDue({ due: when.due, since, moves }, almanac.zone);
}

// What was due before the record was imported, or before the day was typed from which it counts, is due no more.
function sinceOf({ when }: Rule, { entries, values, state }: TurnRecord): Moment | undefined {
  const { imported } = factsOf(entries);
  if (when.on !== "time" || when.from.of !== "field") return imported;
  const { field } = when.from;
  const told = { field, text: textOfValue(values[field]), began: state.visits[0]?.at };
  return later(imported, typedAt(entries, told));
}

function later(left: Moment | undefined, right: Moment | undefined): Moment | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compareMoments(left, right) > 0 ? left : right;
}

// A next step that a person planned stands before reminders; what has to go out or to move does not wait for it.
function onlyReminds({ does }: Rule): boolean {
  return does.every((action) => action.do === "remind");
}

function isMet(rule: Rule, { values, state, paid }: TurnRecord, { now }: Run): boolean {
  if (rule.onlyIf.length === 0) return true;
  const logged = new Set(state.activities.map(({ kind }) => kind));
  const evidence = { values, logged, today: dayOf(now), ...(paid === undefined ? {} : { paid }) };
  return unmetNeeds(rule.onlyIf, evidence).length === 0;
}

function awaitedRules(board: BoardTurn, record: TurnRecord): readonly DueRule[] {
  const { pipeline, run } = board;
  const behind = record.behind === undefined ? [] : [record.behind];
  if (record.fates.length + behind.length === 0) return [];
  return pipeline.rules.flatMap((rule): readonly DueRule[] => {
    const { when } = rule;
    if (when.on !== "linked" && when.on !== "behind") return [];
    if (!worksIn(rule, pipeline, record.state.now) || !isMet(rule, record, run)) return [];
    const told = when.on === "linked" ? record.fates.filter(({ fate }) => fate === when.fate) : behind;
    return boundTimes(board, record, { rule, told });
  });
}

function boundTimes(
  board: BoardTurn,
  { entries }: TurnRecord,
  { rule, told }: { readonly rule: Rule; readonly told: readonly DueTime[] },
): readonly DueRule[] {
  const since = factsOf(entries).imported;
  return told.flatMap(({ occurrence, due }) => {
    const bound = boundTo(board, rule, { due, since });
    if (bound === undefined || compareMoments(bound, board.run.now) > 0) return [];
    return [{ rule, occurrence, due: bound }];
  });
}

// What the history has set off that takes the whole book. What came by import sets nothing off.
function factRules(board: BoardTurn, record: TurnRecord): readonly DueRule[] {
  const { pipeline, starts, run } = board;
  const rules = pipeline.rules.filter(
    (rule) => isOfEvents(rule.when) && rule.does.some((each) => waitsForTurn(rule, each)),
  );
  if (rules.length === 0) return [];
  const { settled, imported } = factsOf(record.entries);
  const bound = rules.map((rule) => {
    return { rule, since: later(starts.get(startKey(pipeline.id, rule.id)), imported) };
  });
  let stage = "";
  return settled.flatMap((fact) => {
    if (isPathEntry(fact.kind)) stage = fact.to ?? stage;
    if (fact.knownBy === "import") return [];
    return bound
      .filter(({ rule, since }) => {
        if (!isSetOff(rule.when, fact) || !isFor(rule, stage)) return false;
        const isBound = since === undefined || compareMoments(fact.at, since) >= 0;
        return isBound && isMet(rule, record, run);
      })
      .map(({ rule }) => ({ rule, occurrence: fact.id, due: fact.at }));
  });
}
