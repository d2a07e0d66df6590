import { expect, test } from "vitest";
import { achievementsOf } from "../../../shared/log/achievements.ts";
import { type MilestoneScore, milestones } from "../../../shared/metrics/milestones.ts";
import { type Day, parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf, pathsIn } from "../../moves.ts";
import { coaching } from "../../pipelines.ts";

function ticked(record: string, milestone: string, id: string) {
  return entryOf({ record, kind: "milestone", at: dayMoment(3), data: { milestone }, id });
}

/** ada's standing on a day of a period of days 0 to 100, the milestones ticked. */
function standing(day: number, ...ids: readonly string[]): MilestoneScore | undefined {
  const log = ids.map((milestone, index) => ticked("ada", milestone, `e${index}`));
  const period = { start: parseDay("2026-01-01"), end: parseDay("2026-04-11") };
  return milestones(coaching, pathsIn(coaching, day, ["ada: Calls@-5"]), {
    logged: achievementsOf(log, dayMoment(100)),
    periods: new Map([["ada", period]]),
  })[0];
}

test("a milestone pays once, however often it is ticked", () => {
  expect(standing(50, "form_live", "form_live")).toMatchObject({ score: 3, offer: 10, completion: 0.3 });
});

test("a milestone of a stage is earned by entering it, and not by skipping past it", () => {
  const nothing = { logged: new Map(), periods: new Map() };
  const story = pathsIn(coaching, 100, ["ada: Calls Launched", "bob: Calls Left"]);
  expect(milestones(coaching, story, nothing).map(({ score }) => score)).toEqual([2, 0]);
});

// Half of the period gone: an even pace would have earned 5.
test.each([
  [["form_live"], "behind", 0.6],
  [["first_broadcast"], "on course", 1],
  [["first_broadcast", "form_live"], "ahead", 1.6],
  [["first_broadcast", "form_live", "launched"], "launched", 2],
  [[], "not started", 0],
])("%j by half time is %s", (ids, status, pace) => {
  expect(standing(50, ...ids)).toMatchObject({ status, pace });
});

test("a pace of exactly 0.9 or 1.1 is on course and ahead", () => {
  const period = { start: parseDay("2026-01-01"), end: parseDay("2026-02-25") };
  const log = [ticked("ada", "first_broadcast", "e1")];
  const at = (day: number, end: Day) =>
    milestones(coaching, pathsIn(coaching, day, ["ada: Calls@0"]), {
      logged: achievementsOf(log, dayMoment(100)),
      periods: new Map([["ada", { ...period, end }]]),
    })[0];
  // 5 × 55 ÷ (10 × 25) = 1.1, and 5 × 45 ÷ (10 × 25) = 0.9.
  expect(at(25, parseDay("2026-02-25"))).toMatchObject({ pace: 1.1, status: "ahead" });
  expect(at(25, parseDay("2026-02-15"))).toMatchObject({ pace: 0.9, status: "on course" });
});

// 3 points in 50 days: 10 points in 166.67 days, so on day 167.
test("the projection is the day on which the present pace reaches the offer", () => {
  expect(standing(50, "form_live")?.projected).toBe("2026-06-17");
});

test("after the end of the period the pace is measured against all of it", () => {
  expect(standing(150, "first_broadcast")).toMatchObject({
    pace: 0.5,
    status: "behind",
    projected: "2026-10-28",
  });
});

test("before the period there is no pace", () => {
  expect(standing(-2)).toMatchObject({ status: "not started" });
  expect(standing(-2, "form_live")).not.toHaveProperty("pace");
});

test("an undone milestone earns nothing", () => {
  const undone = entryOf({ record: "ada", kind: "undone", at: dayMoment(4), data: { of: "e1" } });
  expect(achievementsOf([ticked("ada", "form_live", "e1"), undone], dayMoment(100)).size).toBe(0);
});

test("a removed record has no standing, and without a period there is a score alone", () => {
  const nothing = { logged: new Map(), periods: new Map() };
  expect(milestones(coaching, pathsIn(coaching, 100, ["ada: Calls removed", "bob: Calls"]), nothing)).toEqual(
    [
      {
        record: "bob",
        score: 0,
        offer: 10,
        completion: 0,
        open: ["first_broadcast", "form_live", "launched"],
      },
    ],
  );
});
