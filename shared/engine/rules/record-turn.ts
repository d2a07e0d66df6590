// What the rules do to one record because time has passed, because a record that it is linked with was decided, or because
// of something in its history that takes the whole book to answer. Everything that is due is done in the order in which
// it was due, each thing once: a move may end other rules and begin new ones, so after each the record is looked at anew.

import { isActivityKind } from "../../definition/activity.ts";
import type { Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import { type RecordState, replay, settledHistory } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { dayOf, instantMs, type Moment } from "../../value/moment.ts";
import type { Subject } from "../row/entry-making.ts";
import { isFor, isOfEvents, isSetOff, takesWholeBook } from "../row/event-rules.ts";
import { type Evidence, unmetNeeds } from "../row/needs-met.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { Almanac } from "./due-moment.ts";
import { type DueTime, dueTimes, isPlannedBeyond, worksIn } from "./occasions.ts";
import type { RuleAct } from "./rule-act.ts";
import { isTelling, type Occasion, ruledMove, toldEntry } from "./rule-entries.ts";
import { boundDue, importedAt, type RuleStarts, startKey, typedAt } from "./rule-history.ts";
import { type RuledField, ruledField } from "./ruled-field.ts";

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

/** What a turn comes to. */
export interface Turn {
  readonly entries: readonly Entry[];
  readonly cells: readonly RuledField[];
  /** What takes the whole book. */
  readonly acts: readonly RuleAct[];
}

/** A rule at a time at which it is due. */
interface DueRule extends DueTime {
  readonly rule: Rule;
}

/** Rules that send a record round in a circle are stopped here, until the next turn. */
const MOST_STEPS = 1000;

/**
 * What is due for the record now.
 *
 * @example
 * recordTurn({ ...fixtures.boardRun, almanac: { calendar: { workingDays: [1], holidays: [] }, zone: utc }, starts: new Map(), isDone: () => false },
 *   { board: "deals", name: "Ada", count: 1, state: fixtures.standing.state, values: {}, entries: [], fates: [] }).entries //=> []
 */
export function recordTurn(board: BoardTurn, record: TurnRecord): Turn {
  const turn = { entries: [] as Entry[], cells: [] as RuledField[], acts: [] as RuleAct[] };
  const done = new Set<string>();
  let present = record;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = nextDue(board, present, (key) => done.has(key) || board.isDone(key));
    if (next === undefined) break;
    const made = act(board, present, next);
    for (const [index] of next.rule.does.entries()) done.add(doneKey(keyOf(present, next), index));
    turn.entries.push(...made.entries);
    turn.cells.push(...made.cells);
    turn.acts.push(...made.acts);
    present = withEntries(present, made.entries);
  }
  return turn;
}

/**
 * What tells an act from all others, as entries that tell of it keep it.
 *
 * @example
 * doneKey({ board: "deals", record: "r1", rule: "nudge", occurrence: "e1" }, "0") //=> "deals r1 nudge 0 e1"
 */
export function doneKey(
  act: {
    readonly board: string;
    readonly record: string;
    readonly rule: string;
    readonly occurrence: string;
  },
  index: number | string,
): string {
  return `${act.board} ${act.record} ${act.rule} ${index} ${act.occurrence}`;
}

/**
 * When each rule that moves the record is due, up to a moment: what is coming, if nobody does anything.
 *
 * @example
 * movesDue({ ...fixtures.boardRun, almanac: { calendar: { workingDays: [1], holidays: [] }, zone: utc }, starts: new Map(), isDone: () => false },
 *   { board: "deals", name: "Ada", count: 1, state: fixtures.standing.state, values: {}, entries: [], fates: [] }, fixtures.run.now) //=> []
 */
export function movesDue(
  board: BoardTurn,
  record: TurnRecord,
  until: Moment,
): readonly (DueTime & { readonly rule: Rule; readonly to: string })[] {
  return timedRules(board, record, until).flatMap((due) => {
    const index = due.rule.does.findIndex((action) => action.do === "move");
    const action = due.rule.does[index];
    if (action?.do !== "move" || board.isDone(doneKey(keyOf(record, due), index))) return [];
    return action.stage === record.state.now.stage ? [] : [{ ...due, to: action.stage }];
  });
}

function nextDue(
  board: BoardTurn,
  record: TurnRecord,
  isDone: (key: string) => boolean,
): DueRule | undefined {
  let next: DueRule | undefined;
  const all = [
    ...timedRules(board, record, board.run.now),
    ...ruleFates(board, record),
    ...factRules(board, record),
  ];
  for (const due of all) {
    if (next !== undefined && instantMs(due.due) >= instantMs(next.due)) continue;
    const key = keyOf(record, due);
    const isOpen = due.rule.does.some(
      (action, index) => isMine(due.rule, action) && !isDone(doneKey(key, index)),
    );
    if (isOpen) next = due;
  }
  return next;
}

// What a rule of events tells, sets and moves is done as the event is taken in.
function isMine({ when }: Rule, action: Rule["does"][number]): boolean {
  return !isOfEvents(when) || takesWholeBook(action);
}

