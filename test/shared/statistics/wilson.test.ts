import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "../../../shared/statistics/wilson.ts";

// Worked with z = 1.959964, z² = 3.841459: 1 of 10 has centre (0.1 + 0.192073) / 1.384146 = 0.211013
// and half width 1.959964 / 1.384146 × √(0.009 + 0.009604) = 0.193137.
test("1 of 10 may be 1.8 to 40.4 percent", () => {
  const interval = wilson(1, 10);
  expect(interval?.low).toBeCloseTo(0.017876, 6);
  expect(interval?.high).toBeCloseTo(0.40415, 6);
});

// z² ÷ (n + z²) = 3.841459 ÷ 13.841459.
test("none of 10 is no proof of none", () => {
  expect(wilson(0, 10)?.low).toBe(0);
  expect(wilson(0, 10)?.high).toBeCloseTo(0.277533, 6);
  expect(wilson(10, 10)?.high).toBe(1);
});

test("of nobody there is no interval", () => {
  expect(wilson(0, 0)).toBeUndefined();
});

test("the interval holds the share and lies between 0 and 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(share * n);
      const { low, high } = wilson(k, n) ?? { low: NaN, high: NaN };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});
