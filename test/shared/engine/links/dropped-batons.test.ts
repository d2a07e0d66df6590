// A hand-over that nobody takes up is told: to whoever handed over, as long as nothing was done about it.

import { expect, test } from "vitest";
import { droppedBatons } from "../../../../shared/engine/links/dropped-batons.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { accountsWorld, make, startAnew } from "./turns.ts";

// The deal is made on Monday 2 November; Thursday the 5th is its third working day.
const WEDNESDAY = "2026-11-04T23:00:00Z";
const THURSDAY = "2026-11-05T12:00:00Z";

function dealt(): World {
  const world = accountsWorld({ practice: true });
  make(world, "Acme", "Sales");
  return world;
}

function dropped(world: World, asOf = THURSDAY): readonly string[] {
  const { definition } = world.look();
  return droppedBatons(world.log(), { definition, asOf: parseMoment(asOf) }).map(
    ({ board, name, stage, to, why, days }) => `${board} ${name} (${stage}) > ${to.board}: ${why} ${days}`,
  );
}

test("a deal that nobody touches for more than two working days is a dropped one", () => {
  const world = dealt();
  expect(dropped(world, WEDNESDAY)).toEqual([]);
  expect(dropped(world)).toEqual(["prospecting Acme (active_opportunity) > sales: untouched 3"]);
});

test.each([
  ["a move", { Stage: "Initial Outreach" }],
  ["a call", { Log: "Call" }],
  ["a hand-over", { Log: "Hand over", "Log note": "Bo" }],
])("%s takes it up", (_what, cells) => {
  const world = dealt();
  world.edit("Acme", cells, "Sales");
  world.run();
  expect(dropped(world)).toEqual([]);
});

test("a deal whose row is gone is dropped at once, until the account goes on or has another deal", () => {
  const world = dealt();
  world.deleteRow("Acme", "Sales");
  world.run();
  expect(dropped(world, WEDNESDAY)).toEqual(["prospecting Acme (active_opportunity) > sales: gone 2"]);
  startAnew(world, "Acme");
  expect(dropped(world)).toEqual([]);
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Acme"]);
  expect(dropped(world, WEDNESDAY)).toEqual([]);
});

test("a deal that was lost before its row went is no dropped one", () => {
  const world = dealt();
  world.edit("Acme", { Stage: "Lost" }, "Sales");
  world.run();
  world.deleteRow("Acme", "Sales");
  world.run();
  expect(dropped(world)).toEqual([]);
});

test("an account that is not to be worked any more waits for nothing", () => {
  const world = dealt();
  world.edit("Acme", { Stage: "Bad Fit", Log: "Reopen" });
  world.run();
  expect(dropped(world)).toEqual([]);
});

test("a deal that somebody made by hand was handed over by nobody", () => {
  const world = accountsWorld({ practice: true });
  world.add({ Name: "Deal" }, "Sales");
  world.run();
  world.edit("Acme", { Opportunity: "Deal" });
  world.run();
  expect(dropped(world)).toEqual([]);
});
