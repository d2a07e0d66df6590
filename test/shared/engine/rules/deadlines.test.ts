// Rules that move a record when time is over: in hours, days and working days, from an entry or a day in a field, across
// the stages that the rule names; once, at their time, however late somebody looks.

import { expect, test } from "vitest";
import type { RulePlan } from "../../../../shared/definition/templates/template.ts";
import { parseDay } from "../../../../shared/value/day.ts";
import type { WorldPlan } from "../../../world.ts";
import { ruledFacts, ruledWorld, runAt } from "./ruled-board.ts";

const late = {
  name: "Late",
  when: "5 working days after entering Offer",
  whileIn: ["Offer", "Wait"],
  does: "move to Lost",
  until: "a reply",
};

function offered(rules: readonly RulePlan[] = [late], plan: Partial<WorldPlan> = {}) {
  const world = ruledWorld(rules, plan);
  world.add({ Name: "ada" });
  runAt(world, "2026-11-20T08:00");
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-20T08:30");
  return world;
}

test("five working days from a Friday are over with the Friday after, and the move is told at that time", () => {
  const world = offered();
  runAt(world, "2026-11-27T23:59");
  expect(world.cell("ada", "Stage")).toBe("Offer");
  runAt(world, "2026-11-30T09:00");
  expect(world.cell("ada", "Stage")).toBe("Lost");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 offer > lost"]);
  const [move] = world.log().filter(({ kind, knownBy }) => kind === "moved" && knownBy === "rule");
  expect(move?.note).toBe("Late: 5 working days after entering Offer");
  expect(move?.who).toBe("Stageline");
});

test("holidays are no working days", () => {
  const world = offered([late], { holidays: [parseDay("2026-11-25")] });
  runAt(world, "2026-11-30T09:00");
  expect(ruledFacts(world)).toEqual([]);
  runAt(world, "2026-12-01T09:00");
  expect(ruledFacts(world)).toEqual(["12-01T00:00 offer > lost"]);
});

test("the clock runs on in the other stages that the rule names, and stops where it names none", () => {
  const world = offered();
  world.edit("ada", { Stage: "Wait" });
  runAt(world, "2026-11-26T09:00");
  runAt(world, "2026-11-30T09:00");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 wait > lost"]);
  const gone = offered();
  gone.edit("ada", { Stage: "Done" });
  runAt(gone, "2026-11-26T09:00");
  runAt(gone, "2026-11-30T09:00");
  expect(ruledFacts(gone)).toEqual([]);
});

test("whoever answered is never moved by a deadline that a reply ends, however late it is looked at", () => {
  const world = offered();
  world.edit("ada", { Log: "Reply: later" });
  runAt(world, "2026-11-29T09:00");
  runAt(world, "2026-12-30T09:00");
  expect(ruledFacts(world)).toEqual([]);
});

test("a reply before the record entered the stage ends nothing", () => {
  const world = ruledWorld([late]);
  world.add({ Name: "ada", Log: "Reply: yes" });
  runAt(world, "2026-11-19T08:00");
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-20T08:30");
  runAt(world, "2026-11-30T09:00");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 offer > lost"]);
});

test("Undo of such a move suspends the rule for that stay, and the next stay has its own deadline", () => {
  const world = offered();
  runAt(world, "2026-11-30T09:00");
  world.edit("ada", { Log: "Undo" });
  runAt(world, "2026-11-30T10:00");
  expect(world.cell("ada", "Stage")).toBe("Offer");
  runAt(world, "2026-12-30T09:00");
  expect(world.cell("ada", "Stage")).toBe("Offer");
  world.edit("ada", { Stage: "Lead" });
  runAt(world, "2026-12-30T10:00");
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-12-31T10:00");
  runAt(world, "2027-01-20T09:00");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 offer > lost", "01-08T00:00 offer > lost"]);
});

