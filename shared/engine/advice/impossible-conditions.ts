// Conditions that no record can ever meet: a value that the field cannot hold, or two that exclude each other. Stages
// ask them before a record enters, rules before they work.

import { asksField, type Condition, type FieldCondition, type Need } from "../../definition/need.ts";
import { textFromNeed } from "../../definition/need-text.ts";
import type { Field } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";
import type { FieldType } from "../../table/field-type.ts";
import { readCell } from "../../table/field-value.ts";
import { quoted } from "../../table/shown-cell.ts";
import { textOfValue } from "../row/watched-field.ts";
import { namesWords } from "./advice-words.ts";

/** The fields that a condition may name, and the currency of their amounts. */
export interface ConditionWords {
  readonly fields: readonly Field[];
  readonly currency?: string | undefined;
}

/**
 * Why needs that all have to be met never are, one reason each; none where they can be.
 *
 * @example
 * whyNeverMet([{ anyOf: [{ test: "at least", field: "owner", value: 3 }] }], { fields: [ownerField] })
 * //=> ['"Owner" holds person, and is never at least 3; ask for a number']
 */
export function whyNeverMet(needs: readonly Need[], words: ConditionWords): readonly string[] {
  const impossible = needs.flatMap(({ anyOf }) => {
    const reasons = anyOf.map((condition) => whyNever(condition, words));
    const [first] = reasons;
    return first !== undefined && reasons.every((reason) => reason !== undefined) ? [first] : [];
  });
  return [...impossible, ...exclusions(needs, words)];
}

/**
 * The alternatives of needs that can be met otherwise, which themselves never are: one reason each.
 *
 * @example
 * idleAlternatives([], { fields: [] }) //=> []
 */
export function idleAlternatives(needs: readonly Need[], words: ConditionWords): readonly string[] {
  return needs.flatMap(({ anyOf }) => {
    const reasons = anyOf.flatMap((condition) => whyNever(condition, words) ?? []);
    return reasons.length < anyOf.length ? reasons : [];
  });
}

/**
 * Whether no record can meet both lists of needs at once.
 *
 * @example
 * excludeEachOther([{ anyOf: [{ test: "filled", field: "owner" }] }], [{ anyOf: [{ test: "empty", field: "owner" }] }],
 *   { fields: [ownerField] }) //=> true
 */
export function excludeEachOther(
  left: readonly Need[],
  right: readonly Need[],
  words: ConditionWords,
): boolean {
  return exclusions([...left, ...right], words).length > 0;
}

function whyNever(condition: Condition, words: ConditionWords): string | undefined {
  if (!asksField(condition)) return undefined;
  const field = words.fields.find(({ id }) => id === condition.field);
  if (field === undefined) return undefined;
  switch (condition.test) {
    case "is":
      return whyNeverIs(field, condition.value, words);
    case "at least":
      return field.type === "number" || field.type === "money"
        ? undefined
        : `${quoted(field.name)} holds ${field.type}, and is never at least ${condition.value}; ask for a number`;
    case "within days":
      return DAYLESS.has(field.type)
        ? `${quoted(field.name)} holds ${field.type}, and no day that could be within ${condition.days} days; ask for a day`
        : undefined;
    case "filled":
    case "empty":
      return undefined;
  }
}

// A text may hold a day; these never do.
const DAYLESS: ReadonlySet<FieldType> = new Set(["number", "money", "yes/no", "time", "e-mail", "phone"]);

// The value is compared as the log would keep it: "true" is never what a yes/no field holds, nor "1,000" a number.
function whyNeverIs(field: Field, value: string, { currency }: ConditionWords): string | undefined {
  const never = `${quoted(field.name)} is never ${quoted(value)}`;
  if (field.type === "choice") {
    const isOption = field.options.some((option) => nameKey(option) === nameKey(value));
    return isOption || field.options.length === 0
      ? undefined
      : `${never}; its choices are ${namesWords(field.options)}`;
  }
  if (!TYPED.has(field.type) || (field.type === "money" && currency === undefined)) return undefined;
  const { type } = field;
  const reading = readCell(value, { type, currency });
  const kept = textOfValue(reading.value);
  if (kept === "") return `${never}: it holds ${type}`;
  return nameKey(kept) === nameKey(value) ? undefined : `${never}; write ${quoted(kept)}`;
}

const TYPED: ReadonlySet<FieldType> = new Set(["number", "money", "yes/no", "time", "day"]);

function exclusions(needs: readonly Need[], words: ConditionWords): readonly string[] {
  const single = needs.filter(({ anyOf }) => anyOf.length === 1);
  return single.flatMap((need, index) => {
    const other = single.slice(index + 1).find((each) => exclude(need.anyOf[0], each.anyOf[0], words));
    if (other === undefined) return [];
    const [one, two] = [need, other].map((each) => `"${textFromNeed(each, words.fields)}"`);
    return [`${one} and ${two} exclude each other`];
  });
}

function exclude(left: Condition | undefined, right: Condition | undefined, words: ConditionWords): boolean {
  if (left === undefined || right === undefined || !asksField(left) || !asksField(right)) return false;
  if (left.field !== right.field) return false;
  const field = words.fields.find(({ id }) => id === left.field);
  return excludesOneWay(left, right, field) || excludesOneWay(right, left, field);
}

function excludesOneWay(left: FieldCondition, right: FieldCondition, field: Field | undefined): boolean {
  const isYesNo = field?.type === "yes/no";
  if (left.test === "empty") {
    return right.test === "is" ? nameKey(right.value) !== "" : right.test !== "empty";
  }
  if (left.test !== "is") return false;
  if (right.test === "is") return nameKey(left.value) !== nameKey(right.value);
  if (right.test === "filled") return isYesNo && nameKey(left.value) === "no";
  return right.test === "at least" && Number(left.value) < right.value;
}
