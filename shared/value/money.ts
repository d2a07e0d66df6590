// Money is a whole number of minor units (cents, yen, fils) of one currency, so that sums are exact. It becomes
// a fraction only where it leaves: in a cell or on paper. Amounts of different currencies are never added, and
// what is shared out is shared out whole. A number that comes in is rounded half away from zero.

import { currencyExponent } from "./currency.ts";
import { scaledHalfAwayFromZero } from "./decimal-text.ts";
import { StagelineError } from "./stageline-error.ts";

/** A whole number of minor units of an ISO 4217 currency; make it with `money` or `moneyFromNumber`. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * @throws {StagelineError} `value`, when the amount is not a whole number of minor units or there is no such currency
 * @example
 * money(123450, "EUR") //=> { amountMinor: 123450, currency: "EUR" }
 */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new StagelineError(
      "value",
      `"${amountMinor}" is not a whole number of the minor units of ${currency}`,
    );
  }
  currencyExponent(currency);
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency };
}

/**
 * The amount that a cell's number stands for, rounded half away from zero to the minor unit.
 *
 * @throws {StagelineError} `value`, when the number is not finite or too large to be exact
 * @example
 * moneyFromNumber(1.005, "EUR") //=> { amountMinor: 101, currency: "EUR" }
 */
export function moneyFromNumber(number: number, currency: string): Money {
  return money(scaledHalfAwayFromZero(number, currencyExponent(currency)), currency);
}

/**
 * The number that a cell shows for the amount.
 *
 * @example
 * numberFromMoney(money(123450, "EUR")) //=> 1234.5
 */
export function numberFromMoney(amount: Money): number {
  return Number(`${amount.amountMinor}e-${currencyExponent(amount.currency)}`);
}

/**
 * The amount rounded to whole units of its currency, half away from zero.
 *
 * @example
 * wholeUnits(money(123450, "EUR")) //=> { amountMinor: 123500, currency: "EUR" }
 */
export function wholeUnits({ amountMinor, currency }: Money): Money {
  const unit = 10 ** currencyExponent(currency);
  const whole = Math.sign(amountMinor) * Math.round(Math.abs(amountMinor) / unit);
  return money(whole * unit, currency);
}

/**
 * @throws {StagelineError} `value`, when the currencies differ or the sum is too large to be exact
 * @example
 * addMoney(money(150, "EUR"), money(-50, "EUR")) //=> { amountMinor: 100, currency: "EUR" }
 */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new StagelineError(
      "value",
      `amounts in "${left.currency}" and "${right.currency}" cannot be added; both in one currency can`,
    );
  }
  return money(left.amountMinor + right.amountMinor, left.currency);
}

/**
 * The amount in parts as large as `shares` are to each other; they sum to the amount exactly. The minor units
 * that do not divide go to the parts with the largest remainder, the earlier one first; a share of 0 gets none.
 *
 * Source: the largest remainder method (Hamilton).
 *
 * @throws {StagelineError} `value`, when a share is negative or not finite, or all of them are 0
 * @example
 * allocate(money(100, "EUR"), [1, 1, 1]).map((part) => part.amountMinor) //=> [34, 33, 33]
 */
export function allocate(amount: Money, shares: readonly number[]): readonly Money[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0) || !Number.isFinite(total) || shares.some((share) => share < 0)) {
    throw new StagelineError(
      "value",
      `"${shares.join(", ")}" are not shares; numbers of at least 0, not all 0, are`,
    );
  }
  const size = Math.abs(amount.amountMinor);
  const exact = shares.map((share) => size * (share / total));
  const parts = exact.map(Math.floor);
  const left = size - parts.reduce((sum, part) => sum + part, 0);
  const order = byRemainder(exact, shares);
  for (let given = 0; given < Math.abs(left); given++) {
    const index = order[given % order.length] ?? 0;
    parts[index] = (parts[index] ?? 0) + Math.sign(left);
  }
  return parts.map((part) => money(Math.sign(amount.amountMinor) * part, amount.currency));
}

/**
 * The amount as plain text: commas between thousands, a point before the decimals, the code behind.
 *
 * @example
 * formatMoney(money(123450, "EUR")) //=> "1,234.50 EUR"
 * formatMoney(money(-5, "KWD")) //=> "-0.005 KWD"
 */
export function formatMoney(amount: Money): string {
  const exponent = currencyExponent(amount.currency);
  const digits = String(Math.abs(amount.amountMinor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  return `${amount.amountMinor < 0 ? "-" : ""}${whole}${fraction} ${amount.currency}`;
}

function byRemainder(exact: readonly number[], shares: readonly number[]): readonly number[] {
  const remainder = (index: number) => {
    const part = exact[index] ?? 0;
    return part - Math.floor(part);
  };
  return shares
    .map((_, index) => index)
    .filter((index) => (shares[index] ?? 0) > 0)
    .sort((left, right) => remainder(right) - remainder(left) || left - right);
}
