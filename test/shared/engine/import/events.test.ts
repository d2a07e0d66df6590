// Files of events: each line one record entering one stage.

import { expect, test } from "vitest";
import { dealsWorld } from "../deals.ts";
import { fileOf, importInto } from "./imports.ts";

const events = { events: { case: "case", stage: "stage", at: "at" } };

test("the lines of a case are one record, in the order of their times", () => {
  const world = dealsWorld();
  const file = fileOf(
    "case,stage,at",
    "A1,Offer,2017-03-02T10:00",
    "A1,Lead,2017-03-01T09:00",
    "A2,Lead,2017-03-01",
  );
  const { added } = importInto(world, file, events);
  expect(added).toBe(2);
  expect(world.story("A1").slice(0, 2)).toEqual(["created lead", "moved lead > offer"]);
  expect(world.cell("A1", "Stage")).toBe("Offer");
});

test("events that repeat the stage change nothing, and are counted", () => {
  const world = dealsWorld();
  const file = fileOf("case,stage,at", "A1,Lead,2017-03-01", "A1,Lead,2017-03-02");
  const { notes } = importInto(world, file, events);
  expect(notes).toContain("1 event repeats the stage in which its record is; it changes nothing");
});

test("a stage that is entered again is a visit of its own", () => {
  const world = dealsWorld();
  const file = fileOf("case,stage,at", "A1,Lead,2017-03-01", "A1,Parked,2017-03-02", "A1,Lead,2017-03-03");
  importInto(world, file, events);
  expect(world.story("A1")).toEqual(["created lead", "moved lead > parked", "moved parked > lead"]);
});

test("importing the events again changes nothing, also later", () => {
  const world = dealsWorld();
  const file = fileOf("case,stage,at", "A1,Lead,2017-03-01", "A1,Won,2017-03-01", "A1,Loop,2017-03-05");
  importInto(world, file, events);
  world.waitUntil("2027-05-01T10:00:00Z");
  expect(importInto(world, file, events).changes).toEqual([]);
});

test("later events move the record on from where it is", () => {
  const world = dealsWorld();
  importInto(world, fileOf("case,stage,at", "A1,Lead,2017-03-01"), events);
  importInto(
    world,
    fileOf("case,stage,at", "A1,Lead,2017-03-01", "A1,Won,2017-04-01", "A1,Loop,2017-05-01"),
    events,
  );
  expect(world.story("A1")).toEqual(["created lead", "moved lead > won", "moved won > loop"]);
});

test("an event without a case, a stage or a time is left out, and said at its line", () => {
  const world = dealsWorld();
  const file = fileOf("case,stage,at", ",Lead,2017-03-01", "A1,,2017-03-01", "A1,Lead,", "A1,Lead,soon");
  const { problems, added } = importInto(world, file, events);
  expect(added).toBe(0);
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 5]);
});

test("events of stages that the board lacks are left out by skip, and counted", () => {
  const world = dealsWorld();
  const file = fileOf("case,stage,at", "A1,Lead,2017-03-01", "A1,Frozen,2017-03-02");
  const { notes } = importInto(world, file, { ...events, others: "skip" });
  expect(notes).toContain("1 line names a stage that the board lacks and was left out");
  expect(world.cell("A1", "Stage")).toBe("Lead");
});
