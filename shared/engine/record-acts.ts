// What somebody does to one record from outside the grid (the sidebar, a terminal): move it, set a field, log an
// activity. The same rules hold as for typing: the act is done to the tables, then the tables are reconciled. What
// people did before is reconciled first and without the actor's name, so that nobody gets the credit of others.

import { stageNamed, unknownStage } from "../board/board-row.ts";
import { type ActivityKind, type LogAct, wordOfActivity } from "../definition/activity.ts";
import { namedIn } from "../definition/named.ts";
import type { Definition } from "../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../definition/standard-field.ts";
import type { Entry } from "../log/entry.ts";
import { readLog } from "../log/log-tab.ts";
import { type RecordState, replay } from "../log/replay.ts";
import { applyChanges } from "../table/apply-changes.ts";
import { type Cell, textOf } from "../table/cell.ts";
import type { Change } from "../table/change.ts";
import { readCell, writeCell } from "../table/field-value.ts";
import type { Problem } from "../table/problem.ts";
import type { Tables } from "../table/table.ts";
import type { Moment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { type FormValues, soundCells } from "./acts/form-values.ts";
import { handedOver } from "./acts/hand-over.ts";
import { leavingLogCells } from "./acts/log-cells.ts";
import { type ActedRecord, type NotedAct, nextStepDone } from "./acts/next-step-done.ts";
import { refuseRefused, refuseStopped } from "./acts/refused-act.ts";
import { historyChanges } from "./history-changes.ts";
import { type NamedRecord, recordNamed } from "./named-record.ts";
import { reconcile } from "./reconcile.ts";
import { isSameCell } from "./row/derived-cells.ts";
import { factEntry } from "./row/entry-making.ts";
import { activityEntry, logAct } from "./row/log-column.ts";
import type { ActBook } from "./rules/rule-act.ts";
import type { Run } from "./run.ts";

/** What is done to the record. */
export type Act =
  | { readonly kind: "move"; readonly stage: string }
  | { readonly kind: "set"; readonly field: string; readonly value: string }
  /** Several fields, by id or name, and then a move, all in one: what lets a record into a stage is set as it goes there. */
  | { readonly kind: "change"; readonly values: FormValues; readonly stage?: string }
  | {
      readonly kind: "log";
      readonly activity: ActivityKind;
      readonly note: string;
      readonly at?: Moment;
      /** Drawn when the form opened: the same form logs once, however often it is sent. */
      readonly form?: string;
    }
  /** The planned step that was shown; the same form does it once. */
  | { readonly kind: "step-done"; readonly step: string; readonly form: string }
  | { readonly kind: "hand-over"; readonly to: string; readonly note: string; readonly form: string }
  /** What acts on the record itself, as if it were picked in its Log cell. */
  | { readonly kind: "pick"; readonly act: LogAct; readonly note: string };

export interface Acted {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly definition: Definition;
  /** The name of the record that was meant. */
  readonly name: string;
  /** The book as the act left it; absent where nobody asks what comes next. */
  readonly book?: ActBook;
}

/**
 * What the act changes, what people did before it included. `record` is an id, or a name that one record has.
 *
 * @throws {StagelineError} `usage`, when no record, stage or field is meant, or a value does not fit its field;
 *   `guard`, when the move is refused
 * @example
 * actOnRecord(fixtures.bookTables, fixtures.run, { record: "Ada", act: { kind: "move", stage: "Lost" } }).entries
 *   .map((entry) => entry.kind) //=> ["created", "moved"]
 */
export function actOnRecord(
  tables: Tables,
  run: Run,
  wanted: { readonly record: string; readonly act: Act; readonly board?: string },
): Acted {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const found = recordNamed(ready, before.definition, wanted);
  refuseStopped(before, found.tab);
  const done = doAct(ready, run, { found, act: wanted.act });
  const acted = applyChanges(ready, done.changes);
  const after = reconcile(acted, { ...run, seed: `${run.seed} again` });
  refuseStopped(after, found.tab);
  refuseRefused(after, found.id);
  const all = [...done.changes, ...after.changes];
  const changes = wanted.act.kind === "pick" ? leavingLogCells(found, all) : all;
  // A row whose note stays was sealed as if the note had gone.
  const isStaying = changes.length < all.length && textOf(found.cells["log_note"]) !== "";
  const sealing = { ...anonymous, seed: `${run.seed} seal` };
  const sealed = isStaying ? reconcile(applyChanges(ready, changes), sealing).changes : [];
  return {
    changes: [...before.changes, ...changes, ...sealed],
    entries: [...before.entries, ...done.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: found.name,
    book: after.book,
  };
}

type Done = Pick<Acted, "changes" | "entries">;

function doAct(
  tables: Tables,
  run: Run,
  { found, act }: { readonly found: NamedRecord; readonly act: Act },
): Done {
  const { pipeline } = found;
  switch (act.kind) {
    case "move":
      return { changes: moveChanges(found, act.stage), entries: [] };
    case "change": {
      const cells = Object.entries(soundCells(pipeline, act.values));
      const set = cells.flatMap(([field, value]) => cellChanges(found, field, value));
      const moved = act.stage === undefined ? [] : moveChanges(found, act.stage);
      return { changes: [...set, ...moved], entries: [] };
    }
    case "set":
      return { changes: setFieldChanges(found, act), entries: [] };
    case "pick":
      return { changes: pickChanges(run, { found, act, state: knownState(tables, found) }), entries: [] };
    case "log":
      return loggedActivity(tables, run, { found, act });
    case "step-done":
      return notedAct(tables, found, (record) => nextStepDone(run, record, act));
    case "hand-over":
      return notedAct(tables, found, (record) => handedOver(run, record, act));
  }
}

function loggedActivity(
  tables: Tables,
  run: Run,
  { found, act }: { readonly found: NamedRecord; readonly act: Extract<Act, { kind: "log" }> },
): Done {
  const { activity: kind, note, at = run.now, form } = act;
  const state = knownState(tables, found);
  const subject = { ...state, name: found.name };
  const entry =
    form === undefined
      ? activityEntry(run, { kind, subject, note, at, count: state.activities.length })
      : factEntry(run, { kind, subject, note, at, occurrence: `form\n${form}` });
  return notedOnce(tables, found, { entry, cells: {} });
}

function notedAct(tables: Tables, found: NamedRecord, act: (record: ActedRecord) => NotedAct): Done {
  const state = knownState(tables, found);
  return notedOnce(tables, found, act({ name: found.name, cells: found.cells, state }));
}

// What was done is not asked again whether it can be: the cells are as it left them.
function notedOnce(tables: Tables, found: NamedRecord, { entry, cells, fault }: NotedAct): Done {
  if (readLog(tables).entries.some(({ id }) => id === entry.id)) return { changes: [], entries: [] };
  if (fault !== undefined) throw new StagelineError("guard", fault);
  const set = Object.entries(cells).flatMap(([field, value]) => cellChanges(found, field, value));
  return { changes: [...set, ...historyChanges(tables, [entry])], entries: [entry] };
}

function knownState(tables: Tables, { board, id, name }: NamedRecord): RecordState {
  const own = readLog(tables).entries.filter((entry) => entry.board === board.id);
  const state = replay(own).get(id);
  if (state === undefined) throw new StagelineError("guard", `"${name}" has no history yet; see check`);
  return state;
}

function pickChanges(
  run: Run,
  picked: {
    readonly found: NamedRecord;
    readonly act: Extract<Act, { kind: "pick" }>;
    readonly state: RecordState;
  },
): readonly Change[] {
  const { found, act, state } = picked;
  const { name, pipeline } = found;
  const word = textOf(found.cells["log"]);
  if (word !== "")
    throw new StagelineError("guard", `"${name}" has "${word}" in its Log column; mend that first`);
  const cells = { ...found.cells, log: wordOfActivity(act.act), log_note: act.note };
  const { fault } = logAct(run, { row: { cells, name }, state, pipeline });
  if (fault !== undefined) throw new StagelineError("guard", fault);
  return [...cellChanges(found, "log", cells.log), ...cellChanges(found, "log_note", cells.log_note)];
}

function moveChanges(found: NamedRecord, name: string): readonly Change[] {
  const stage = stageNamed(found.pipeline, name);
  if (stage === undefined) throw new StagelineError("usage", unknownStage(name, found.pipeline));
  return cellChanges(found, "stage", stage.name);
}

function cellChanges(found: NamedRecord, field: string, value: Cell): readonly Change[] {
  const { tab, id: record, cells } = found;
  return isSameCell(cells[field], value) ? [] : [{ kind: "setField", tab, record, field, value }];
}

function setFieldChanges(
  found: NamedRecord,
  act: { readonly field: string; readonly value: string },
): readonly Change[] {
  const fields = fieldsOf(found.pipeline);
  const field = namedIn(fields, act.field);
  if (field === undefined) {
    const names = fields.map(({ name }) => name).join(", ");
    throw new StagelineError("usage", `"${act.field}" is not one of the fields ${names}`);
  }
  const kind = cellKindOf(found.pipeline, field);
  const { value, fault } = readCell(act.value, kind);
  if (fault !== undefined) throw new StagelineError("usage", `${field.name}: ${fault}`);
  const cell = value === undefined ? null : writeCell(value, kind);
  return cellChanges(found, field.id, cell);
}
