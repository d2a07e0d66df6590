import { expect, test } from "vitest";
import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import { presentStays, type StayContext } from "../../../shared/metrics/present-stays.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { wallMs } from "../../../shared/value/moment.ts";
import { dayMoment, pathsIn } from "../../moves.ts";
import { shop } from "../../pipelines.ts";

// Day 0 is Thursday 1 January 2026, so day 4 is Monday the 5th and day 11 Monday the 12th.
const limited: Pipeline = {
  ...shop,
  stages: shop.stages.map((stage) => (stage.id === "offer" ? { ...stage, limitDays: 5 } : stage)),
};

function stays(asOfDay: number, lines: readonly string[], context: Partial<StayContext> = {}) {
  return presentStays(limited, pathsIn(limited, asOfDay, lines), {
    calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] },
    usualDays: new Map(),
    touches: new Map(),
    planned: new Map(),
    ...context,
  });
}

const touchedOn = (day: number) => new Map([["ada", { lastWallMs: wallMs(dayMoment(day)) }]]);

test("a limit counts working days, and the day on which it ends is still in time", () => {
  const entered = ["ada: Lead@0 Offer@4"];
  expect(stays(11, entered)[0]).toMatchObject({ due: "2026-01-12", overDays: 0, days: 7, isStale: false });
  expect(stays(12, entered)[0]).toMatchObject({ overDays: 1, isStale: true });
  // From Monday the 12th to Monday the 19th: five working days, though seven of the clock.
  expect(stays(18, entered)[0]).toMatchObject({ overDays: 5 });
});

test("a day off lengthens a limit", () => {
  const calendar: StayContext["calendar"] = {
    workingDays: [1, 2, 3, 4, 5],
    holidays: [parseDay("2026-01-06")],
  };
  expect(stays(12, ["ada: Lead@0 Offer@4"], { calendar })[0]).toMatchObject({
    due: "2026-01-13",
    overDays: 0,
  });
});

test("whoever was in touch since is not stale, though still beyond the limit", () => {
  const [ada] = stays(13, ["ada: Lead@0 Offer@4"], { touches: touchedOn(8) });
  expect(ada).toMatchObject({ overDays: 2, isStale: false });
  // From Friday the 9th to Monday the 19th: six working days.
  expect(stays(18, ["ada: Lead@0 Offer@4"], { touches: touchedOn(8) })[0]).toMatchObject({ isStale: true });
});

test("a next step today or later keeps a record from being stale, one in the past does not", () => {
  const plannedOn = (day: string) => ({ planned: new Map([["ada", parseDay(day)]]) });
  expect(stays(13, ["ada: Offer@4"], plannedOn("2026-01-14"))[0]).toMatchObject({ isStale: false });
  expect(stays(13, ["ada: Offer@4"], plannedOn("2026-01-13"))[0]).toMatchObject({ isStale: true });
});

test("an open stage without a limit takes what it usually takes, in days of the clock; a won one rests", () => {
  const usualDays = new Map([
    ["lead", 10],
    ["won", 10],
  ]);
  const isStale = (...lines: readonly string[]) => stays(20, lines, { usualDays })[0]?.isStale;
  expect(isStale("ada: Lead@10")).toBe(false);
  expect(isStale("ada: Lead@9.9")).toBe(true);
  expect(isStale("ada: Sample@0")).toBe(false);
  expect(isStale("ada: Won@0")).toBe(false);
});

test("the lost, the avoided and the removed do not stay; of the others the longest comes first", () => {
  const told = stays(20, [
    "ada: Lead@9",
    "bob: Lead@3",
    "cyd: Lead Lost",
    "dan: Lead Avoid",
    "eve: Lead removed",
    "fay: Won@1",
  ]);
  expect(told.map(({ record }) => record)).toEqual(["fay", "bob", "ada"]);
});

test("since when a record is won counts from its first won stage, whatever it did later", () => {
  const told = stays(20, ["ada: Lead@1 Won@5 Loop@12", "bob: Lead@9"]);
  expect(told.map(({ record, wonDays }) => [record, wonDays])).toEqual([
    ["bob", undefined],
    ["ada", 15],
  ]);
});
