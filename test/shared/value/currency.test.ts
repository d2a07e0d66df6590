import { expect, test } from "vitest";
import { currencyExponent, isCurrency } from "../../../shared/value/currency.ts";

test("a currency has two decimals unless ISO 4217 says otherwise", () => {
  expect(["EUR", "USD", "HUF", "JPY", "ISK", "KWD", "TND", "CLF"].map(currencyExponent)).toEqual([
    2, 2, 2, 0, 0, 3, 3, 4,
  ]);
});

test("letters that are no code are no currency, and neither are gold, drawing rights and codes for tests", () => {
  for (const code of ["ABC", "eur", "", "EURO", "XAU", "XDR", "XTS", "XXX", "constructor"]) {
    expect(isCurrency(code), code).toBe(false);
  }
});

test("a withdrawn currency of the last years is still known, an older one is not", () => {
  expect(isCurrency("HRK")).toBe(true);
  expect(isCurrency("DEM")).toBe(false);
});

test("the exponent of an unknown currency is not guessed", () => {
  expect(() => currencyExponent("ABC")).toThrow('"ABC" is not a currency code like EUR');
});
