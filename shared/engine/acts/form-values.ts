// What somebody filled into the form of a new record, as cells of its row. Every fault is told at once, each at its
// field: a form that complains of one thing at a time is filled in as often as it has fields.

import { namedIn } from "../../definition/named.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf, nameField } from "../../definition/standard-field.ts";
import type { Cell } from "../../table/cell.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { oneOf } from "../../value/noun.ts";

/** By the id or the name of a field, what was typed. */
export type FormValues = Readonly<Record<string, string>>;

export interface FormFault {
  /** Field id; what was given where there is no such field. */
  readonly field: string;
  /** What is wrong and what would be right, without the name of the field. */
  readonly message: string;
}

/**
 * The cells, and what is wrong with any of them.
 *
 * @example
 * formCells(fixtures.offers, { Name: "Ada", budget: "lots" }).faults
 * //=> [{ field: "budget", message: '"lots" is not a number like 1234.5' }]
 */
export function formCells(
  pipeline: Pipeline,
  values: FormValues,
): { readonly cells: RowCells; readonly faults: readonly FormFault[] } {
  const fields = fieldsOf(pipeline);
  const cells: Record<string, Cell> = {};
  const faults: FormFault[] = [];
  for (const [key, text] of Object.entries(values)) {
    const field = fields.find(({ id }) => id === key) ?? namedIn(fields, key);
    if (field === undefined) {
      const names = fields.map(({ name }) => name).join(", ");
      faults.push({ field: key, message: `"${key}" is not one of the fields ${names}` });
      continue;
    }
    const kind = cellKindOf(pipeline, field);
    const { value, fault } = readCell(text, kind);
    if (fault !== undefined) faults.push({ field: field.id, message: fault });
    else if (value !== undefined) cells[field.id] = writeCell(value, kind);
  }
  const isNamed = cells[nameField.id] !== undefined;
  const nameless = { field: nameField.id, message: `${oneOf(pipeline.noun)} needs a name` };
  return { cells, faults: isNamed ? faults : [nameless, ...faults] };
}
