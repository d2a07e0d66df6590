// What the record that stays takes over from the row of the other: values for its empty cells, field by field, where its
// own field can read them. Of two values its own stays; the other is told in words and kept with the history.

import { namedIn } from "../../definition/named.ts";
import type { Field } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf, nameField } from "../../definition/standard-field.ts";
import { FIELD_PREFIX } from "../../log/replay.ts";
import { type Cell, isBlank, nameKey, textOf } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import { textOfValue, watchedFields } from "../row/watched-field.ts";
import type { RecordPair } from "./record-pair.ts";

export interface TakenCells {
  /** Field id of the one that stays → the cell that it gets. */
  readonly cells: RowCells;
  /** The same as the history keeps watched fields. */
  readonly told: Readonly<Record<string, string>>;
  /** What its row holds then. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** What the other held where it holds something else, in words. */
  readonly others: readonly string[];
}

/**
 * What is taken over. `isLeft`: the other's row stays where it is, so that what no two records may share stays there.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * takenCells(recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" }), { isLeft: false }).others //=> []
 */
export function takenCells(
  { gone, kept }: Pick<RecordPair, "gone" | "kept">,
  { isLeft }: { readonly isLeft: boolean },
): TakenCells {
  const watched = new Set(watchedFields(kept.pipeline));
  const cells: Record<string, Cell> = {};
  const told: Record<string, string> = {};
  const values: Record<string, FieldValue> = { ...kept.values };
  const others: string[] = [];
  for (const field of fieldsOf(kept.pipeline)) {
    const own = ownField({ gone, kept }, field);
    const cell = own === undefined ? null : (gone.cells[own.id] ?? null);
    if (own === undefined || isBlank(cell) || namesEither(field, cell, { gone, kept })) continue;
    const { value } = readCell(cell, cellKindOf(kept.pipeline, field));
    const isFree = field.id !== nameField.id && isBlank(kept.cells[field.id]) && !(isLeft && field.unique);
    if (isFree && value !== undefined) {
      cells[field.id] = cell;
      values[field.id] = value;
      if (watched.has(field.id)) told[FIELD_PREFIX + field.id] = textOfValue(value);
    } else if (!isSame(textOf(kept.cells[field.id]), textOf(cell)))
      others.push(`${field.name} ${quoted(cell)}`);
  }
  return { cells, told, values, others };
}

// On another pipeline of the same noun, the field of the same name and kind.
function ownField({ gone, kept }: Pick<RecordPair, "gone" | "kept">, field: Field): Field | undefined {
  const fields = fieldsOf(gone.pipeline);
  if (gone.pipeline.id === kept.pipeline.id) return fields.find(({ id }) => id === field.id);
  const named = namedIn(fields, field.name);
  return named?.type === field.type ? named : undefined;
}

// A link between the two would lead to itself.
function namesEither(field: Field, cell: Cell, { gone, kept }: Pick<RecordPair, "gone" | "kept">): boolean {
  if (field.type !== "record link") return false;
  const linked = gone.state.links[field.id]?.record;
  return linked === undefined ? isSame(textOf(cell), kept.name) : linked === kept.id || linked === gone.id;
}

function isSame(left: string, right: string): boolean {
  return nameKey(left) === nameKey(right);
}
