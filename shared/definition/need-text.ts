// What a stage needs before a record may enter it, in words that an owner types in one cell:
//
//   Company; News day within 90 days or Post day within 90 days; Reply: yes logged
//
// A semicolon (or a new line) parts needs, "or" parts alternatives. A name that holds one of these words is
// written in double quotes. What came in is asked for by "the advance is paid", "the invoice is paid" and "part of the
// invoice is paid", or by "… is not paid" and "nothing of the invoice is paid". What is written here and read again is
// the same need.

import { activityFromWord, activityKinds, isActivityKind, wordOfActivity } from "./activity.ts";
import { quotedName, splitOutsideQuotes, unquotedName } from "./cell-words.ts";
import { type Named, namedIn } from "./named.ts";
import { asksPayment, type Condition, type Need, type PaymentCondition } from "./need.ts";

/** A field as its name stands in a cell. */
export interface NamedField extends Named {
  readonly id: string;
}

/**
 * The needs that a cell names, and what cannot be understood in it.
 *
 * @example
 * needsFromText("Name; Price at least 3", [{ id: "name", name: "Name", aliases: [] }]).faults
 * //=> ['"Price" is not a field of this pipeline; its fields are Name']
 */
export function needsFromText(
  text: string,
  fields: readonly NamedField[],
): { readonly needs: readonly Need[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const needs: Need[] = [];
  for (const part of splitOutsideQuotes(text, /^(?:;|\r?\n)/)) {
    if (part === "") continue;
    const read = splitOutsideQuotes(part, /^\s+or\s+/i).map((words) => conditionFromText(words, fields));
    const wrong = read.filter((condition) => typeof condition === "string");
    faults.push(...wrong);
    if (wrong.length === 0) needs.push({ anyOf: read.filter((condition) => typeof condition !== "string") });
  }
  return { needs, faults };
}

/**
 * The needs as they stand in a cell.
 *
 * @example
 * textFromNeeds([{ anyOf: [{ test: "filled", field: "name" }] }], [{ id: "name", name: "Name", aliases: [] }]) //=> "Name"
 */
export function textFromNeeds(needs: readonly Need[], fields: readonly NamedField[]): string {
  return needs.map((need) => textFromNeed(need, fields)).join("; ");
}

/**
 * One need in words, its alternatives parted by "or"; what a refusal names as missing.
 *
 * @example
 * textFromNeed({ anyOf: [{ test: "logged", activity: "reply-yes" }] }, []) //=> "Reply: yes logged"
 */
export function textFromNeed(need: Need, fields: readonly NamedField[]): string {
  return need.anyOf.map((condition) => textFromCondition(condition, fields)).join(" or ");
}

/**
 * The condition that money came in, or did not, in words.
 *
 * @example
 * paidText({ test: "unpaid", share: "all" }) //=> "the invoice is not paid"
 * paidText({ test: "unpaid", share: "any" }) //=> "nothing of the invoice is paid"
 */
export function paidText({ test, share }: PaymentCondition): string {
  if (share === "any") return `${test === "paid" ? "part" : "nothing"} of the invoice is paid`;
  return `the ${share === "advance" ? "advance" : "invoice"} is ${test === "paid" ? "" : "not "}paid`;
}

function textFromCondition(condition: Condition, fields: readonly NamedField[]): string {
  if (condition.test === "logged") {
    const { activity } = condition;
    return `${isActivityKind(activity) ? wordOfActivity(activity) : quotedName(activity)} logged`;
  }
  if (asksPayment(condition)) return paidText(condition);
  const field = quotedName(fields.find(({ id }) => id === condition.field)?.name ?? condition.field);
  switch (condition.test) {
    case "filled":
      return field;
    case "empty":
      return `${field} is empty`;
    case "is":
      return `${field} is ${quotedName(condition.value, /^empty$/i)}`;
    case "at least":
      return `${field} at least ${condition.value}`;
    case "within days":
      return `${field} within ${condition.days} days`;
  }
}

const NAME = '("(?:[^"]|"")*"|[^"].*?)';
const LOGGED = new RegExp(`^${NAME}\\s+logged$`, "i");
const WITHIN = new RegExp(`^${NAME}\\s+within\\s+(\\d+)\\s+days?$`, "i");
const AT_LEAST = new RegExp(`^${NAME}\\s+at\\s+least\\s+(-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`, "i");
const PAID = /^the\s+(advance|invoice)\s+is\s+(not\s+)?paid$/i;
const PART_PAID = /^(part|nothing)\s+of\s+the\s+invoice\s+is\s+paid$/i;
const EMPTY = new RegExp(`^${NAME}\\s+is\\s+empty$`, "i");
const IS = new RegExp(`^${NAME}\\s+is\\s+("(?:[^"]|"")*"|.+)$`, "i");

function conditionFromText(text: string, fields: readonly NamedField[]): Condition | string {
  const logged = LOGGED.exec(text);
  if (logged) {
    const word = unquotedName(logged[1] ?? "");
    const activity = activityFromWord(word);
    if (activity !== undefined && isActivityKind(activity)) return { test: "logged", activity };
    return `"${word}" is nothing that is logged; write one of ${activityKinds.map(wordOfActivity).join(", ")}`;
  }
  const payment = paymentFromText(text);
  if (payment !== undefined) return payment;
  const within = WITHIN.exec(text);
  if (within) {
    return withField(within[1], fields, (field) => ({ test: "within days", field, days: Number(within[2]) }));
  }
  const atLeast = AT_LEAST.exec(text);
  if (atLeast) {
    return withField(atLeast[1], fields, (field) => ({ test: "at least", field, value: Number(atLeast[2]) }));
  }
  const empty = EMPTY.exec(text);
  if (empty) return withField(empty[1], fields, (field) => ({ test: "empty", field }));
  const is = IS.exec(text);
  if (is)
    return withField(is[1], fields, (field) => ({ test: "is", field, value: unquotedName(is[2] ?? "") }));
  return withField(text, fields, (field) => ({ test: "filled", field }));
}

function paymentFromText(text: string): PaymentCondition | undefined {
  const part = PART_PAID.exec(text);
  if (part) return { test: part[1]?.toLowerCase() === "part" ? "paid" : "unpaid", share: "any" };
  const paid = PAID.exec(text);
  if (paid === null) return undefined;
  const share = paid[1]?.toLowerCase() === "advance" ? "advance" : "all";
  return { test: paid[2] === undefined ? "paid" : "unpaid", share };
}

function withField(
  written: string | undefined,
  fields: readonly NamedField[],
  condition: (field: string) => Condition,
): Condition | string {
  const name = unquotedName(written ?? "");
  const field = namedIn(fields, name);
  if (field !== undefined) return condition(field.id);
  return `"${name}" is not a field of this pipeline; its fields are ${fields.map((each) => each.name).join(", ")}`;
}
