// What a number looks for in a pipeline that nobody had to tell it about: the field for a deadline, the stage for the
// delivery. It is found by the id that its name gave it first, so that renaming it changes nothing, then by its name
// or a former one. A pipeline without it does without the number.

import type { FieldType } from "../table/field-type.ts";
import { identifierFrom } from "./identifier.ts";
import { namedIn } from "./named.ts";
import type { Field, Pipeline, Stage } from "./pipeline.ts";

/** Names that a thing goes by, the usual one first. */
export type KnownNames = readonly [string, ...(readonly string[])];

export interface KnownField {
  readonly names: KnownNames;
  readonly types: readonly FieldType[];
}

/**
 * The field of a pipeline that is meant; `undefined` where it has none of those types and names.
 *
 * @example
 * knownField(fixtures.offers, { names: ["Budget"], types: ["number"] })?.id //=> "budget"
 */
export function knownField({ fields }: Pipeline, { names, types }: KnownField): Field | undefined {
  return known(
    fields.filter(({ type }) => types.includes(type)),
    names,
  );
}

/**
 * The stage of a pipeline that is meant.
 *
 * @example
 * knownStage(fixtures.offers, ["Proposal", "Offer"])?.id //=> "offer"
 */
export function knownStage({ stages }: Pipeline, names: KnownNames): Stage | undefined {
  return known(stages, names);
}

function known<Thing extends Field | Stage>(things: readonly Thing[], names: KnownNames): Thing | undefined {
  for (const name of names) {
    const id = identifierFrom(name, new Set());
    const found = things.find((thing) => thing.id === id) ?? namedIn(things, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
