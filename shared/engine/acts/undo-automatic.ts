// Undo of what the book did last by itself. It is a person's act: the history keeps what the rule did and says who took
// it back, and the rule takes the field for one that a person filled in from then on. What somebody changed since has
// nothing left to take back.

import type { Definition } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { compareEntries, type RecordState, replay } from "../../log/replay.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { historyChanges } from "../history-changes.ts";
import { type NamedRecord, recordNamed } from "../named-record.ts";
import { reconcile } from "../reconcile.ts";
import { factEntry } from "../row/entry-making.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import { refuseStopped } from "./refused-act.ts";

export interface UndoneAct {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly definition: Definition;
  /** What was taken back, or that there is nothing. */
  readonly sentence: string;
}

/**
 * Takes back the newest act of a rule that still stands, on any board; what people did before is taken in first.
 *
 * @throws {StagelineError} `guard`, when its board waits to be mended; `usage`, when the book has no boards
 * @example
 * undoLastAutomaticAct(fixtures.bookTables, fixtures.run).sentence //=> "There is no automatic act to undo"
 */
export function undoLastAutomaticAct(tables: Tables, run: Run): UndoneAct {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const found = lastAct(ready, before.definition);
  if (found === undefined) return { ...before, sentence: "There is no automatic act to undo" };
  refuseStopped(before, found.named.tab);
  const done = takenBack(run, found);
  const written = [...done.cells, ...historyChanges(ready, [done.entry])];
  const after = reconcile(applyChanges(ready, written), { ...run, seed: `${run.seed} again` });
  return {
    changes: [...before.changes, ...written, ...after.changes],
    entries: [...before.entries, done.entry, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    sentence: done.sentence,
  };
}

interface StandingAct {
  readonly entry: Entry;
  readonly named: NamedRecord;
  readonly state: RecordState;
  /** Name of the rule, where it is still there. */
  readonly rule: string;
}

function lastAct(tables: Tables, definition: Definition): StandingAct | undefined {
  const { entries } = readLog(tables);
  const undoings = new Set(entries.filter(({ kind }) => kind === "undone").map(({ id }) => id));
  // What followed from an Undo was a person's doing.
  const acts = entries.filter(
    ({ knownBy, data }) => knownBy === "rule" && !undoings.has(data["cause"] ?? ""),
  );
  for (const entry of [...acts].sort(compareEntries).reverse()) {
    const found = standingAct(tables, definition, { entry, entries });
    if (found !== undefined) return found;
  }
  return undefined;
}

function standingAct(
  tables: Tables,
  definition: Definition,
  { entry, entries }: { readonly entry: Entry; readonly entries: readonly Entry[] },
): StandingAct | undefined {
  const board = definition.boards.find(({ id }) => id === entry.board);
  const own = entries.filter((each) => each.board === entry.board && each.record === entry.record);
  const state = replay(own).get(entry.record);
  if (board === undefined || state === undefined || state.removed) return undefined;
  const named = recordNamed(tables, definition, { record: entry.record, board: board.tab });
  const isStanding = entry.kind === "field" ? holdsField(named, entry, own) : state.now.entry === entry.id;
  const rule = named.pipeline.rules.find(({ id }) => id === entry.data["rule"])?.name ?? "";
  return isStanding ? { entry, named, state, rule } : undefined;
}

// The last word on the field was that of the rule, and the cell has it still.
function holdsField({ values }: NamedRecord, entry: Entry, own: readonly Entry[]): boolean {
  const { field = "", to = "" } = entry.data;
  const told = own
    .filter(({ kind, data }) => kind === "field" && data["field"] === field)
    .sort(compareEntries);
  return told[told.length - 1]?.id === entry.id && textOfValue(values[field]) === to;
}

interface TakenBack {
  readonly cells: readonly Change[];
  readonly entry: Entry;
  readonly sentence: string;
}

function takenBack(run: Run, act: StandingAct): TakenBack {
  const { entry, named, state, rule } = act;
  const subject = { ...state, name: named.name };
  const by = rule === "" ? "a rule" : `the rule ${quoted(rule)}`;
  if (entry.kind !== "field") {
    const data = { of: entry.id, stage: state.now.stage };
    const undone = factEntry(run, { kind: "undone", subject, data, occurrence: entry.id });
    return { cells: [], entry: undone, sentence: `${quoted(named.name)}: the move by ${by} was taken back` };
  }
  const { field = "", from = "", to = "" } = entry.data;
  const data = { field, from: to, to: from, undoes: entry.id };
  const note = `what ${by} did was taken back`;
  const name = fieldsOf(named.pipeline).find(({ id }) => id === field)?.name ?? field;
  const now = from === "" ? "is empty again" : `is ${quoted(from)} again`;
  return {
    cells: [fieldChange(named, field, from)],
    entry: factEntry(run, { kind: "field", subject, data, note, occurrence: `undo\n${entry.id}` }),
    sentence: `${quoted(named.name)}: ${name} ${now}; ${by} had made it ${quoted(to)}`,
  };
}

function fieldChange({ tab, id, pipeline }: NamedRecord, field: string, text: string): Change {
  const known = fieldsOf(pipeline).find((each) => each.id === field);
  const kind = cellKindOf(pipeline, known ?? { type: "text", options: [] });
  const { value } = readCell(text, kind);
  const cell = value === undefined ? null : writeCell(value, kind);
  return { kind: "setField", tab, record: id, field, value: cell };
}
