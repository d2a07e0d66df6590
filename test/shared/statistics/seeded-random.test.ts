import { expect, test } from "vitest";
import { seededRandom } from "../../../shared/statistics/seeded-random.ts";

function drawn(count: number, draw: () => number): readonly number[] {
  return Array.from({ length: count }, draw);
}

test("the same seed gives the same numbers, another seed others", () => {
  expect(drawn(5, seededRandom("a").uniform)).toEqual(drawn(5, seededRandom("a").uniform));
  expect(drawn(5, seededRandom(1).uniform)).not.toEqual(drawn(5, seededRandom(2).uniform));
});

test("uniform numbers lie from 0 up to 1, half of them under one half", () => {
  const numbers = drawn(10_000, seededRandom("uniform").uniform);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(numbers.filter((number) => number < 0.5).length / 10_000).toBeCloseTo(0.5, 1);
});

test("normal numbers have mean 0 and deviation 1", () => {
  const numbers = drawn(20_000, seededRandom("normal").normal);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const square = numbers.reduce((sum, number) => sum + number ** 2, 0) / numbers.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(square).toBeCloseTo(1, 1);
});

// Mean of a log-normal: median × e^(sigma² ÷ 2) = 60 × e^0.245 = 76.66.
test("log-normal numbers have their median and the mean that follows from it", () => {
  const random = seededRandom("log-normal");
  const numbers = [...drawn(20_000, () => random.logNormal(60, 0.7))].sort((a, b) => a - b);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(Math.abs((numbers[10_000] ?? 0) - 60)).toBeLessThan(1);
  expect(Math.abs(mean - 76.66)).toBeLessThan(1);
});
