// The log keeps the values of few fields: the name, and those that a gate, a milestone or a rule uses. That is enough
// to say why a record could move when it did, and keeps the rest of what people type out of the history.

import { asksField, type Condition } from "../../definition/need.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { numberFromMoney } from "../../value/money.ts";

/**
 * Ids of the fields whose changes are logged, without the name.
 *
 * @example
 * watchedFields(fixtures.offers) //=> ["budget"]
 */
export function watchedFields(pipeline: Pipeline): readonly string[] {
  const needs = [
    ...pipeline.stages.flatMap((stage) => stage.needs),
    ...pipeline.rules.flatMap((rule) => rule.onlyIf),
  ];
  const conditions = needs.flatMap((need) => need.anyOf);
  const asked = conditions.flatMap(fieldOfCondition);
  const scored = pipeline.milestones.flatMap(({ reachedWhen }) =>
    reachedWhen.by === "field" ? [reachedWhen.field] : [],
  );
  const ruled = pipeline.rules.flatMap(fieldsOfRule);
  return [...new Set([...asked, ...scored, ...ruled])].filter((id) => id !== "name");
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

function fieldsOfRule({ when, does }: Rule): readonly string[] {
  const changed = when.on === "changed" ? [when.field] : [];
  const origin = when.on === "time" && when.from.of === "field" ? [when.from.field] : [];
  return [...changed, ...origin, ...does.flatMap((action) => (action.do === "set" ? [action.field] : []))];
}

function fieldOfCondition(condition: Condition): readonly string[] {
  return asksField(condition) ? [condition.field] : [];
}
