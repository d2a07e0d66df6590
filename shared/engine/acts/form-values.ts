// What somebody filled into the form of a new record, as cells of its row. Every fault is told at once, each at its
// field: a form that complains of one thing at a time is filled in as often as it has fields.

import { namedIn } from "../../definition/named.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import type { Cell } from "../../table/cell.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { StagelineError } from "../../value/stageline-error.ts";

/** By the id or the name of a field, what was typed. */
export type FormValues = Readonly<Record<string, string>>;

export interface FormFault {
  /** Field id; what was given where there is no such field. */
  readonly field: string;
  /** What is wrong and what would be right, without the name of the field. */
  readonly message: string;
}

/**
 * The cells, and what is wrong with any of them; a blank text empties its cell.
 *
 * @example
 * formCells(fixtures.offers, { Name: "Ada", budget: "lots" })
 * //=> { cells: { name: "Ada" }, faults: [{ field: "budget", message: '"lots" is not a number like 1234.5' }] }
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
    else cells[field.id] = value === undefined ? null : writeCell(value, kind);
  }
  return { cells, faults };
}

/**
 * The same; the first fault is thrown, behind the name of its field.
 *
 * @throws {StagelineError} `usage`, when there is no such field, or a value does not fit its own
 * @example
 * soundCells(fixtures.offers, { budget: "5" }) //=> { budget: 5 }
 */
export function soundCells(pipeline: Pipeline, values: FormValues): RowCells {
  const { cells, faults } = formCells(pipeline, values);
  const [fault] = faults;
  if (fault === undefined) return cells;
  const name = fieldsOf(pipeline).find(({ id }) => id === fault.field)?.name;
  throw new StagelineError("usage", name === undefined ? fault.message : `${name}: ${fault.message}`);
}
