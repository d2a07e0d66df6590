import { expect, test } from "vitest";
import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import type { Entry } from "../../../shared/log/entry.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { type BoardReportInput, boardReport } from "../../../shared/report/board-report.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";
import { coaching, offers } from "../../pipelines.ts";

function reportOf(pipeline: Pipeline, entries: readonly Entry[], rest: Partial<BoardReportInput> = {}) {
  const asOf = dayMoment(100);
  const paths = pathsOf(
    pipeline.stages.map(({ id }) => id),
    entries,
    asOf,
  );
  return boardReport({ pipeline, board: "Board", paths, entries, asOf, rows: new Map(), ...rest });
}

const story = moves("ada: Lead@0 Offer@10 Won@30", "bob: Lead@0 Offer@20", "cyd: Lead@0 Lost@40");

test("a board is told under the names of its stages, main line first, unused stages off it left out", () => {
  const report = reportOf(offers, story);
  expect(report).toMatchObject({ board: "Board", pipeline: "Offers", noun: "record", records: 3, by: [] });
  expect(report.stages.map(({ stage, reached, now }) => [stage, reached, now])).toEqual([
    ["Lead", 3, 0],
    ["Offer", 2, 1],
    ["Won", 1, 1],
    ["Lost", 1, 1],
  ]);
  const unlost = reportOf(offers, moves("ada: Lead"));
  expect(unlost.stages.map(({ stage }) => stage)).toEqual(["Lead", "Offer", "Won"]);
});

// All three left Lead, after 10, 20 and 40 days. Wilson for 2 of 3: (0.666667 + 0.640243) / 2.280486 = 0.573084,
// less and plus 0.859450 × 0.425184 = 0.365424.
test("rates and days have six decimals at most, and what is not known is absent", () => {
  const report = reportOf(offers, story);
  expect(report.stages[0]).toEqual({
    stage: "Lead",
    kind: "open",
    reached: 3,
    now: 0,
    overall: 1,
    time: { unit: "days", median: 20, p80: 40, plainMedian: 20, n: 3 },
    cumulativeTime: { unit: "days", median: 20, p80: 40, plainMedian: 20, n: 3 },
  });
  expect(report.stages[1]).toMatchObject({ fromPrevious: 0.666667, overall: 0.666667 });
  expect(report.steps[0]).toEqual({
    from: "Lead",
    to: "Offer",
    entered: 3,
    converted: 2,
    dropped: 1,
    pending: 0,
    firstSeenLater: 0,
    rate: 0.666667,
    low: 0.20766,
    high: 0.938508,
    decided: 0.666667,
    longRun: 0.666667,
    longRunLow: expect.any(Number),
    longRunHigh: expect.any(Number),
    within: { days: 90, mature: 3, converted: 2, rate: 0.666667, low: 0.20766, high: 0.938508 },
  });
  expect(report.cycle).toEqual({ unit: "days", median: 30, plainMedianWon: 30, n: 1 });
  expect(report.outcomes).toMatchObject({ won: 1, lost: 1, winRate: 0.5 });
  expect(report.branches).toEqual([{ from: "Lead", to: "Lost", count: 1, ended: 3, share: 0.333333 }]);
  expect(report.ledger.map(({ stage, entries }) => [stage, entries])).toEqual([
    ["Lead", 3],
    ["Offer", 2],
    ["Won", 1],
    ["Lost", 1],
  ]);
});

test("a period is told as it was asked for, and bounds every count", () => {
  const options = { from: parseDay("2026-01-15"), to: parseDay("2026-02-01"), withinDays: 30 };
  const report = reportOf(offers, story, { options });
  expect(report).toMatchObject({ from: "2026-01-15", to: "2026-02-01" });
  expect(report.steps.map(({ entered }) => entered)).toEqual([0, 1]);
  expect(report.steps[0]?.within.days).toBe(30);
  expect(report.outcomes).toMatchObject({ won: 1, lost: 0 });
});

test("responses are told only where somebody was written to", () => {
  const sent = entryOf({ record: "ada", kind: "email-out", at: dayMoment(1) });
  const reply = entryOf({ record: "ada", kind: "reply-yes", at: dayMoment(3) });
  expect(reportOf(offers, story)).not.toHaveProperty("response");
  expect(reportOf(offers, [...story, sent, reply]).response).toMatchObject({
    entered: 1,
    converted: 1,
    rate: 1,
  });
});

// 3 of 10 points in 100 of 200 days, where an even pace would have earned 5; all 10 by day 333.3, so on day 334.
test("milestones carry the record's name, its pace and the projected day", () => {
  const ticked = entryOf({
    record: "ada",
    kind: "milestone",
    at: dayMoment(3),
    data: { milestone: "form_live" },
  });
  const report = reportOf(coaching, [...moves("ada: Calls@0"), ticked], {
    rows: new Map([["ada", { name: "Ada & Co", owner: "", nextStep: "" }]]),
    periods: new Map([["ada", { start: parseDay("2026-01-01"), end: parseDay("2026-07-20") }]]),
  });
  expect(report.milestones).toEqual([
    {
      record: "ada",
      name: "Ada & Co",
      score: 3,
      offer: 10,
      open: ["first broadcast", "launched"],
      status: "behind",
      pace: 0.6,
      projected: "2026-12-01",
    },
  ]);
});

test("how often a record was put off stands beside its milestones", () => {
  const putOff = [1, 2].map((day) =>
    entryOf({ record: "ada", kind: "rescheduled", at: dayMoment(day), data: {}, id: `e${day}` }),
  );
  const { milestones } = reportOf(coaching, [...moves("ada: Calls@0", "bob: Calls@0"), ...putOff]);
  expect(milestones.map(({ rescheduled }) => rescheduled)).toEqual([2, undefined]);
});

test("a breakdown tells each present value, the records that hold it and where they stand", () => {
  const values = new Map([
    ["ada", "Robin"],
    ["bob", "Sam"],
    ["cyd", "Robin"],
  ]);
  const removed = moves("dan: Lead removed", "eve: Lead");
  const report = reportOf(offers, [...story, ...removed], { by: [{ field: "Owner", values }] });
  expect(report.by).toMatchObject([
    {
      field: "Owner",
      value: "",
      records: 1,
      outcomes: { won: 0, lost: 0 },
      now: [{ stage: "Lead", count: 1 }],
    },
    { value: "Robin", records: 2, outcomes: { won: 1, lost: 1, winRate: 0.5 } },
    { value: "Sam", records: 1, outcomes: { won: 0, lost: 0 }, now: [{ stage: "Offer", count: 1 }] },
  ]);
});
