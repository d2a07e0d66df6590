// Fields that every board has, whatever its pipeline: people write them, gates and rules may ask for them, and
// nobody has to define them. Their ids are reserved.

import { nameKey } from "../table/cell.ts";
import type { CellKind } from "../table/field-value.ts";
import type { Field, Pipeline } from "./pipeline.ts";

function standard(id: string, name: string, rest: Partial<Field> = {}): Field {
  const plain = { options: [], aliases: [], personal: false, unique: false, carriesOver: false };
  return { id, name, type: "text", ...plain, ...rest };
}

/** What makes a row a record. */
export const nameField = standard("name", "Name", {
  help: "What you call this record; a row without a name is left alone",
});
/** Who works on it: the name of a person of the team. */
export const ownerField = standard("owner", "Owner", { type: "person", help: "Who works on it" });
/** What has to happen next, in words. */
export const nextStepField = standard("next_step", "Next step", { help: "What has to happen next" });
/** The day for it. */
export const nextStepOnField = standard("next_step_on", "Next step on", {
  type: "day",
  help: "The day for the next step",
});

/** Headers that no field of a pipeline may have: a cell that names one would mean the column of every board. */
const STANDARD_HEADERS = [
  ...[nameField, ownerField, nextStepField, nextStepOnField].map((field) => field.name),
  "Stage",
  "Log",
  "Log note",
];

/**
 * The column of every board that has this name; `undefined` where there is none.
 *
 * @example
 * standardHeader("next step") //=> "Next step"
 */
export function standardHeader(name: string): string | undefined {
  return STANDARD_HEADERS.find((header) => nameKey(header) === nameKey(name));
}

/** Ids that no field of a pipeline may take: those of the columns that every board has. */
export const standardFieldIds: readonly string[] = [
  "name",
  "owner",
  "next_step",
  "next_step_on",
  "stage",
  "log",
  "log_note",
  "since",
  "due",
  "score",
  "status_note",
  "id",
  "memory",
  "fingerprint",
];

/**
 * All fields that people fill in on a board of this pipeline, in the order of their columns.
 *
 * @example
 * fieldsOf(fixtures.offers).map((field) => field.name) //=> ["Name", "Owner", "Budget", "Next step", "Next step on"]
 */
export function fieldsOf(pipeline: Pipeline): readonly Field[] {
  return [nameField, ownerField, ...pipeline.fields, nextStepField, nextStepOnField];
}

/**
 * How the cells of a field are read and written on a board of this pipeline.
 *
 * @example
 * cellKindOf(fixtures.offers, { type: "number", options: [] }).type //=> "number"
 */
export function cellKindOf(
  { currency }: Pick<Pipeline, "currency">,
  { type, options }: Pick<Field, "type" | "options">,
): CellKind {
  return { type, options, currency };
}
