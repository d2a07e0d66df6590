import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText, scaledHalfAwayFromZero } from "../../../shared/value/decimal-text.ts";

test("a number is written without an exponent", () => {
  expect([0, 12.5, -0.25, 1e21, 1.5e-7, 31612345678].map(decimalText)).toEqual([
    "0",
    "12.5",
    "-0.25",
    "1000000000000000000000",
    "0.00000015",
    "31612345678",
  ]);
});

test("the text of a number is that number again", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(Number(decimalText(number))).toBe(number === 0 ? 0 : number);
      expect(decimalText(number)).toMatch(/^-?\d+(\.\d+)?$/);
    }),
  );
});

test("a half is rounded away from zero, on both sides", () => {
  expect(scaledHalfAwayFromZero(2.5, 0)).toBe(3);
  expect(scaledHalfAwayFromZero(-2.5, 0)).toBe(-3);
  expect(scaledHalfAwayFromZero(2.4999, 0)).toBe(2);
});

test("what a formula computed is rounded as the spreadsheet shows it", () => {
  expect(3 * 1.115).toBe(3.3449999999999998);
  expect(scaledHalfAwayFromZero(3 * 1.115, 2)).toBe(335);
});

test("what is not a number is refused", () => {
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => scaledHalfAwayFromZero(number, 2)).toThrow(expect.objectContaining({ code: "value" }));
  }
});
