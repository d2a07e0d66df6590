// What a record that is made from another takes over on a board of another pipeline: the fields of the same name and
// type, and its owner where the work stays theirs. What the other board could not read does not come along.

import { namedIn } from "../../definition/named.ts";
import type { Field, Person, Pipeline } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { peopleInRoles, rolesNamedIn } from "../../definition/role-names.ts";
import { cellKindOf } from "../../definition/standard-field.ts";
import { type Cell, nameKey } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";

/**
 * The cells of the fields that both pipelines have.
 *
 * @example
 * carriedCells({ pipeline: fixtures.offers, values: { budget: 500 } }, fixtures.offers) //=> { budget: 500 }
 */
export function carriedCells(
  from: { readonly pipeline: Pipeline; readonly values: Readonly<Record<string, FieldValue>> },
  to: Pipeline,
): RowCells {
  const cells: Record<string, Cell> = {};
  for (const field of to.fields) {
    const same = namedIn(from.pipeline.fields, field.name);
    if (same === undefined || !isAlike(same, field)) continue;
    const value = from.values[same.id];
    if (value !== undefined && isReadable(value, to, field))
      cells[field.id] = writeCell(value, cellKindOf(to, field));
  }
  return cells;
}

/**
 * The owner of a record that is made from one of `owner`: they, unless the first stage is the work of others; then whoever
 * alone does that work, and nobody where several may.
 *
 * @example
 * carriedOwner("Ada", fixtures.offers, []) //=> "Ada"
 */
export function carriedOwner(owner: string, to: Pipeline, team: readonly Person[]): string {
  const inRole = peopleInRoles(team, rolesNamedIn(mainLineOf(to)[0]?.role));
  if (inRole.length === 0 || inRole.some(({ name }) => nameKey(name) === nameKey(owner))) return owner;
  const [only] = inRole;
  return inRole.length === 1 && only !== undefined ? only.name : "";
}

// Links lead to the same boards, or they would name other records.
function isAlike(left: Field, right: Field): boolean {
  if (left.type !== right.type) return false;
  const [from, to] = [left.options[0], right.options[0]];
  return left.type !== "record link" || (from !== undefined && nameKey(from) === nameKey(to ?? ""));
}

function isReadable(value: FieldValue, to: Pipeline, field: Field): boolean {
  return typeof value === "object" || readCell(value, cellKindOf(to, field)).fault === undefined;
}
