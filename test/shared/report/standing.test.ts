// What stands and what comes, told of one small board: Lead has no limit, Offer one of five working days. Day 0 is
// Thursday 1 January 2026, and the report is made on day 100, Saturday 11 April.

import { expect, test } from "vitest";
import type { Pipeline } from "../../../shared/definition/pipeline.ts";
import type { EntryKind } from "../../../shared/log/entry.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { type BoardReportInput, boardReport } from "../../../shared/report/board-report.ts";
import type { RecordRow } from "../../../shared/report/record-row.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { money } from "../../../shared/value/money.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

const limited: Pipeline = {
  ...offers,
  stages: offers.stages.map((stage) =>
    stage.id === "offer" ? { ...stage, limitDays: 5, winProbability: 0.5 } : stage,
  ),
};

const story = moves(
  "ada: Lead@10 Offer@90",
  "bob: Lead@80 Offer@98",
  "cyd: Lead@95",
  "dan: Lead@20 Won@97",
  "eve: Lead@5 Lost@60",
);

const rowOf = (owner: string, rest: Partial<RecordRow> = {}): RecordRow => ({
  ...{ name: "", owner, nextStep: "" },
  ...rest,
});

const rows = new Map([
  ["ada", rowOf("Mira", { value: money(100_000, "EUR") })],
  ["bob", rowOf("Jonas", { nextStepOn: parseDay("2026-04-13"), value: money(5, "JPY") })],
  ["cyd", rowOf("", { nextStepOn: parseDay("2026-04-09") })],
  ["dan", rowOf("Mira", { value: money(50_000, "EUR") })],
  ["eve", rowOf("Mira", { value: money(1, "EUR") })],
]);

function report(rest: Partial<BoardReportInput> = {}) {
  const asOf = dayMoment(100);
  const entries = rest.entries ?? story;
  const paths = pathsOf(
    limited.stages.map(({ id }) => id),
    entries,
    asOf,
  );
  return boardReport({ pipeline: limited, board: "Offers", paths, entries, asOf, rows, ...rest });
}

const logged = (record: string, kind: EntryKind, day: number) =>
  entryOf({ record, kind, at: dayMoment(day) });

// Offer since Wednesday 1 April, five working days: Wednesday 8 April was the last, Thursday and Friday are over it.
test("stuck is what is beyond its limit, with the working days, and what comes next", () => {
  expect(report().present.stuck).toEqual([
    {
      ...{ record: "ada", name: "", owner: "Mira", stage: "Offer", days: 10 },
      ...{ overDays: 2, stale: true, nextStep: "" },
    },
  ]);
});

test("nobody owns what is open and names no owner; the lost and the won need none", () => {
  expect(report().present.unassigned.map(({ record }) => record)).toEqual(["cyd"]);
});

test("replies wait by their own time, the longest first, and only of records that somebody may still answer", () => {
  const entries = [
    ...story,
    ...[logged("bob", "reply-yes", 99), logged("ada", "reply-later", 97.5), logged("eve", "reply-no", 50)],
  ];
  expect(report({ entries }).present.unanswered.map(({ record, waits }) => [record, waits])).toEqual([
    ["ada", 2.5],
    ["bob", 1],
  ]);
});

test("winning settles what was asked before, and not what is asked after", () => {
  const waits = (day: number) =>
    report({ entries: [...story, logged("dan", "reply-yes", day)] }).present.unanswered.map(
      ({ record }) => record,
    );
  expect(waits(96)).toEqual([]);
  expect(waits(98)).toEqual(["dan"]);
});

test("each stage tells how many stand there, how many too long, and their worth by currency", () => {
  expect(report().present.stages).toMatchObject([
    { stage: "Lead", now: 1, overLimit: 0, value: [] },
    {
      ...{ stage: "Offer", now: 2, overLimit: 1 },
      value: [
        { amountMinor: 100_000, currency: "EUR", records: 1 },
        { amountMinor: 5, currency: "JPY", records: 1 },
      ],
    },
    { stage: "Won", now: 1, value: [{ amountMinor: 50_000, currency: "EUR", records: 1 }] },
  ]);
});

// Offer since Thursday 9 April: Friday is the first working day, Thursday 16 April the fifth.
test("the week to come holds next steps, the overdue ones too, and the limits that end in it", () => {
  const { steps, limits, unplanned, until } = report().future;
  expect(until).toBe("2026-04-18");
  expect(steps.map(({ record, on }) => [record, on])).toEqual([
    ["cyd", "2026-04-09"],
    ["bob", "2026-04-13"],
  ]);
  expect(limits.map(({ record, due }) => [record, due])).toEqual([["bob", "2026-04-16"]]);
  expect(unplanned).toBe(1);
});

// Lead says nothing of itself and only two that came through are decided. Offer: five of ten believed, none decided.
test("only stages that say how often they are won from are counted on", () => {
  expect(report().future.forecast).toMatchObject({
    records: 2,
    wins: { expected: 1 },
    money: [
      { currency: "EUR", records: 1, expected: 50_000, low: 0, high: 100_000 },
      { currency: "JPY", records: 1, expected: 3 },
    ],
  });
});

test("each person has what lies with them, nobody last", () => {
  expect(report().people).toEqual([
    {
      ...{ person: "Mira", open: 1, due: 0, overdue: 1, untouched: 1, unanswered: 0 },
      ...{ movedOn: 1, won: 1, lost: 1 },
    },
    {
      ...{ person: "Jonas", open: 1, due: 1, overdue: 0, untouched: 0, unanswered: 0 },
      ...{ movedOn: 1, won: 0, lost: 0 },
    },
    {
      ...{ person: "", open: 1, due: 0, overdue: 1, untouched: 0, unanswered: 0 },
      ...{ movedOn: 0, won: 0, lost: 0 },
    },
  ]);
});

test("the past is the last week and the last 90 days, or what was asked for, beside as much before", () => {
  expect(
    report().past.map(({ from, days, entered, won, before }) => [from, days, entered, won, before.entered]),
  ).toEqual([
    ["2026-04-05", 7, 1, 1, 0],
    ["2026-01-12", 90, 3, 1, 2],
  ]);
  const options = { from: parseDay("2026-03-22"), to: parseDay("2026-04-01") };
  expect(report({ options }).past).toMatchObject([
    { from: "2026-03-22", days: 10, entered: 1, movedOn: 0, before: { entered: 0 } },
  ]);
});
