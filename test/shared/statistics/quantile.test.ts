import { expect, test } from "vitest";
import { medianOfSorted } from "../../../shared/statistics/quantile.ts";

test("the median is the middle one, or the mean of the two in the middle", () => {
  expect(medianOfSorted(Float64Array.of(1, 4, 10))).toBe(4);
  expect(medianOfSorted(Float64Array.of(1, 2, 4, 10))).toBe(3);
});

test("nothing has no median", () => {
  expect(medianOfSorted(new Float64Array(0))).toBeUndefined();
});
