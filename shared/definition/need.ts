// What must be true of a record: conditions on its fields and on what was logged. Gates, rules and milestones ask
// in these shapes; the words for them stand in need-text.ts, and the engine answers.

import * as z from "zod/mini";

const id = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/));

/** How much of a record's invoices: the first instalment, all of them, or whatever came in. */
const PaidShare = z.enum(["advance", "all", "any"]);
export type PaidShare = z.infer<typeof PaidShare>;

/** Something that is true of a record or not; several of them make a `Need`. */
export const Condition = z.discriminatedUnion("test", [
  z.object({ test: z.literal("filled"), field: id }),
  z.object({ test: z.literal("empty"), field: id }),
  z.object({ test: z.literal("is"), field: id, value: z.string() }),
  z.object({ test: z.literal("at least"), field: id, value: z.number() }),
  z.object({ test: z.literal("within days"), field: id, days: z.int().check(z.minimum(0)) }),
  z.object({ test: z.literal("logged"), activity: z.string() }),
  z.object({ test: z.literal("paid"), share: PaidShare }),
  /** Also where it has no invoice. */
  z.object({ test: z.literal("unpaid"), share: PaidShare }),
]);
export type Condition = z.infer<typeof Condition>;

/** A condition on what came in for the invoices of a record. */
export type PaymentCondition = Extract<Condition, { readonly test: "paid" | "unpaid" }>;

/** A condition on what a field of the record holds. */
export type FieldCondition = Exclude<Condition, PaymentCondition | { readonly test: "logged" }>;

/**
 * Whether a condition asks for what a field holds, and not for what was logged or paid.
 *
 * @example
 * asksField({ test: "logged", activity: "call" }) //=> false
 */
export function asksField(condition: Condition): condition is FieldCondition {
  return condition.test !== "logged" && !asksPayment(condition);
}

/**
 * Whether a condition asks what came in.
 *
 * @example
 * asksPayment({ test: "unpaid", share: "all" }) //=> true
 */
export function asksPayment(condition: Condition): condition is PaymentCondition {
  return condition.test === "paid" || condition.test === "unpaid";
}

/** What must be true before a record enters a stage: at least one of the conditions. */
export const Need = z.object({ anyOf: z.readonly(z.array(Condition).check(z.minLength(1))) });
export type Need = z.infer<typeof Need>;
