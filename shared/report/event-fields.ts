// Where a report reads what an event takes: the day of it, the people it needs, and the money fields that are costs.

import { type KnownField, knownField } from "../definition/known-thing.ts";
import type { Field, Pipeline } from "../definition/pipeline.ts";

const DAY: KnownField = {
  names: ["Event on", "Show on", "Gig on", "Event day", "Event date", "Date of the event"],
  types: ["day"],
};
const STAFF: KnownField = {
  names: ["Employees needed", "Staff needed", "People needed", "Employees", "Staff", "Crew"],
  types: ["number"],
};
const COST = /(?:^|[\s_])(?:costs?|expenses?)(?:$|[\s_])/i;

export interface EventFields {
  readonly day: Field;
  readonly staff?: Field | undefined;
  /** Money fields that speak of costs or expenses, in the order of the pipeline. */
  readonly costs: readonly Field[];
}

/**
 * The fields of a pipeline of events; `undefined` where it has no day of an event. They are found by the names that
 * the built-in ones have, or had before somebody renamed them.
 *
 * @example
 * eventFieldsOf(fixtures.offers) //=> undefined
 */
export function eventFieldsOf(pipeline: Pipeline): EventFields | undefined {
  const day = knownField(pipeline, DAY);
  if (day === undefined) return undefined;
  const costs = pipeline.fields.filter(
    ({ id, name, aliases, type }) =>
      type === "money" && [id, name, ...aliases].some((called) => COST.test(called)),
  );
  return { day, staff: knownField(pipeline, STAFF), costs };
}
