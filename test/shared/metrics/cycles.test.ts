import { expect, test } from "vitest";
import { cycles } from "../../../shared/metrics/cycles.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { paths, pathsIn } from "../../moves.ts";
import { offers, shop } from "../../pipelines.ts";

// Of four, won at 10 and 30, lost at 20, open at 40: 1/4 at 10, then 1/4 + 1/2 × 1/2 at 30. Half is 1/4, at 10.
test("the cycle is the time by which half of those that will win have won", () => {
  const story = paths("a: Lead@0 Won@10", "b: Lead@0 Lost@20", "c: Lead@0 Offer@5 Won@30", "d: Lead@60");
  expect(cycles(offers, story)).toEqual({ n: 2, medianDays: 10, plainMedianWonDays: 20 });
});

test("it runs from the first entry of all, to the first won stage of any", () => {
  const story = pathsIn(shop, 100, ["a: Parked@0 Lead@5 Loop@12 Won@40"]);
  expect(cycles(shop, story).medianDays).toBe(12);
});

test("a record that was won when first seen has no cycle", () => {
  expect(cycles(offers, paths("ada: Won"))).toEqual({ n: 0 });
});

test("a period takes the records whose path began in it", () => {
  const story = paths("a: Lead@0 Won@10", "b: Lead@20 Won@23");
  expect(cycles(offers, story, { from: parseDay("2026-01-15") })).toMatchObject({ n: 1, medianDays: 3 });
});
