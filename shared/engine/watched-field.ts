// The log keeps the values of few fields: the name, and those that a gate or a milestone asks for. That is enough
// to say why a record could move when it did, and keeps the rest of what people type out of the history.

import type { Condition } from "../definition/need.ts";
import type { Pipeline } from "../definition/pipeline.ts";
import type { FieldValue } from "../table/field-type.ts";
import { numberFromMoney } from "../value/money.ts";

/**
 * Ids of the fields whose changes are logged, without the name.
 *
 * @example
 * watchedFields(fixtures.offers) //=> ["budget"]
 */
export function watchedFields(pipeline: Pipeline): readonly string[] {
  const conditions = pipeline.stages.flatMap((stage) => stage.needs.flatMap((need) => need.anyOf));
  const asked = conditions.flatMap(fieldOfCondition);
  const scored = pipeline.milestones.flatMap(({ reachedWhen }) =>
    reachedWhen.by === "field" ? [reachedWhen.field] : [],
  );
  return [...new Set([...asked, ...scored])].filter((id) => id !== "name");
}

/**
 * A value as the log keeps it and as conditions compare it; an empty text for no value.
 *
 * @example
 * textOfValue({ amountMinor: 1250, currency: "EUR" }) //=> "12.5"
 * textOfValue(true) //=> "yes"
 */
export function textOfValue(value: FieldValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? String(numberFromMoney(value)) : String(value);
}

function fieldOfCondition(condition: Condition): readonly string[] {
  return condition.test === "logged" ? [] : [condition.field];
}