test("what is due at several times after an outage is done in that order, each at its time", () => {
  const back = { name: "Back", when: "3 days after entering Lost", whileIn: ["Lost"], does: "move to Wait" };
  const world = offered([late, back]);
  runAt(world, "2026-12-20T09:00");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 offer > lost", "12-02T00:00 lost > wait"]);
  expect(world.run().changes).toEqual([]);
});

test("a move beside a deadline that a person made later is not put before it", () => {
  const world = offered();
  world.edit("ada", { Stage: "Wait" });
  // Nobody looked while the deadline passed, and the person came after it.
  runAt(world, "2026-11-29T12:00");
  expect(ruledFacts(world)).toEqual(["11-29T12:00 wait > lost"]);
  expect(world.log().map(({ data }) => data["due"])).toContain("2026-11-28T00:00:00+00:00");
});

test("plain days let the last one pass before they move, and hours count by the clock", () => {
  const days = { ...late, when: "2 days after entering Offer" };
  const hours = { ...late, when: "36 hours after entering Offer" };
  const [slow, quick] = [offered([days]), offered([hours])];
  for (const world of [slow, quick]) runAt(world, "2026-11-25T09:00");
  expect(ruledFacts(slow)).toEqual(["11-23T00:00 offer > lost"]);
  expect(ruledFacts(quick)).toEqual(["11-21T20:30 offer > lost"]);
});

test("a deadline from the day in a field follows the day when it is changed", () => {
  const slip = { name: "Slip", when: "5 days after Event on", whileIn: ["Offer"], does: "move to Lost" };
  const world = offered([slip]);
  world.edit("ada", { "Event on": "2026-11-24" });
  runAt(world, "2026-11-20T09:00");
  world.edit("ada", { "Event on": "2026-11-30" });
  runAt(world, "2026-11-25T09:00");
  runAt(world, "2026-12-05T12:00");
  expect(ruledFacts(world)).toEqual([]);
  runAt(world, "2026-12-06T00:00");
  expect(ruledFacts(world)).toEqual(["12-06T00:00 offer > lost"]);
});

test("a day that was over when it was typed moves the record after one whole day more", () => {
  const slip = { name: "Slip", when: "5 days after Event on", whileIn: ["Offer"], does: "move to Lost" };
  const world = offered([slip]);
  world.edit("ada", { "Event on": "2026-10-01" });
  runAt(world, "2026-11-20T09:00");
  runAt(world, "2026-11-21T23:00");
  expect(ruledFacts(world)).toEqual([]);
  runAt(world, "2026-11-22T00:00");
  expect(ruledFacts(world)).toEqual(["11-22T00:00 offer > lost"]);
});

test("a book that practises closes nothing by itself: it asks to", () => {
  const world = offered([late], { practice: true });
  runAt(world, "2026-11-30T09:00");
  expect(world.cell("ada", "Stage")).toBe("Offer");
  expect(ruledFacts(world)).toEqual([
    '11-28T00:00 remind: Late: 5 working days after entering Offer; while the book practises, move it to "Lost" yourself',
  ]);
});

test("conditions are asked when the rule acts", () => {
  const unpaid = { ...late, onlyIf: "Paid is empty or Paid is no" };
  const world = offered([unpaid]);
  world.edit("ada", { Paid: "yes" });
  runAt(world, "2026-11-26T09:00");
  runAt(world, "2026-11-30T09:00");
  expect(ruledFacts(world)).toEqual([]);
  world.edit("ada", { Paid: "no" });
  runAt(world, "2026-11-30T10:00");
  expect(ruledFacts(world)).toEqual(["11-28T00:00 offer > lost"]);
});

test("the row says why the book moved it, until somebody moves it on", () => {
  const world = offered();
  runAt(world, "2026-11-30T09:00");
  expect(world.cell("ada", "Status note")).toBe("Late: 5 working days after entering Offer");
  world.edit("ada", { Log: "Reopen" });
  runAt(world, "2026-11-30T10:00");
  expect(world.cell("ada", "Status note")).toBeNull();
});
