// What the rows of a board hold now, as its report asks for it: names and next steps, the period of each record, and
// the values of the field that outcomes are broken down by.

import { type BoardRow, readBoard } from "../board/board-row.ts";
import type { Board, Definition, Pipeline } from "../definition/pipeline.ts";
import { fieldsOf } from "../definition/standard-field.ts";
import { textOfValue } from "../engine/row/watched-field.ts";
import { recordPeriod } from "../engine/rules/behind.ts";
import type { RecordPeriod } from "../statistics/course.ts";
import { nameKey, textOf } from "../table/cell.ts";
import type { Table } from "../table/table.ts";
import type { Breakdown } from "./breakdown-reports.ts";
import { type RecordRow, recordRow, valueFieldOf } from "./record-row.ts";

export interface RowsOnBoard {
  /** By record id. */
  readonly rows: ReadonlyMap<string, RecordRow>;
  /** What they hold, by field id. */
  readonly values: ReadonlyMap<string, BoardRow["values"]>;
  readonly periods: ReadonlyMap<string, RecordPeriod>;
  readonly by: readonly Breakdown[];
  readonly valueField?: string;
}

export interface RowsQuery {
  /** Name of the field to break outcomes down by. */
  readonly by?: string;
  /** The same on the boards that have such a field. */
  readonly alsoBy?: string;
  /** Name of the money field that says what a record is worth; absent: the first. */
  readonly value?: string;
}

/**
 * The rows of a board; of a tab that is gone, none.
 *
 * @example
 * rowsOnBoard({ definition: fixtures.book, board: fixtures.book.boards[0], pipeline: fixtures.offers },
 *   fixtures.dealsTable, {}).by //=> []
 */
export function rowsOnBoard(
  book: { readonly definition: Definition; readonly board: Board; readonly pipeline: Pipeline },
  table: Table | undefined,
  query: RowsQuery,
): RowsOnBoard {
  const { definition, board, pipeline } = book;
  const rows = table === undefined ? [] : (readBoard(definition, board, table)?.rows ?? []);
  const valueField = valueFieldOf(pipeline, query.value);
  return {
    rows: new Map(rows.map((row) => [row.id, recordRow(row, valueField?.id)])),
    values: new Map(rows.map((row) => [row.id, row.values])),
    periods: new Map(rows.flatMap(({ id, values }) => pairOf(id, recordPeriod(pipeline, values)))),
    by: [query.by, query.alsoBy].flatMap((by) => (by === undefined ? [] : breakdownBy(pipeline, rows, by))),
    ...(valueField === undefined ? {} : { valueField: valueField.name }),
  };
}

function pairOf<Told>(id: string, told: Told | undefined): readonly (readonly [string, Told])[] {
  return told === undefined ? [] : [[id, told]];
}

function breakdownBy(pipeline: Pipeline, rows: readonly BoardRow[], by: string): readonly Breakdown[] {
  const field = fieldsOf(pipeline).find((each) => nameKey(each.name) === nameKey(by));
  if (field === undefined) return [];
  const held = ({ values, cells }: BoardRow) => textOfValue(values[field.id]) || textOf(cells[field.id]);
  return [{ field: field.name, values: new Map(rows.map((row) => [row.id, held(row)])) }];
}
