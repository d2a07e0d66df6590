// The fields of a record for a form. A cell that cannot be read keeps its text, with what would be right beside it.

import type { Definition, Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { plainText } from "../../table/shown-cell.ts";
import { type FieldView, fieldView, typedText } from "./field-view.ts";

export interface CardField extends FieldView {
  /** What is wrong with what stands in the cell. */
  readonly problem?: string;
}

/**
 * The fields that people fill in on a board of the pipeline, with what a row holds.
 *
 * @example
 * cardFields({ definition: fixtures.book, pipeline: fixtures.offers }, { name: "Ada", budget: "lots" })
 *   .map(({ value, problem }) => problem ?? value)
 * //=> ["Ada", "", '"lots" is not a number like 1234.5', "", ""]
 */
export function cardFields(
  { definition, pipeline }: { readonly definition: Definition; readonly pipeline: Pipeline },
  cells: RowCells,
): readonly CardField[] {
  return fieldsOf(pipeline).map((field) => {
    const cell = cells[field.id] ?? null;
    const kind = cellKindOf(pipeline, field);
    const { value, fault } = readCell(cell, kind);
    if (fault === undefined) return fieldView(definition, field, typedText(value, kind));
    return { ...fieldView(definition, field, plainText(cell)), problem: fault };
  });
}
