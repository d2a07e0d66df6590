// A value shown in a form is the text that gives it again.

import fc from "fast-check";
import { expect, test } from "vitest";
import { typedText } from "../../../../shared/report/views/field-view.ts";
import { readCell } from "../../../../shared/table/field-value.ts";
import { money } from "../../../../shared/value/money.ts";

test("an amount that is sent back as it was shown is the same amount, whether its column has a currency or not", () => {
  const amounts = fc.integer({ min: -1e12, max: 1e12 });
  const currencies = fc.constantFrom("EUR", "JPY", "KWD", "USD");
  fc.assert(
    fc.property(amounts, currencies, fc.boolean(), (amountMinor, currency, isOfColumn) => {
      const kind = { type: "money" as const, currency: isOfColumn ? currency : undefined };
      const value = money(amountMinor, currency);
      expect(readCell(typedText(value, kind), kind)).toEqual({ value });
    }),
  );
});

test("a number that is sent back as it was shown is the same number", () => {
  const numbers = fc.integer({ min: -1e12, max: 1e12 }).map((each) => each / 1e4);
  fc.assert(
    fc.property(numbers, (value) => {
      expect(readCell(typedText(value, { type: "number" }), { type: "number" })).toEqual({ value });
    }),
  );
});

test("yes and no, days and times are shown as people type them", () => {
  expect(typedText(true, { type: "yes/no" })).toBe("yes");
  expect(typedText("2026-11-20", { type: "day" })).toBe("2026-11-20");
  expect(typedText("08:30", { type: "time" })).toBe("08:30");
});
