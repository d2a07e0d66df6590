import { expect, test } from "vitest";
import { moneyFromText } from "../../../shared/table/money-text.ts";

function read(text: string, currency?: string, decimal?: "point" | "comma"): string | number {
  const reading = moneyFromText(text, { shown: `"${text}"`, currency, decimal });
  return "value" in reading ? reading.value.amountMinor : reading.fault;
}

test("the currency's sign or code stands before or behind, with or without a space", () => {
  for (const text of [
    "€ 1.234,50",
    "€1,234.50",
    "1234,50 €",
    "EUR 1234.5",
    "1 234.50 EUR",
    "1'234.50 eur",
    "1234.50 Euro",
  ]) {
    expect(read(text, "EUR"), text).toBe(123450);
  }
});

test("a minus may stand on any side of the sign, and brackets are negative", () => {
  for (const text of ["-€5", "€-5", "€ -5", "5- EUR", "(€ 5)", "€ (5.00)", "-5,00 €"]) {
    expect(read(text, "EUR"), text).toBe(-500);
  }
});

test("a dash in place of cents is nothing, and a point behind an abbreviation is not a decimal point", () => {
  expect([
    read("€ 100,-", "EUR"),
    read("100.– CHF", "CHF"),
    read("Fr.100", "CHF"),
    read("kr. 5,50", "DKK"),
  ]).toEqual([10000, 10000, 10000, 550]);
});

test("a sign that several currencies share agrees with the column's, and chooses none by itself", () => {
  expect(read("$5", "CAD")).toBe(500);
  expect(read("5 kr", "SEK")).toBe(500);
  expect(read("$5 USD")).toBe(500);
  expect(read("$5")).toBe('"$5" has no currency; an amount like 1234.50 EUR has');
});

test("an amount in another currency is a fault", () => {
  expect(read("$5", "EUR")).toBe('"$5" is not in EUR, the currency of this column');
  expect(read("5 USD", "EUR")).toBe('"5 USD" is not in EUR, the currency of this column');
});

test("a comma before three digits sets thousands apart, a point there is asked about", () => {
  expect(read("1,234", "EUR")).toBe(123400);
  expect(read("1.234", "EUR")).toBe(
    '"1.234" may mean 1.23 EUR or 1,234.00 EUR; either of them would be right',
  );
});

test("the column's decimal mark settles what could be both", () => {
  expect(read("1.234", "EUR", "comma")).toBe(123400);
  expect(read("1.235", "EUR", "point")).toBe(124);
  expect(read("1,235", "EUR", "comma")).toBe(124);
});

test("a currency without decimals has thousands only, one with three has a point", () => {
  expect([read("1.234", "JPY"), read("1,234", "JPY"), read("¥1,234", "JPY")]).toEqual([1234, 1234, 1234]);
  expect(read("1.234", "KWD")).toBe(1234);
  expect(read("1,234", "KWD")).toBe(
    '"1,234" may mean 1,234.000 KWD or 1.234 KWD; either of them would be right',
  );
});

test("what is not an amount says so", () => {
  for (const text of ["abc", "EUR", "5 pcs", "12 %", "€ $ 5", "12.34.56 EUR", "1/2"]) {
    expect(read(text, "EUR"), text).toBe(`"${text}" is not an amount like 1234.50`);
  }
  expect(read("99999999999999999", "EUR")).toBe('"99999999999999999" is larger than an exact amount can be');
});
