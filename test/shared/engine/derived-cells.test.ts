// Since, Due and Score, and the milestones behind the score.

import { expect, test } from "vitest";
import { parseDay, serialFromDay } from "../../../shared/value/day.ts";
import { dealsWorld, worldWith } from "./deals.ts";

function serial(day: string) {
  return { serial: serialFromDay(parseDay(day)) };
}

test("Since is the day on which the record entered its stage", () => {
  const world = worldWith("Ada");
  expect(world.cell("Ada", "Since")).toEqual(serial("2026-11-02"));
  world.waitUntil("2026-11-04T10:00:00Z");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.cell("Ada", "Since")).toEqual(serial("2026-11-04"));
});

test("Due counts working days from the day after entering", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5 });
  world.run();
  expect(world.cell("Ada", "Due")).toEqual(serial("2026-11-09"));
});

test("Due steps over days off", () => {
  const world = dealsWorld({ holidays: [parseDay("2026-11-05"), parseDay("2026-11-09")] });
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5 });
  world.run();
  expect(world.cell("Ada", "Due")).toEqual(serial("2026-11-11"));
});

test("a stage without a limit has no Due", () => {
  expect(worldWith("Ada").cell("Ada", "Due")).toBe(null);
});

test("Due goes when the record moves to a stage without a limit", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5 });
  world.run();
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.cell("Ada", "Due")).toBe(null);
});

test("wiped engine cells come back", () => {
  const world = worldWith("Ada");
  const before = world.row("Ada");
  world.edit("Ada", {
    Since: null,
    Score: null,
    "Status note": "mine",
    Memory: null,
    Fingerprint: null,
  });
  world.run();
  expect(world.row("Ada")).toEqual({ ...before, "Status note": null });
});

test("a milestone by stage counts once, however often the stage is entered", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5 });
  world.run();
  for (const stage of ["Parked", "Offer"]) {
    world.edit("Ada", { Stage: stage });
    world.run();
  }
  expect(world.story("Ada").filter((line) => line.startsWith("milestone"))).toEqual(["milestone offered"]);
  expect(world.cell("Ada", "Score")).toBe(5);
});

test("a stage that was passed over earns no milestone", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Won" });
  world.run();
  expect(world.cell("Ada", "Score")).toBe(0);
});

test("a milestone by field counts when the field says yes, and stays when it says no again", () => {
  const world = worldWith("Ada");
  for (const [answer, score] of [
    ["no", 0],
    ["yes", 3],
    ["no", 3],
    ["yes", 3],
  ] as const) {
    world.edit("Ada", { Signed: answer });
    world.run();
    expect(world.cell("Ada", "Score")).toBe(score);
  }
  expect(world.story("Ada").filter((line) => line.startsWith("milestone"))).toEqual(["milestone signed"]);
});

test("a milestone by activity counts with the first one, at its time", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Call" });
  const { entries } = world.run();
  world.edit("Ada", { Log: "Call" });
  world.run();
  expect(entries.map(({ kind, at }) => [kind, at.slice(0, 16)])).toEqual([
    ["call", "2026-11-02T10:00"],
    ["milestone", "2026-11-02T10:00"],
  ]);
  expect(world.cell("Ada", "Score")).toBe(2);
});

test("Score adds up the points of all milestones", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5, Signed: "yes", Log: "Call" });
  world.run();
  expect(world.cell("Ada", "Score")).toBe(10);
});
