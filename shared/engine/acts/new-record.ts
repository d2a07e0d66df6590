// A new record from a form: the row that somebody would have typed, then the tables are reconciled, so that the same
// rules hold. A form that is sent twice (a double click, a lost answer) makes one record: its row's id is made from the
// form's own.

import { stageNamed, unknownStage } from "../../board/board-row.ts";
import { boardsNamed } from "../../definition/named-board.ts";
import type { Board, Definition, Pipeline } from "../../definition/pipeline.ts";
import { nameField } from "../../definition/standard-field.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { isBlank, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { freshId } from "../../value/hash.ts";
import { oneOf } from "../../value/noun.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import type { Run } from "../run.ts";
import { type FormFault, type FormValues, formCells, soundCells } from "./form-values.ts";
import { refuseRefused, refuseStopped } from "./refused-act.ts";

export interface WantedRecord {
  /** Tab of the board. */
  readonly board: string;
  readonly values: FormValues;
  /** Where it enters; the first stage where absent. */
  readonly stage?: string;
  /** Drawn when the form opened, at least 80 random bits: the same form makes one record, however often it is sent. */
  readonly form?: string;
}

export interface MadeRecord extends Acted {
  /** Id of the record. */
  readonly record: string;
}

/**
 * What makes the record, what people did before included.
 *
 * @throws {StagelineError} `usage`, when there is no such board, stage or field, a value does not fit its field, or the
 *   name is missing; `guard`, when the stage is refused, or the board waits to be mended
 * @example
 * newRecord(fixtures.bookTables, fixtures.run, { board: "Deals", values: { name: "Bob" } }).entries
 *   .map(({ kind, name }) => `${kind} ${name}`) //=> ["created Ada", "created Bob"]
 */
export function newRecord(tables: Tables, run: Run, wanted: WantedRecord): MadeRecord {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const { pipeline, table } = boardOf(ready, before.definition, wanted.board);
  refuseStopped(before, table.tab);
  const id = freshId(`${wanted.form ?? run.seed}\nform`, 0);
  const cells: RowCells = { ...rowOf(pipeline, wanted), id };
  const done: readonly Change[] = standsOn(table, id)
    ? []
    : [{ kind: "append", tab: table.tab, rows: [cells] }];
  const after = reconcile(applyChanges(ready, done), { ...run, seed: `${run.seed} again` });
  refuseStopped(after, table.tab);
  refuseRefused(after, id);
  return {
    changes: [...before.changes, ...done, ...after.changes],
    entries: [...before.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: textOf(cells["name"]),
    record: id,
  };
}

/**
 * All that is wrong with a form, for a page that shows it at the fields.
 *
 * @throws {StagelineError} `usage`, when there is no such board
 * @example
 * formFaults(fixtures.book, "Deals", { name: "Bob", budget: "5" }) //=> []
 */
export function formFaults(definition: Definition, board: string, values: FormValues): readonly FormFault[] {
  const pipeline = pipelineOf(definition, boardsNamed(definition, board)[0]);
  const { cells, faults } = formCells(pipeline, values);
  const isNameless = isBlank(cells[nameField.id]) && !faults.some(({ field }) => field === nameField.id);
  return isNameless ? [{ field: nameField.id, message: namelessMessage(pipeline) }, ...faults] : faults;
}

function boardOf(
  tables: Tables,
  definition: Definition,
  tab: string,
): { readonly pipeline: Pipeline; readonly table: Table } {
  const [board] = boardsNamed(definition, tab);
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  if (table === undefined)
    throw new StagelineError("guard", `the tab "${board.tab}" is missing; bring it back first`);
  return { pipeline: pipelineOf(definition, board), table };
}

function pipelineOf({ pipelines }: Definition, board: Board): Pipeline {
  const pipeline = pipelines.find(({ id }) => id === board.pipeline);
  if (pipeline !== undefined) return pipeline;
  throw new StagelineError("definition", `"${board.tab}" has no pipeline`);
}

function rowOf(pipeline: Pipeline, { values, stage: wanted = "" }: WantedRecord): RowCells {
  const cells = soundCells(pipeline, values);
  if (isBlank(cells[nameField.id]))
    throw new StagelineError("usage", `${nameField.name}: ${namelessMessage(pipeline)}`);
  if (wanted === "") return cells;
  const stage = stageNamed(pipeline, wanted);
  if (stage === undefined) throw new StagelineError("usage", unknownStage(wanted, pipeline));
  return { ...cells, stage: stage.name };
}

function namelessMessage({ noun }: Pipeline): string {
  return `${oneOf(noun)} needs a name`;
}

function standsOn({ rows, marks }: Table, id: string): boolean {
  return rows.some(({ cells }) => textOf(cells[marks["id"] ?? -1]) === id);
}
