import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativeIncidence } from "../../../shared/statistics/aalen-johansen.ts";

function fates(event: readonly number[], competing: readonly number[], censored: readonly number[]) {
  const sorted = (numbers: readonly number[]) => Float64Array.from(numbers).sort();
  return { event: sorted(event), competing: sorted(competing), censored: sorted(censored) };
}

// At 1: 1/4. At 2 one goes otherwise: half remain undecided. At 3 one is lost from sight. At 4: 1/4 + 1/2.
// Variance: (1 - 1/2)² / 4² + (1/2)² / 3² + (1/2)² / 1².
test("those lost from sight are shared out over what the others came to", () => {
  const incidence = cumulativeIncidence(fates([1, 4], [2], [3]));
  expect(incidence?.final).toBeCloseTo(0.75, 12);
  expect(incidence?.variance).toBeCloseTo(1 / 64 + 1 / 36 + 1 / 4, 12);
  expect(incidence?.halfTime).toBe(4);
});

// All 20 at once: variance 20 / 100². ln(1 - 0.2) = -0.223144, √0.002 = 0.044721: width
// 1.959964 × 0.044721 ÷ (0.8 × 0.223144) = 0.491009.
test("the interval is drawn on the complementary log-log scale", () => {
  const many = (count: number, day: number) => Array.from({ length: count }, () => day);
  const incidence = cumulativeIncidence(fates(many(20, 1), many(80, 2), []));
  expect(incidence?.final).toBeCloseTo(0.2, 12);
  expect(incidence?.variance).toBeCloseTo(0.002, 12);
  expect(incidence?.interval?.low).toBeCloseTo(1 - 0.8 ** Math.exp(-0.491009), 5);
  expect(incidence?.interval?.high).toBeCloseTo(1 - 0.8 ** Math.exp(0.491009), 5);
});

test("without events the incidence is 0 and has neither interval nor half time", () => {
  expect(cumulativeIncidence(fates([], [1], [2]))).toEqual({ final: 0, variance: 0 });
});

test("of nobody there is no incidence", () => {
  expect(cumulativeIncidence(fates([], [], []))).toBeUndefined();
});

test("when nobody is lost from sight it is the plain share", () => {
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(days, days, (event, competing) => {
      const share = event.length / (event.length + competing.length);
      expect(cumulativeIncidence(fates(event, competing, []))?.final).toBeCloseTo(share, 9);
    }),
  );
});
