import { expect, test } from "vitest";
import { touchesOf } from "../../../shared/log/touches.ts";
import { coverages } from "../../../shared/metrics/coverages.ts";
import { deliveries } from "../../../shared/metrics/deliveries.ts";
import { losses } from "../../../shared/metrics/losses.ts";
import { reasons } from "../../../shared/metrics/reasons.ts";
import { referrals } from "../../../shared/metrics/referrals.ts";
import { replies } from "../../../shared/metrics/replies.ts";
import { researches } from "../../../shared/metrics/researches.ts";
import { satisfactions } from "../../../shared/metrics/satisfactions.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf, paths, pathsIn } from "../../moves.ts";
import { offers, pipelineOf } from "../../pipelines.ts";

const sales = pipelineOf(
  "Sales",
  "Proposal > Processing:won > Delivery:won > Loop:won | Waiting | Lost:lost",
);

/** Day 0 is the first of January 2026, and as of is day 20. */
function delivered(deadline: string, line: string, period = {}) {
  const deadlines = new Map([["ada", parseDay(deadline)]]);
  return deliveries(sales, pathsIn(sales, 20, [line]), { stage: "delivery", deadlines, ...period });
}

test("news counts as context while it is not older than 90 days and says from when it is", () => {
  const parts = [
    { name: "News", anyOf: ["news"], dated: "news_on" },
    { name: "A way to reach them", anyOf: ["mail", "phone"] },
  ];
  const today = parseDay("2026-04-01");
  const told = researches(
    [
      { news: "moved", news_on: "2026-01-01", phone: "1" },
      { news: "moved", news_on: "2025-12-31", mail: "a@b.example", phone: "1" },
      { news: "moved" },
    ],
    { parts, today },
  );
  // 1 of 3 news and 2 of 3 ways: half of the six.
  expect(told).toEqual({
    n: 3,
    share: 0.5,
    parts: [
      { name: "News", known: 1 },
      { name: "A way to reach them", known: 2 },
    ],
  });
  expect(researches([], { parts, today })).not.toHaveProperty("share");
});

test("a no is a reply; one that is told twice, or undone, or outside of the period is none", () => {
  const reply = (kind: "reply-no" | "reply-yes", day: number, id: string) =>
    entryOf({ record: "ada", kind, at: dayMoment(day), id });
  const log = [
    reply("reply-no", 1, "a"),
    reply("reply-no", 1, "a"),
    reply("reply-yes", 2, "b"),
    reply("reply-yes", 9, "c"),
    reply("reply-yes", 3, "d"),
    entryOf({ record: "ada", kind: "undone", at: dayMoment(4), data: { of: "d" } }),
    entryOf({ record: "ada", kind: "call", at: dayMoment(2) }),
  ];
  const asOf = dayMoment(20);
  expect(replies(log, { asOf })).toEqual({ yes: 2, no: 1, later: 0, all: 3, records: 1 });
  expect(replies(log, { asOf, to: parseDay("2026-01-10") }).all).toBe(2);
});

test.each([
  ["on the day itself is in time", "2026-01-06", "ada: Proposal Processing@2 Delivery@5.9", "inTime"],
  ["a day after is late", "2026-01-06", "ada: Proposal Processing@2 Delivery@6", "late"],
  ["skipped is delivered with the stage after it", "2026-01-06", "ada: Processing@2 Loop@5", "inTime"],
  ["not yet there, and the day is over", "2026-01-20", "ada: Processing@2", "late"],
  ["not yet there, on the last day", "2026-01-21", "ada: Processing@2", "pending"],
  ["beside the line it is still to come", "2026-01-21", "ada: Processing@2 Waiting", "pending"],
])("a delivery: %s", (_, deadline, line, fate) => {
  expect(delivered(deadline, line)).toMatchObject({ inTime: 0, late: 0, pending: 0, [fate]: 1 });
});

