import fc from "fast-check";
import { expect, test } from "vitest";
import { isBehind } from "../../../../shared/engine/rules/behind.ts";
import { achievementsOf } from "../../../../shared/log/achievements.ts";
import type { Entry } from "../../../../shared/log/entry.ts";
import { replay } from "../../../../shared/log/replay.ts";
import { milestones } from "../../../../shared/metrics/milestones.ts";
import { type Day, dayFromNumber, dayNumber, parseDay } from "../../../../shared/value/day.ts";
import { dayMoment, entryOf, moves, pathsIn } from "../../../moves.ts";
import { coaching as calls } from "../../../pipelines.ts";

// 10 points on offer: 5, 3 and 2. The period has 100 days, and day 0 is the first of January.
const coaching = { ...calls, period: { start: "starts_on", end: "ends_on" } };
const values = { starts_on: "2026-01-01", ends_on: "2026-04-11" };
const first = parseDay("2026-01-01");

function ticked(...ids: readonly string[]): readonly Entry[] {
  return ids.map((milestone) =>
    entryOf({ record: "ada", kind: "milestone", at: dayMoment(0), data: { milestone }, id: milestone }),
  );
}

function stateOf(entries: readonly Entry[]) {
  const state = replay(entries).get("ada");
  if (state === undefined) throw new Error("ada has no history");
  return state;
}

function dayAfter(days: number): Day {
  return dayFromNumber(dayNumber(first) + days);
}

function behindOn(days: number, line: string, ...ids: readonly string[]): boolean {
  return isBehind(coaching, stateOf([...moves(line), ...ticked(...ids)]), values, dayAfter(days));
}

// 3 of 10 points are nine tenths of an even pace on day 33.3.
test("a record is behind once it has less than nine tenths of what an even pace would have earned", () => {
  expect(behindOn(33, "ada: Calls@0", "form_live")).toBe(false);
  expect(behindOn(34, "ada: Calls@0", "form_live")).toBe(true);
});

test("who has earned nothing is behind from the day on which an even pace has the smallest milestone", () => {
  expect(behindOn(19, "ada: Calls@0")).toBe(false);
  expect(behindOn(20, "ada: Calls@0")).toBe(true);
});

test("nobody is behind before the period, and whoever is behind at its end stays so", () => {
  expect(behindOn(-3, "ada: Calls@-5")).toBe(false);
  expect(behindOn(500, "ada: Calls@0", "first_broadcast", "form_live")).toBe(true);
});

test("nobody is behind who is launched, has left, or was removed", () => {
  expect(behindOn(90, "ada: Calls@0 Launched")).toBe(false);
  expect(behindOn(90, "ada: Calls@0 Left")).toBe(false);
  expect(behindOn(90, "ada: Calls@0 removed")).toBe(false);
});

test("without both days of its period a record keeps no pace, and neither with a period of no length", () => {
  const state = stateOf(moves("ada: Calls@0"));
  const on = (held: Record<string, string>) => isBehind(coaching, state, held, dayAfter(90));
  expect(on(values)).toBe(true);
  expect(on({ starts_on: "2026-01-01" })).toBe(false);
  expect(on({ starts_on: "2026-01-01", ends_on: "2026-01-01" })).toBe(false);
  expect(isBehind(calls, state, values, dayAfter(90))).toBe(false);
});

test("whom the report tells as behind is behind, and whom it tells as ahead is not", () => {
  const ids = calls.milestones.map(({ id }) => id);
  fc.assert(
    fc.property(fc.subarray(ids), fc.integer({ min: -5, max: 150 }), (earned, days) => {
      const log = ticked(...earned);
      const periods = new Map([["ada", { start: first, end: parseDay("2026-04-11") }]]);
      const logged = achievementsOf(log, dayMoment(200));
      const [told] = milestones(coaching, pathsIn(coaching, days, ["ada: Calls@-9"]), { logged, periods });
      const isToldBehind = told?.status === "behind" || (told?.status === "not started" && days >= 20);
      expect(isBehind(coaching, stateOf([...moves("ada: Calls@-9"), ...log]), values, dayAfter(days))).toBe(
        isToldBehind,
      );
    }),
  );
});
