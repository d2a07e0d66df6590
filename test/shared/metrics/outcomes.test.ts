import { expect, test } from "vitest";
import { outcomes, outcomesByGroup } from "../../../shared/metrics/outcomes.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { paths, pathsIn } from "../../moves.ts";
import { offers, shop } from "../../pipelines.ts";

test("the win rate is of the closed ones; the open ones are not in it", () => {
  expect(outcomes(offers, paths("a: Lead Won", "b: Lead Lost", "c: Lead Lost", "d: Lead"))).toMatchObject({
    won: 1,
    lost: 2,
    winRate: 1 / 3,
  });
});

test("once won is won, whatever follows", () => {
  expect(outcomes(offers, paths("a: Lead Won Lost", "b: Lead Won removed"))).toMatchObject({
    won: 2,
    lost: 0,
  });
});

test("reopened, removed or avoided is not lost", () => {
  const story = pathsIn(shop, 100, ["a: Lead Lost Lead", "b: Lead Lost removed", "c: Lead Avoid"]);
  expect(outcomes(shop, story)).toEqual({ won: 0, lost: 0 });
});

test("a period takes what closed in it, by the first win or the entry into lost", () => {
  const story = paths("a: Lead@0 Won@5 Lead@6 Won@50", "b: Lead@0 Lost@50", "c: Lead@45 Won@51");
  const period = { from: parseDay("2026-02-01"), to: parseDay("2026-03-01") };
  expect(outcomes(offers, story, period)).toMatchObject({ won: 1, lost: 1 });
});

test("groups have their own outcomes, and a negative group none", () => {
  const story = paths("a: Won", "b: Lost", "c: Won", "d: Won");
  const groups = outcomesByGroup(offers, story, { group: Int32Array.of(0, 0, 1, -1), groups: 2 });
  expect(groups.map(({ won, lost }) => [won, lost])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});
