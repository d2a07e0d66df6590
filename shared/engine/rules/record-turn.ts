// What the rules do to one record in their turn. Everything that is due is done in the order in which it was due, each thing
// once. A move or a field that is set may end other rules and begin new ones, so after it the record is looked at anew;
// messages change nothing of it.

import type { Rule } from "../../definition/rule.ts";
import type { Entry } from "../../log/entry.ts";
import { replay } from "../../log/replay.ts";
import type { Moment } from "../../value/moment.ts";
import type { Subject } from "../row/entry-making.ts";
import {
  type BoardTurn,
  type DueRule,
  dueRules,
  type TurnRecord,
  timedRules,
  waitsForTurn,
} from "./due-rules.ts";
import type { DueTime } from "./occasions.ts";
import type { RuleAct } from "./rule-act.ts";
import { isTelling, type Occasion, ruledMove, type TellingAction, toldEntry } from "./rule-entries.ts";
import { type RuledField, ruledField } from "./ruled-field.ts";

/** What a turn comes to. */
export interface Turn {
  readonly entries: readonly Entry[];
  readonly cells: readonly RuledField[];
  /** What takes the whole book. */
  readonly acts: readonly RuleAct[];
}

/** Rules that send a record round in a circle are stopped here, until the next turn. */
const MOST_LOOKS = 1000;

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
  let present: TurnRecord | undefined = record;
  for (let look = 0; look < MOST_LOOKS && present !== undefined; look++) {
    const seen: TurnRecord = present;
    present = undefined;
    for (const due of openRules(board, seen, done)) {
      const made = act(board, seen, due);
      for (const [index] of due.rule.does.entries()) done.add(doneKey(keyOf(seen, due), index));
      turn.entries.push(...made.entries);
      turn.cells.push(...made.cells);
      turn.acts.push(...made.acts);
      if (made.entries.every(({ kind }) => kind === "message")) continue;
      present = withEntries(record, turn.entries);
      break;
    }
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

/**
 * When each message, reminder and notice of a rule in time is due, up to a moment.
 *
 * @example
 * tellingsDue({ ...fixtures.boardRun, almanac: { calendar: { workingDays: [1], holidays: [] }, zone: utc }, starts: new Map(), isDone: () => false },
 *   { board: "deals", name: "Ada", count: 1, state: fixtures.standing.state, values: {}, entries: [], fates: [] }, fixtures.run.now) //=> []
 */
export function tellingsDue(
  board: BoardTurn,
  record: TurnRecord,
  until: Moment,
): readonly (DueTime & { readonly rule: Rule; readonly action: TellingAction })[] {
  return timedRules(board, record, until).flatMap((due) =>
    due.rule.does.flatMap((action, index) => {
      if (!isTelling(action) || board.isDone(doneKey(keyOf(record, due), index))) return [];
      return [{ ...due, action }];
    }),
  );
}

function openRules(board: BoardTurn, record: TurnRecord, done: ReadonlySet<string>): readonly DueRule[] {
  return dueRules(board, record).filter((due) => {
    const key = keyOf(record, due);
    return due.rule.does.some((action, index) => {
      const own = doneKey(key, index);
      return waitsForTurn(due.rule, action) && !done.has(own) && !board.isDone(own);
    });
  });
}

function withEntries(record: TurnRecord, added: readonly Entry[]): TurnRecord {
  const entries = [...record.entries, ...added];
  const state = replay(entries).get(record.state.record) ?? record.state;
  return { ...record, entries, state };
}

function keyOf({ board, state }: TurnRecord, { rule, occurrence }: DueRule) {
  return { board, record: state.record, rule: rule.id, occurrence };
}

function act(board: BoardTurn, record: TurnRecord, { rule, occurrence, due }: DueRule): Turn {
  const { run, definition, pipeline } = board;
  const turn = { entries: [] as Entry[], cells: [] as RuledField[], acts: [] as RuleAct[] };
  const occasion: Occasion = { subject: subjectOf(record), rule, occurrence, due };
  rule.does.forEach((action, index) => {
    if (!waitsForTurn(rule, action) || board.isDone(doneKey(keyOf(record, { rule, occurrence, due }), index)))
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
