import fc from "fast-check";
import { expect, test } from "vitest";
import { numberFromText } from "../../../shared/table/number-text.ts";

function readAll(texts: readonly string[]): readonly (number | undefined)[] {
  return texts.map((text) => numberFromText(text));
}

test("a decimal point and a decimal comma are both read where the text fits only one", () => {
  expect(readAll(["1234.5", "1234,5", "0,234", ".5", "1.234.567", "1,234,567", "1234,567"])).toEqual([
    1234.5, 1234.5, 0.234, 0.5, 1234567, 1234567, 1234.567,
  ]);
});

test("thousands are set apart by a comma, a point, a space, a narrow space or an apostrophe", () => {
  const texts = [
    "1,234.50",
    "1.234,50",
    "1 234,50",
    "1\u00a0234.50",
    "1\u202f234,50",
    "1'234.50",
    "1’234.50",
  ];
  expect(readAll(texts)).toEqual(texts.map(() => 1234.5));
});

test("thousands as in India are read", () => {
  expect(numberFromText("12,34,567.50")).toBe(1234567.5);
});

test("one mark before three digits goes by the column, and by the point where that is not known", () => {
  expect(readAll(["1,234", "1.234"])).toEqual([1234, 1.234]);
  expect([numberFromText("1,234", "comma"), numberFromText("1.234", "comma")]).toEqual([1.234, 1234]);
});

test("groups that are not whole are no number", () => {
  expect(
    readAll(["1,23,4", "12.34.56", "1,234,56.7", "1.234,567,8", "1 23", "1,234 567", "0,123,456"]),
  ).toEqual(Array(7).fill(undefined));
});

test("brackets, a minus on either side and every kind of minus are negative", () => {
  expect(readAll(["-5", "−5", "5-", "(5)", "(1,234.50)", "- 5"])).toEqual([-5, -5, -5, -5, -1234.5, -5]);
});

test("a percentage is a hundredth, exactly", () => {
  expect(readAll(["12 %", "12%", "1.1 %", "-5,5%"])).toEqual([0.12, 0.12, 0.011, -0.055]);
});

test("exponents are read, and full-width digits", () => {
  expect(readAll(["1e5", "1.5E-3", "１２"])).toEqual([100000, 0.0015, 12]);
});

test("what is not one number is none", () => {
  const texts = [
    "",
    "abc",
    "12 pcs",
    "1/2",
    "2026-11-20",
    "--5",
    "(-5)",
    "(5",
    "5%%",
    "€ 5",
    "1e999",
    "5.",
    "=1+1",
  ];
  expect(readAll(texts)).toEqual(texts.map(() => undefined));
});

test("any finite number is read from its own text, and no text makes the reader stumble", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (number, text) => {
      expect(numberFromText(String(number))).toBe(number === 0 ? 0 : number);
      expect(Number.isNaN(numberFromText(text))).toBe(false);
    }),
  );
});
