// Sums of amounts. Amounts of different currencies are never added: each currency has a sum of its own.

import { addMoney, type Money } from "./money.ts";

export interface MoneySum extends Money {
  /** How many amounts went into it. */
  readonly records: number;
}

/**
 * The sums of amounts, one for each currency, in the order of their codes.
 *
 * @example
 * moneySums([money(100, "EUR"), money(5, "JPY"), money(250, "EUR")])
 * //=> [{ amountMinor: 350, currency: "EUR", records: 2 }, { amountMinor: 5, currency: "JPY", records: 1 }]
 */
export function moneySums(amounts: readonly Money[]): readonly MoneySum[] {
  const sums = new Map<string, MoneySum>();
  for (const amount of amounts) {
    const known = sums.get(amount.currency);
    const sum = known === undefined ? amount : addMoney(known, amount);
    sums.set(amount.currency, { ...sum, records: (known?.records ?? 0) + 1 });
  }
  return [...sums.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
}
