import { expect, test } from "vitest";
import { dayOrderOf, decimalMarkOf } from "../../../shared/table/column-guess.ts";

test("one day beyond the twelfth settles the order of the whole column", () => {
  expect(dayOrderOf(["05/06/2026", "20/11/2026"])).toEqual({ guess: "day first", certain: true });
  expect(dayOrderOf(["05/06/2026", "11/20/2026"])).toEqual({ guess: "month first", certain: true });
});

test("a column that settles nothing is guessed to be day first, and the guess is not certain", () => {
  expect(dayOrderOf(["05/06/2026", "07/08/2026"])).toEqual({ guess: "day first", certain: false });
});

test("a column that contradicts itself follows the majority, and is not certain", () => {
  const texts = ["05/06/2026", "20/11/2026", "11/20/2026", "11/21/2026"];
  expect(dayOrderOf(texts)).toEqual({ guess: "month first", certain: false });
});

test("a column that depends on no order is certain", () => {
  expect(dayOrderOf(["2026-11-20", "5/5/2026", "20 Nov 2026", "", "n/a"]).certain).toBe(true);
});

test("one amount with both marks settles the decimal mark of the column", () => {
  expect(decimalMarkOf(["1.234", "€ 2.500,00"])).toEqual({ guess: "comma", certain: true });
  expect(decimalMarkOf(["1,234", "0.5"])).toEqual({ guess: "point", certain: true });
});

test("thousands alone settle nothing when they are single", () => {
  expect(decimalMarkOf(["1,234", "5,678"])).toEqual({ guess: "point", certain: false });
  expect(decimalMarkOf(["1.234.567", "1.234"])).toEqual({ guess: "comma", certain: true });
  expect(decimalMarkOf(["12", "13", ""])).toEqual({ guess: "point", certain: true });
});
