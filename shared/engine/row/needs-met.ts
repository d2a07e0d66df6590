// Whether a record has what a stage needs: its fields as they stand now, and what was logged on it.

import { asksPayment, type Condition, type Need, type PaidShare } from "../../definition/need.ts";
import { nameKey } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { type Day, dayFromText, dayNumber } from "../../value/day.ts";
import { numberFromMoney } from "../../value/money.ts";
import { textOfValue } from "./watched-field.ts";

/** What conditions are asked of. */
export interface Evidence {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Kinds of the activities that were ever logged. */
  readonly logged: ReadonlySet<string>;
  readonly today: Day;
  /** What came in for its invoices; nothing where absent. */
  readonly paid?: ReadonlySet<PaidShare>;
}

/**
 * The needs of which not one alternative is true.
 *
 * @example
 * unmetNeeds([{ anyOf: [{ test: "filled", field: "budget" }] }], { values: { budget: 5 }, logged: new Set(), today: parseDay("2026-11-20") })
 * //=> []
 */
export function unmetNeeds(needs: readonly Need[], evidence: Evidence): readonly Need[] {
  return needs.filter((need) => !need.anyOf.some((condition) => isMet(condition, evidence)));
}

/**
 * Whether a field counts as filled in: a yes/no field when it says yes.
 *
 * @example
 * isFilled(false) //=> false
 */
export function isFilled(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== false && value !== "";
}

function isMet(condition: Condition, { values, logged, today, paid }: Evidence): boolean {
  if (condition.test === "logged") return logged.has(condition.activity);
  if (asksPayment(condition)) return (paid?.has(condition.share) === true) === (condition.test === "paid");
  const value = values[condition.field];
  switch (condition.test) {
    case "filled":
      return isFilled(value);
    case "empty":
      return value === undefined || value === "";
    case "is":
      return nameKey(textOfValue(value)) === nameKey(condition.value);
    case "at least":
      return numberOf(value) >= condition.value;
    case "within days":
      return isRecent(value, condition.days, today);
  }
}

function numberOf(value: FieldValue | undefined): number {
  if (typeof value === "number") return value;
  return typeof value === "object" ? numberFromMoney(value) : Number.NEGATIVE_INFINITY;
}

function isRecent(value: FieldValue | undefined, days: number, today: Day): boolean {
  const day = typeof value === "string" ? dayFromText(value) : undefined;
  return day !== undefined && dayNumber(today) - dayNumber(day) <= days;
}
