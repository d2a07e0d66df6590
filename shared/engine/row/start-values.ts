// What the fields of a record start as, where nobody gave them a value: for records that the book makes by itself. Those of
// rows that people type are filled in as the row is taken in (row-fields.ts).

import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf } from "../../definition/standard-field.ts";
import type { Cell } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell, writeCell } from "../../table/field-value.ts";

/** Fields by their ids, as cells and as values. */
export interface FilledFields {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/**
 * The defaults of the fields that `given` leaves out. One that cannot be read is told on the board.
 *
 * @example
 * startValues(fixtures.offers, {}) //=> { cells: {}, values: {} }
 */
export function startValues(pipeline: Pipeline, given: Readonly<Record<string, FieldValue>>): FilledFields {
  const cells: Record<string, Cell> = {};
  const values: Record<string, FieldValue> = {};
  for (const field of pipeline.fields) {
    if (field.default === undefined || given[field.id] !== undefined) continue;
    const kind = cellKindOf(pipeline, field);
    const { value } = readCell(field.default, kind);
    if (value === undefined) continue;
    values[field.id] = value;
    cells[field.id] = writeCell(value, kind);
  }
  return { cells, values };
}
