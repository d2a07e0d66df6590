// Whether a book has invoices: where a rule makes or voids one, or anything asks whether money came in. Other books have
// no tabs for it.

import { asksPayment, type Need } from "../definition/need.ts";
import type { Definition, Pipeline } from "../definition/pipeline.ts";

/**
 * Whether anything in the book makes, voids or asks for invoices.
 *
 * @example
 * usesMoney(fixtures.book) //=> false
 */
export function usesMoney({ pipelines }: Pick<Definition, "pipelines">): boolean {
  return pipelines.some(isInvoiced);
}

function isInvoiced({ rules, stages }: Pipeline): boolean {
  return (
    rules.some(
      ({ does, onlyIf }) => does.some((action) => /invoice/.test(action.do)) || asksForPayment(onlyIf),
    ) || stages.some(({ needs }) => asksForPayment(needs))
  );
}

/**
 * Whether any of the conditions asks whether money came in.
 *
 * @example
 * asksForPayment([{ anyOf: [{ test: "paid", share: "advance" }] }]) //=> true
 */
export function asksForPayment(needs: readonly Need[]): boolean {
  return needs.some(({ anyOf }) => anyOf.some(asksPayment));
}
