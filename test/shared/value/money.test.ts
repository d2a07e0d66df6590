import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMoney,
  allocate,
  formatMoney,
  money,
  moneyFromNumber,
  numberFromMoney,
} from "../../../shared/value/money.ts";

const currencies = fc.constantFrom("EUR", "JPY", "KWD", "CLF");
// Fifteen digits: what a spreadsheet keeps of a number.
const amounts = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });

test("a number is rounded half away from zero by its decimal text", () => {
  const cents = [1.005, 1.004, -1.005, 12.345, 8.165, 0.1 + 0.2, 1e-9];
  expect(cents.map((number) => moneyFromNumber(number, "EUR").amountMinor)).toEqual([
    101, 100, -101, 1235, 817, 30, 0,
  ]);
});

test("each currency has its own minor unit", () => {
  expect(moneyFromNumber(1234.5, "JPY").amountMinor).toBe(1235);
  expect(moneyFromNumber(1.2345, "KWD").amountMinor).toBe(1235);
});

test("nothing is never minus nothing", () => {
  expect(Object.is(moneyFromNumber(-0.001, "EUR").amountMinor, 0)).toBe(true);
  expect(Object.is(money(-0, "EUR").amountMinor, 0)).toBe(true);
});

test("an amount goes to its number and back unchanged", () => {
  fc.assert(
    fc.property(amounts, currencies, (amountMinor, currency) => {
      const amount = money(amountMinor, currency);
      expect(moneyFromNumber(numberFromMoney(amount), currency)).toEqual(amount);
    }),
  );
});

test("half a cent and an unknown currency are no money", () => {
  expect(() => money(0.5, "EUR")).toThrow(expect.objectContaining({ code: "value" }));
  expect(() => money(1, "ABC")).toThrow(expect.objectContaining({ code: "value" }));
  expect(() => moneyFromNumber(1e15, "EUR")).toThrow(expect.objectContaining({ code: "value" }));
});

test("amounts of different currencies are never added", () => {
  expect(() => addMoney(money(1, "EUR"), money(1, "USD"))).toThrow(
    'amounts in "EUR" and "USD" cannot be added; both in one currency can',
  );
  expect(addMoney(money(1, "EUR"), money(2, "EUR"))).toEqual(money(3, "EUR"));
});

test("an invoice of 100.01 halved is 50.01 and 50.00", () => {
  expect(allocate(money(10001, "EUR"), [50, 50])).toEqual([money(5001, "EUR"), money(5000, "EUR")]);
});

test("the cents left over go to the largest remainders", () => {
  // 10.00 by 1 : 2 : 3 is 166.67, 333.33 and 500 cents.
  expect(allocate(money(1000, "EUR"), [1, 2, 3]).map((part) => part.amountMinor)).toEqual([167, 333, 500]);
  expect(allocate(money(-100, "EUR"), [1, 1, 1]).map((part) => part.amountMinor)).toEqual([-34, -33, -33]);
});

test("the parts of an amount sum to it, none has another sign, and a share of 0 gets nothing", () => {
  const shares = fc.array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(amounts, shares, (amountMinor, list) => {
      fc.pre(list.some((share) => share > 0));
      const parts = allocate(money(amountMinor, "EUR"), list).map((part) => part.amountMinor);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amountMinor);
      expect(parts.every((part) => part === 0 || Math.sign(part) === Math.sign(amountMinor))).toBe(true);
      expect(parts.every((part, index) => (list[index] ?? 0) > 0 || part === 0)).toBe(true);
    }),
  );
});

test("nothing can be shared out by shares that are all 0, negative or missing", () => {
  for (const shares of [[], [0, 0], [1, -1], [1, Number.NaN]]) {
    expect(() => allocate(money(100, "EUR"), shares)).toThrow(expect.objectContaining({ code: "value" }));
  }
});

test("an amount is written with its thousands, its decimals and its code", () => {
  const written = [money(123450, "EUR"), money(-123456789, "USD"), money(1000, "JPY"), money(0, "KWD")];
  expect(written.map(formatMoney)).toEqual(["1,234.50 EUR", "-1,234,567.89 USD", "1,000 JPY", "0.000 KWD"]);
});
