// Cells of people's that a host wrote over by mistake, because rows moved while it wrote: what the history knows of them
// is put back. A cell of which it knows nothing is emptied, since what stands there is another record's.

import { boardLayout } from "../../board/board-layout.ts";
import { lastDefinition } from "../../definition/definition-versions.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import type { Cell } from "../../table/cell.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

/** Cells of a record that hold what is another's. */
export interface OverwrittenCells {
  readonly tab: string;
  readonly record: string;
  /** Column keys. */
  readonly fields: readonly string[];
}

/**
 * The changes that put them back; none for a record that is not there any more.
 *
 * @example
 * putBackCells(fixtures.bookTables, [{ tab: "Deals", record: "r0", fields: ["stage"] }]) //=> []
 */
export function putBackCells(tables: Tables, cells: readonly OverwrittenCells[]): readonly Change[] {
  const definition = lastDefinition(tables);
  if (definition === undefined || cells.length === 0) return [];
  const { entries } = readLog(tables);
  return cells.flatMap(({ tab, record, fields }): readonly Change[] => {
    const board = definition.boards.find((each) => {
      return tableOf(tables, { key: `board_${each.id}`, tab: each.tab })?.tab === tab;
    });
    const pipeline = definition.pipelines.find(({ id }) => id === board?.pipeline);
    const table = tables.find((each) => each.tab === tab);
    if (board === undefined || pipeline === undefined || table === undefined) return [];
    const view = viewOf(table, boardLayout(definition, board));
    if (!view.rows.some((row) => textOf(row.cells["id"]) === record)) return [];
    const own = entries.filter((entry) => entry.board === board.id && entry.record === record);
    const state = replay(own).get(record);
    return fields.map((field) => {
      return { kind: "setField", tab, record, field, value: cellInHistory(pipeline, state, field) };
    });
  });
}

function cellInHistory(pipeline: Pipeline, state: RecordState | undefined, field: string): Cell {
  if (state === undefined) return null;
  if (field === "stage") return pipeline.stages.find(({ id }) => id === state.now.stage)?.name ?? null;
  if (field === "name") return state.name;
  const known = fieldsOf(pipeline).find(({ id }) => id === field);
  const text = state.fields[field];
  if (known === undefined || text === undefined) return null;
  const kind = cellKindOf(pipeline, known);
  const { value } = readCell(text, kind);
  return value === undefined ? null : writeCell(value, kind);
}
