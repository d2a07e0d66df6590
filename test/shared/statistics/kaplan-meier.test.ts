import { expect, test } from "vitest";
import { timeFinished } from "../../../shared/statistics/kaplan-meier.ts";

function lengths(finished: readonly number[], open: readonly number[]) {
  return { finished: Float64Array.from(finished), open: Float64Array.from(open) };
}

test("when all have finished, half of them have by the middle one", () => {
  expect(timeFinished(lengths([1, 2, 3, 4, 5], []), 0.5)).toBe(3);
  expect(timeFinished(lengths([1, 2, 3, 4, 5], []), 0.8)).toBe(4);
});

// S(1) = 5/6; S(3) = 5/6 × 3/4 = 0.625, two being open at 2; S(6) = 0.625 × 1/2 = 0.3125.
test("an open one counts as running until it is lost from sight", () => {
  const seen = lengths([1, 3, 6], [2, 4, 7]);
  expect(timeFinished(seen, 0.3)).toBe(3);
  expect(timeFinished(seen, 0.5)).toBe(6);
});

test("one that is open at a time was still at risk at that time", () => {
  expect(timeFinished(lengths([1, 2, 3], [2]), 0.5)).toBe(2);
});

test("while the curve stays above one half there is no median", () => {
  expect(timeFinished(lengths([1], [5, 6]), 0.5)).toBeUndefined();
  expect(timeFinished(lengths([], []), 0.5)).toBeUndefined();
});