test.each([
  ["not yet begun", "ada: Proposal@2"],
  ["given up before", "ada: Processing@2 Lost"],
  ["removed before", "ada: Processing@2 removed"],
  ["without a deadline", "bob: Processing@2 Delivery"],
])("%s is neither in time nor late", (_, line) => {
  expect(delivered("2026-01-06", line)).toEqual({ inTime: 0, late: 0, pending: 0 });
});

// Delivered on the 4th; what is open became late on the 7th.
test("with a period, deliveries count by when they came or became late", () => {
  const line = "ada: Processing@2 Delivery@3";
  expect(delivered("2026-01-06", line, { from: parseDay("2026-01-05") }).inTime).toBe(0);
  expect(delivered("2026-01-06", line, { to: parseDay("2026-01-05") }).inTime).toBe(1);
  expect(delivered("2026-01-06", "ada: Processing@2", { to: parseDay("2026-01-07") }).late).toBe(0);
  expect(delivered("2026-01-06", "ada: Processing@2", { from: parseDay("2026-01-07") }).late).toBe(1);
});

test("a mark outside of 1 to 5, or no number, is no mark", () => {
  expect(satisfactions([5, 2, 0, 6, "4", undefined])).toEqual({ n: 2, mean: 3.5 });
  expect(satisfactions([])).toEqual({ n: 0 });
});

test("touched within 31 days counts, of those who stand in the stage now", () => {
  const touches = touchesOf(
    [
      entryOf({ record: "ada", kind: "call", at: dayMoment(69) }),
      entryOf({ record: "bob", kind: "call", at: dayMoment(68.9) }),
      entryOf({ record: "dan", kind: "call", at: dayMoment(99) }),
    ],
    dayMoment(100),
  );
  const story = paths("ada: Lead Won", "bob: Lead Won", "cyd: Lead Won", "dan: Lead", "eve: Won removed");
  expect(coverages(story, { stage: "won", touches })).toMatchObject({ n: 3, touched: 1, rate: 1 / 3 });
});

test("referrers are counted by name, the one with most records first", () => {
  const referrers = new Map([
    ["ada", "Zoe"],
    ["bob", "Yan"],
    ["cyd", "yan"],
    ["dan", " "],
  ]);
  const story = paths("ada: Lead@0 Won", "bob: Lead@0", "cyd: Lead@5", "dan: Lead@0", "eve: Lead@0");
  expect(referrals(offers, story, { referrers })).toEqual([
    { referrer: "Yan", records: 2, won: 0 },
    { referrer: "Zoe", records: 1, won: 1 },
  ]);
  expect(referrals(offers, story, { referrers, from: parseDay("2026-01-03") })).toEqual([
    { referrer: "yan", records: 1, won: 0 },
  ]);
});

test("age and stage at loss are those of records that are lost now and never were won", () => {
  const story = paths(
    "ada: Lead@0 Offer@3 Lost@10",
    "bob: Lead@0 Offer@3 Lost@20",
    "cyd: Lead@0 Won@3 Lost@20",
    "dan: Lead@0 Lost@3 Lead@5",
    "eve: Lost@7",
  );
  expect(losses(offers, story, {})).toEqual({
    lost: 3,
    medianDays: 10,
    stages: [
      { stage: "offer", lost: 2, medianDays: 15 },
      { lost: 1, medianDays: 0 },
    ],
  });
});

test("reasons are counted whatever their case, and what nobody said comes last", () => {
  const told = new Map([
    ["ada", "Price"],
    ["bob", "Nobody answered"],
    ["cyd", "nobody  answered"],
    ["fay", "Trust"],
  ]);
  const lost = ["ada", "bob", "cyd", "dan", "eve", "gus"].map((record) => `${record}: Lead Lost`);
  const story = paths(...lost, "fay: Lead Won");
  expect(reasons(offers, story, { fate: "lost", told })).toEqual([
    { reason: "Nobody answered", records: 2 },
    { reason: "Price", records: 1 },
    { reason: "", records: 3 },
  ]);
  expect(reasons(offers, story, { fate: "won", told })).toEqual([{ reason: "Trust", records: 1 }]);
});
