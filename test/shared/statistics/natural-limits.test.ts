import { expect, test } from "vitest";
import { naturalLimits } from "../../../shared/statistics/natural-limits.ts";

// Neighbours are 2 apart everywhere: the limits lie 2.66 × 2 from the mean of 2.
test("the limits lie 2.66 mean moving ranges from the mean", () => {
  const limits = naturalLimits([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
  expect(limits?.mean).toBe(2);
  expect(limits?.low).toBeCloseTo(2 - 5.32, 10);
  expect(limits?.high).toBeCloseTo(2 + 5.32, 10);
});

test("a drift does not widen the limits: only neighbours count", () => {
  const drifting = naturalLimits(Array.from({ length: 12 }, (_, at) => at));
  // The mean moving range is 1, whatever the spread of all.
  expect(drifting?.high).toBeCloseTo(5.5 + 2.66, 10);
});

test("of fewer than twelve points nothing is said", () => {
  expect(naturalLimits([1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1])).toBeUndefined();
});
