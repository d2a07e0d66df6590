// What somebody does to one record from outside the grid (the sidebar, a terminal): move it, set a field, log an
// activity. The same rules hold as for typing: the act is done to the tables, then the tables are reconciled. What
// people did before is reconciled first and without the actor's name, so that nobody gets the credit of others.

import { readBoard, stageNamed, unknownStage } from "../board/board-row.ts";
import type { ActivityKind } from "../definition/activity.ts";
import { namedIn } from "../definition/named.ts";
import type { Board, Definition, Pipeline } from "../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../definition/standard-field.ts";
import type { Entry } from "../log/entry.ts";
import { readLog } from "../log/log-tab.ts";
import { replay } from "../log/replay.ts";
import { applyChanges } from "../table/apply-changes.ts";
import { type Cell, nameKey } from "../table/cell.ts";
import type { Change } from "../table/change.ts";
import { readCell, writeCell } from "../table/field-value.ts";
import type { RowCells } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Moment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { isSameCell } from "./derived-cells.ts";
import { historyChanges } from "./history-changes.ts";
import { activityEntry } from "./log-column.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import type { Run } from "./run.ts";

/** What is done to the record. */
export type Act =
  | { readonly kind: "move"; readonly stage: string }
  | { readonly kind: "set"; readonly field: string; readonly value: string }
  | { readonly kind: "log"; readonly activity: ActivityKind; readonly note: string; readonly at?: Moment };

export interface Acted {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly definition: Definition;
  /** The name of the record that was meant. */
  readonly name: string;
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
  const found = findRecord(ready, before.definition, wanted);
  refuseStopped(before, found.tab);
  const done = doAct(ready, run, { found, act: wanted.act });
  const after = reconcile(applyChanges(ready, done.changes), { ...run, seed: `${run.seed} again` });
  refuseStopped(after, found.tab);
  refuseRefused(after, found.id);
  return {
    changes: [...before.changes, ...done.changes, ...after.changes],
    entries: [...before.entries, ...done.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: found.name,
  };
}

interface Found {
  readonly board: Board;
  readonly pipeline: Pipeline;
  readonly tab: string;
  readonly id: string;
  readonly name: string;
  readonly cells: RowCells;
}

function findRecord(
  tables: Tables,
  definition: Definition,
  wanted: { readonly record: string; readonly board?: string },
): Found {
  const { board: tab } = wanted;
  const boards = definition.boards.filter(
    (board) => tab === undefined || nameKey(board.tab) === nameKey(tab),
  );
  if (boards.length === 0) {
    const names = definition.boards.map((board) => board.tab).join(", ");
    throw new StagelineError("usage", `the book has no board "${tab ?? ""}"; its boards are ${names}`);
  }
  const found = boards.flatMap((board): Found[] => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const reading = table === undefined ? undefined : readBoard(definition, board, table);
    if (reading === undefined) return [];
    const { pipeline, view } = reading;
    const all = reading.rows.map(({ id, name, cells }) => ({
      board,
      pipeline,
      tab: view.tab,
      id,
      name,
      cells,
    }));
    const byId = all.filter(({ id }) => id === wanted.record);
    return byId.length > 0 ? byId : all.filter(({ name }) => nameKey(name) === nameKey(wanted.record));
  });
  const [first] = found;
  if (first === undefined) throw new StagelineError("usage", `no record is called "${wanted.record}"`);
  if (found.length > 1) {
    const ids = found
      .slice(0, 5)
      .map(({ id, tab }) => `${id} (${tab})`)
      .join(", ");
    throw new StagelineError(
      "usage",
      `${found.length} records are called "${wanted.record}"; name one by its id: ${ids}`,
    );
  }
  if (first.id === "")
    throw new StagelineError("guard", `"${first.name}" waits in its tab to be mended; see check`);
  return first;
}

function doAct(
  tables: Tables,
  run: Run,
  { found, act }: { readonly found: Found; readonly act: Act },
): { readonly changes: readonly Change[]; readonly entries: readonly Entry[] } {
  const { id: record, pipeline } = found;
  switch (act.kind) {
    case "move": {
      const stage = stageNamed(pipeline, act.stage);
      if (stage === undefined) throw new StagelineError("usage", unknownStage(act.stage, pipeline));
      return { changes: cellChanges(found, "stage", stage.name), entries: [] };
    }
    case "set":
      return { changes: setFieldChanges(found, act), entries: [] };
    case "log": {
      const state = replay(readLog(tables).entries.filter((entry) => entry.board === found.board.id)).get(
        record,
      );
      if (state === undefined)
        throw new StagelineError("guard", `"${found.name}" has no history yet; see check`);
      const at = act.at === undefined ? {} : { at: act.at };
      const count = state.activities.length;
      const entry = activityEntry(run, {
        kind: act.activity,
        subject: { ...state, name: found.name },
        note: act.note,
        count,
        ...at,
      });
      return { changes: historyChanges(tables, [entry]), entries: [entry] };
    }
  }
}

function cellChanges(found: Found, field: string, value: Cell): readonly Change[] {
  const { tab, id: record, cells } = found;
  return isSameCell(cells[field], value) ? [] : [{ kind: "setField", tab, record, field, value }];
}

function setFieldChanges(
  found: Found,
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

function refuseStopped(reconciled: Reconciled, tab: string): void {
  if (!reconciled.stoppedTabs.includes(tab)) return;
  const [reason] = reconciled.problems.filter((problem) => problem.tab === tab);
  throw new StagelineError("guard", reason?.message ?? `"${tab}" has to be mended first; see check`);
}

function refuseRefused(after: Reconciled, record: string): void {
  const refused = after.entries.find((entry) => entry.kind === "refused" && entry.record === record);
  if (refused !== undefined) throw new StagelineError("guard", `${refused.note}; nothing was changed`);
}
