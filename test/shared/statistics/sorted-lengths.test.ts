import fc from "fast-check";
import { expect, test } from "vitest";
import { sortLengths } from "../../../shared/statistics/sorted-lengths.ts";

const one = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.integer({ min: 0, max: 3 }),
  fc.constant(1e12),
);

test("lengths come out sorted, however they crowd", () => {
  fc.assert(
    fc.property(fc.array(one, { maxLength: 300, size: "max" }), (lengths) => {
      const sorted = sortLengths(Float64Array.from(lengths));
      expect([...sorted]).toEqual([...lengths].sort((left, right) => left - right));
    }),
  );
});

test("equal lengths stay as they are", () => {
  expect(new Set(sortLengths(new Float64Array(100).fill(7)))).toEqual(new Set([7]));
});
