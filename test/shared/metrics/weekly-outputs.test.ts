import { expect, test } from "vitest";
import type { Entry } from "../../../shared/log/entry.ts";
import { weeklyOutputs } from "../../../shared/metrics/weekly-outputs.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf } from "../../moves.ts";
import { offers, pipelineOf } from "../../pipelines.ts";

const plain = pipelineOf("Accounts", "Cold > Working > Live:won | Later:parked | Client:avoid");
const accounts = {
  ...plain,
  stages: plain.stages.map((stage, at) => ({ ...stage, group: at < 2 ? "Bin" : "Out" })),
};

// Day 4 is Monday the fifth of January 2026.
const MONDAY = 4;

function moved(day: number, from: string, to: string, rest: Partial<Entry> = {}): Entry {
  const id = `${rest.who ?? ""}-${day}-${from}-${to}-${rest.record ?? ""}`;
  return entryOf({ record: "acme", kind: "moved", at: dayMoment(day), from, to, who: "Ada", id, ...rest });
}

function outputs(asOfDay: number, log: readonly Entry[], period = {}) {
  return weeklyOutputs(accounts, log, {
    asOf: dayMoment(asOfDay),
    owners: new Map([["acme", "Bo"]]),
    ...period,
  });
}

test("output is what leaves the bins in which one works, by the bin that it comes to", () => {
  const log = [
    moved(MONDAY, "cold", "working"),
    moved(MONDAY + 1, "working", "live"),
    moved(MONDAY + 2, "working", "later"),
    moved(MONDAY + 8, "working", "live"),
    moved(MONDAY + 9, "live", "client"),
    moved(MONDAY + 10, "later", "working"),
  ];
  // Weeks of 2 and 1: a mean of 1.5; each of them has one that went live.
  expect(outputs(MONDAY + 14, log)).toEqual([
    {
      rep: "Ada",
      moved: 3,
      mean: 1.5,
      weeks: [
        { week: "2026-W02", moved: 2 },
        { week: "2026-W03", moved: 1 },
      ],
      bins: [
        { stage: "live", moved: 2, mean: 1 },
        { stage: "later", moved: 1, mean: 0.5 },
      ],
    },
  ]);
});

test("a rule brings nothing forth, and of an unknown hand the owner stands for it", () => {
  const log = [
    moved(MONDAY, "working", "live", { knownBy: "rule", who: "Stageline" }),
    moved(MONDAY, "working", "later", { who: "unknown" }),
    moved(MONDAY, "cold", "later", { who: "unknown", record: "lost" }),
  ];
  expect(outputs(MONDAY + 7, log).map(({ rep, moved }) => [rep, moved])).toEqual([
    ["Bo", 1],
    ["", 1],
  ]);
});

test("a week that is not over counts in no mean, and one without output does", () => {
  const log = [
    moved(MONDAY, "cold", "working"),
    moved(MONDAY + 7, "working", "live"),
    moved(MONDAY + 15, "working", "live"),
  ];
  expect(outputs(MONDAY + 16, log)[0]).toMatchObject({ moved: 2, mean: 0.5 });
  // The end of Sunday is told as its last second.
  expect(outputs(MONDAY + 21 - 1 / 86_400, log)[0]).toMatchObject({ moved: 2, mean: 2 / 3 });
});

test("limits are told from twelve complete weeks on, and the lower one is not below nothing", () => {
  const log = Array.from({ length: 12 }, (_, week) =>
    Array.from({ length: week % 2 === 0 ? 1 : 3 }, (_, at) =>
      moved(MONDAY + 7 * week, "working", "live", { record: `r${week}-${at}` }),
    ),
  ).flat();
  expect(outputs(MONDAY + 83, log)[0]).not.toHaveProperty("high");
  const [told] = outputs(MONDAY + 84, log);
  expect(told).toMatchObject({ mean: 2, low: 0 });
  expect(told?.high).toBeCloseTo(7.32, 10);
});

test("with a period, only whole weeks within it make the mean", () => {
  const log = [moved(MONDAY, "working", "live"), moved(MONDAY + 7, "working", "live")];
  const from = parseDay("2026-01-05");
  expect(outputs(60, log, { from, to: parseDay("2026-01-12") })[0]).toMatchObject({ moved: 1, mean: 1 });
  expect(outputs(60, log, { from: parseDay("2026-01-06"), to: parseDay("2026-01-19") })[0]).toMatchObject({
    moved: 1,
    weeks: [{ week: "2026-W03", moved: 1 }],
  });
});

test("an undone move brought nothing forth, and without groups there is no output", () => {
  const move = moved(MONDAY, "working", "live");
  const undone = entryOf({
    record: "acme",
    kind: "undone",
    at: dayMoment(MONDAY + 1),
    data: { of: move.id },
  });
  expect(outputs(60, [move, undone])).toEqual([]);
  expect(
    weeklyOutputs(offers, [moved(MONDAY, "lead", "won")], { asOf: dayMoment(60), owners: new Map() }),
  ).toEqual([]);
});
