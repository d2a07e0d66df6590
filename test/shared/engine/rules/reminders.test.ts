// Rules that remind: a series of follow-ups that a reply ends, what comes again and again in a stage, and what a planned
// next step stands before.

import { expect, test } from "vitest";
import { ruledFacts, ruledWorld, runAt } from "./ruled-board.ts";

function followUp(days: number) {
  return {
    name: `Day ${days}`,
    when: `${days} days after E-mail out`,
    whileIn: ["Lead", "Offer"],
    does: `remind owner: day ${days}`,
    until: "a reply or a move",
  };
}

function written(rules = [followUp(2), followUp(4), followUp(7)]) {
  const world = ruledWorld(rules);
  world.add({ Name: "ada" });
  runAt(world, "2026-11-02T09:00");
  world.edit("ada", { Log: "E-mail out" });
  runAt(world, "2026-11-02T10:00");
  return world;
}

const SERIES = ["11-04T00:00 remind: day 2", "11-06T00:00 remind: day 4", "11-09T00:00 remind: day 7"];

test("an e-mail that nobody answers is followed up on the 2nd, 4th and 7th day, then no more", () => {
  const world = written();
  for (let day = 3; day <= 20; day++) runAt(world, `2026-11-${String(day).padStart(2, "0")}T08:00`);
  expect(ruledFacts(world)).toEqual(SERIES);
});

test("an attempt that is itself an e-mail does not begin the series anew", () => {
  const world = written();
  runAt(world, "2026-11-04T08:00");
  world.edit("ada", { Log: "E-mail out" });
  runAt(world, "2026-11-04T09:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual(SERIES);
});

test("a reply ends the series, and the next e-mail begins another", () => {
  const world = written();
  runAt(world, "2026-11-04T08:00");
  world.edit("ada", { Log: "Reply: later" });
  runAt(world, "2026-11-05T09:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual(SERIES.slice(0, 1));
  world.edit("ada", { Log: "E-mail out" });
  runAt(world, "2026-11-20T09:00");
  runAt(world, "2026-11-23T09:00");
  expect(ruledFacts(world)).toEqual([...SERIES.slice(0, 1), "11-22T00:00 remind: day 2"]);
});

test("a move ends the series", () => {
  const world = written();
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-03T09:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual([]);
});

test("whoever writes first and moves the record on that day has begun the series", () => {
  const world = written([{ ...followUp(2), whileIn: ["Offer"] }]);
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-02T17:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual(SERIES.slice(0, 1));
});

test("what was written on another day, before the record came to where the rule works, begins none", () => {
  const world = written([{ ...followUp(2), whileIn: ["Offer"] }]);
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-03T09:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual([]);
});

test("a next step that somebody planned beyond that day comes before the reminder", () => {
  const world = written();
  world.edit("ada", { "Next step": "meet at the fair", "Next step on": "2026-11-06" });
  runAt(world, "2026-11-03T09:00");
  runAt(world, "2026-11-20T08:00");
  expect(ruledFacts(world)).toEqual(SERIES.slice(1));
});

test("every meeting is followed up, a day after it by the clock", () => {
  const world = ruledWorld([
    { name: "Meet", when: "24 hours after Meeting", does: "remind owner: follow up" },
  ]);
  world.add({ Name: "ada", Log: "Meeting" });
  runAt(world, "2026-11-02T15:20");
  world.edit("ada", { Log: "Meeting" });
  runAt(world, "2026-11-03T10:00");
  runAt(world, "2026-11-09T10:00");
  expect(ruledFacts(world)).toEqual(["11-03T15:20 remind: follow up", "11-04T10:00 remind: follow up"]);
});

test("what comes every few days comes as long as the record stays, and after an outage each at its day", () => {
  const world = ruledWorld([{ name: "Nudge", when: "every 5 days in Offer", does: "remind owner: ask" }]);
  world.add({ Name: "ada" });
  runAt(world, "2026-11-01T09:00");
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-02T09:00");
  runAt(world, "2026-11-13T09:00");
  expect(ruledFacts(world)).toEqual(["11-07T00:00 remind: ask", "11-12T00:00 remind: ask"]);
  world.edit("ada", { Stage: "Done" });
  runAt(world, "2026-11-14T09:00");
  runAt(world, "2026-11-30T09:00");
  expect(ruledFacts(world)).toHaveLength(2);
});

test("a rule that names no stage lets lost records rest", () => {
  const world = ruledWorld([
    { name: "Meet", when: "24 hours after Meeting", does: "remind owner: follow up" },
  ]);
  world.add({ Name: "ada", Log: "Meeting" });
  runAt(world, "2026-11-02T15:00");
  world.edit("ada", { Stage: "Lost" });
  runAt(world, "2026-11-02T16:00");
  runAt(world, "2026-11-09T10:00");
  expect(ruledFacts(world)).toEqual([]);
});

test("a rule that is about the lost reminds of them", () => {
  const why = {
    name: "Why",
    when: "1 working day after entering Lost",
    whileIn: ["Lost"],
    does: "remind owner: ask why",
  };
  const world = ruledWorld([why]);
  world.add({ Name: "ada" });
  runAt(world, "2026-11-02T15:00");
  world.edit("ada", { Stage: "Lost" });
  runAt(world, "2026-11-02T16:00");
  runAt(world, "2026-11-09T10:00");
  expect(ruledFacts(world)).toEqual(["11-04T00:00 remind: ask why"]);
});

test("a stage that is entered tells at once, by whatever way it is entered", () => {
  const world = ruledWorld([{ name: "Tell", when: "enters Offer", does: "notify Store; remind owner: go" }]);
  world.add({ Name: "ada", Stage: "Offer" });
  runAt(world, "2026-11-02T15:00");
  expect(ruledFacts(world)).toEqual(["11-02T15:00 notify: Tell: enters Offer", "11-02T15:00 remind: go"]);
  expect(world.run().changes).toEqual([]);
});

test("a reply may move the record, and where it goes tells in turn", () => {
  const world = ruledWorld([
    { name: "No", when: "Reply: no logged", does: "move to Lost" },
    { name: "Ask", when: "enters Lost", does: "remind owner: ask why" },
  ]);
  world.add({ Name: "ada" });
  runAt(world, "2026-11-02T15:00");
  world.edit("ada", { Log: "Reply: no" });
  runAt(world, "2026-11-02T16:00");
  expect(world.cell("ada", "Stage")).toBe("Lost");
  expect(ruledFacts(world)).toEqual(["11-02T16:00 lead > lost", "11-02T16:00 remind: ask why"]);
  expect(world.run().changes).toEqual([]);
});

test("two rules that send a record back and forth stop after a move each", () => {
  const world = ruledWorld([
    { name: "There", when: "enters Offer", does: "move to Wait" },
    { name: "Back", when: "enters Wait", does: "move to Offer" },
  ]);
  world.add({ Name: "ada", Stage: "Offer" });
  runAt(world, "2026-11-02T15:00");
  expect(ruledFacts(world)).toEqual(["11-02T15:00 offer > wait", "11-02T15:00 wait > offer"]);
  expect(world.run().changes).toEqual([]);
});
