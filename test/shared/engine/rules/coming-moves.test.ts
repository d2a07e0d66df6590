// What the book says of its own next moves: from the morning of the day before, and on the Dashboard and in the report.

import { expect, test } from "vitest";
import type { RulePlan } from "../../../../shared/definition/templates/template.ts";
import { comingActs, comingMoves } from "../../../../shared/engine/rules/coming-moves.ts";
import { refreshDashboard } from "../../../../shared/report/dashboard/refresh-dashboard.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { textReport } from "../../../../shared/report/text-report.ts";
import { parseMoment, utc } from "../../../../shared/value/moment.ts";
import { ruledWorld, runAt } from "./ruled-board.ts";

const late: RulePlan = {
  name: "Late",
  when: "5 working days after entering Offer",
  whileIn: ["Offer"],
  does: "move to Lost",
  until: "a reply",
};

const SENTENCE =
  'moves to "Lost" on 2026-11-28 unless a reply comes in: Late: 5 working days after entering Offer';

function offered(practice = false) {
  const world = ruledWorld([late], { practice });
  world.add({ Name: "ada", Owner: "Bea" });
  runAt(world, "2026-11-20T08:00");
  world.edit("ada", { Stage: "Offer" });
  runAt(world, "2026-11-20T08:30");
  return world;
}

test("a move by deadline is announced until the end of the day before, and not earlier", () => {
  const world = offered();
  expect(comingMoves(runAt(world, "2026-11-25T23:59").book)).toEqual([]);
  const [coming, ...others] = comingMoves(runAt(world, "2026-11-27T18:00").book);
  expect(others).toEqual([]);
  expect(coming).toMatchObject({
    board: "Jobs",
    name: "ada",
    stage: "Offer",
    owner: "Bea",
    sentence: SENTENCE,
  });
  expect(comingMoves(runAt(world, "2026-11-30T09:00").book)).toEqual([]);
});

test("a reply takes the announcement back", () => {
  const world = offered();
  world.edit("ada", { Log: "Reply: later" });
  expect(comingMoves(runAt(world, "2026-11-27T18:00").book)).toEqual([]);
});

test("a book that practises says that it would move the record", () => {
  const [coming] = comingMoves(runAt(offered(true), "2026-11-27T18:00").book);
  expect(coming?.sentence).toMatch(/^would move to "Lost" on 2026-11-28/);
});

test("the report and the Dashboard of that day show it", () => {
  const world = offered();
  const now = parseMoment("2026-11-27T18:00:00Z");
  const { report } = reportFromTables(world.tables(), { asOf: now, zone: utc });
  expect(report.coming?.map(({ sentence }) => sentence)).toEqual([SENTENCE]);
  expect(textReport(report)).toContain("Moves by itself until tomorrow");
  const { changes } = refreshDashboard(world.tables(), { now, zone: utc });
  expect(JSON.stringify(changes)).toContain("Late: 5 working days after entering Offer");
});

test("what will be sent and reminded of is foretold with what it asks for, until it was done", () => {
  const nudge: RulePlan = {
    name: "Nudge",
    when: "3 days after entering Offer",
    whileIn: ["Offer"],
    does: "remind owner: ask {{Name}} about the offer",
  };
  const world = ruledWorld([nudge]);
  world.add({ Name: "ada", Owner: "Bea", Stage: "Offer" });
  runAt(world, "2026-11-20T08:00");
  const told = (at: string) => comingActs(runAt(world, at).book).messages.map(({ sentence }) => sentence);
  expect(told("2026-11-20T09:00")).toEqual([]);
  expect(told("2026-11-21T09:00")).toEqual(["reminds the owner: ask ada about the offer"]);
  expect(told("2026-11-23T09:00")).toEqual([]);
});