function timedRules(board: BoardTurn, record: TurnRecord, until: Moment): readonly DueRule[] {
  const { pipeline, almanac, run } = board;
  const came = sinceOf(record);
  const timed = {
    ...record,
    activities: () => settledHistory(record.entries).filter(({ kind }) => isActivityKind(kind)),
  };
  return pipeline.rules.flatMap((rule) => {
    if (rule.when.on !== "time" && rule.when.on !== "every") return [];
    const times = dueTimes(rule, timed, pipeline, { ...almanac, until });
    return times.flatMap(({ due, occurrence }) => {
      if (instantMs(due) > instantMs(until)) return [];
      const bound = boundTo(board, rule, { due, since: came(rule) });
      if (bound === undefined || instantMs(bound) > instantMs(until)) return [];
      if (onlyReminds(rule) && isPlannedBeyond(record.values, bound)) return [];
      return isMet(rule, record, run) ? [{ rule, occurrence, due: bound }] : [];
    });
  });
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
function sinceOf({ entries, values, state }: TurnRecord): (rule: Rule) => Moment | undefined {
  const imported = importedAt(entries);
  return ({ when }) => {
    if (when.on !== "time" || when.from.of !== "field") return imported;
    const { field } = when.from;
    const told = { field, text: textOfValue(values[field]), began: state.visits[0]?.at };
    return later(imported, typedAt(entries, told));
  };
}

function later(left: Moment | undefined, right: Moment | undefined): Moment | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return instantMs(left) > instantMs(right) ? left : right;
}

// A next step that a person planned stands before reminders; what has to go out or to move does not wait for it.
function onlyReminds({ does }: Rule): boolean {
  return does.every((action) => action.do === "remind");
}

function isMet(rule: Rule, { values, state, paid }: TurnRecord, { now }: Run): boolean {
  const logged = new Set(state.activities.map(({ kind }) => kind));
  const evidence = { values, logged, today: dayOf(now), ...(paid === undefined ? {} : { paid }) };
  return unmetNeeds(rule.onlyIf, evidence).length === 0;
}

function ruleFates(board: BoardTurn, record: TurnRecord): readonly DueRule[] {
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
  const since = importedAt(entries);
  return told.flatMap(({ occurrence, due }) => {
    const bound = boundTo(board, rule, { due, since });
    if (bound === undefined || instantMs(bound) > instantMs(board.run.now)) return [];
    return [{ rule, occurrence, due: bound }];
  });
}

// What the history has set off that takes the whole book. What came by import sets nothing off.
function factRules(board: BoardTurn, record: TurnRecord): readonly DueRule[] {
  const { pipeline, starts, run } = board;
  const rules = pipeline.rules.filter(
    (rule) => isOfEvents(rule.when) && rule.does.some((each) => isMine(rule, each)),
  );
  if (rules.length === 0) return [];
  const imported = importedAt(record.entries);
  let stage = "";
  return settledHistory(record.entries).flatMap((fact) => {
    if (isPathEntry(fact.kind)) stage = fact.to ?? stage;
    if (fact.knownBy === "import") return [];
    return rules
      .filter((rule) => {
        const since = later(starts.get(startKey(pipeline.id, rule.id)), imported);
        const isBound = since === undefined || instantMs(fact.at) >= instantMs(since);
        return isBound && isSetOff(rule.when, fact) && isFor(rule, stage) && isMet(rule, record, run);
      })
      .map((rule) => ({ rule, occurrence: fact.id, due: fact.at }));
  });
}

function keyOf({ board, state }: TurnRecord, { rule, occurrence }: DueRule) {
  return { board, record: state.record, rule: rule.id, occurrence };
}

function act(board: BoardTurn, record: TurnRecord, { rule, occurrence, due }: DueRule): Turn {
  const { run, definition, pipeline } = board;
  const turn = { entries: [] as Entry[], cells: [] as RuledField[], acts: [] as RuleAct[] };
  const occasion: Occasion = { subject: subjectOf(record), rule, occurrence, due };
  rule.does.forEach((action, index) => {
    if (!isMine(rule, action) || board.isDone(doneKey(keyOf(record, { rule, occurrence, due }), index)))
      return;
    if (isTelling(action))
      turn.entries.push(toldEntry(run, pipeline, { occasion, index, action, about: record }));
    else if (action.do === "move") {
      const to = pipeline.stages.find(({ id }) => id === action.stage);
      const from = record.state.now;
      if (to !== undefined && to.id !== from.stage)
        turn.entries.push(ruledMove(run, { definition, pipeline }, { occasion, index, from, to }));
    } else if (action.do === "set") {
      const { field, value: text } = action;
      const set = ruledField(run, pipeline, { occasion, index, field, text, record });
      if (set === undefined) return;
      turn.entries.push(set.entry);
      turn.cells.push(set.cell);
    } else {
      const { board: on, state } = record;
      turn.acts.push({ board: on, record: state.record, rule, index, action, occurrence, due });
    }
  });
  return turn;
}

function subjectOf({ board, state, name, count }: TurnRecord): Subject {
  return { board, record: state.record, name, n: Math.max(count, state.n) };
}

function withEntries(record: TurnRecord, added: readonly Entry[]): TurnRecord {
  if (added.length === 0) return record;
  const entries = [...record.entries, ...added];
  const state = replay(entries).get(record.state.record) ?? record.state;
  return { ...record, entries, state };
}
