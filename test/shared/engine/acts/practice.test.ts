// Practice and live, switched as if somebody had typed it.

import { expect, test } from "vitest";
import { practiceChanges } from "../../../../shared/engine/acts/practice.ts";
import type { World } from "../../../world.ts";
import { openWorld } from "../../../world.ts";
import { dealsPipeline, dealsWorld, worldWith } from "../deals.ts";

function switchTo(world: World, practice: boolean): string {
  const { changes, sentence } = practiceChanges(world.tables(), { practice });
  world.apply(changes);
  world.run();
  return sentence;
}

test("a book that practises leaves a move that is missing something; live, it goes back", () => {
  const world = worldWith("Ada", "Bob");
  expect(switchTo(world, true)).toMatch(/^Practice is on: /);
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Offer");
  expect(switchTo(world, false)).toMatch(/^This book is live: /);
  world.edit("Bob", { Stage: "Offer" });
  world.run();
  expect(world.cell("Bob", "Stage")).toBe("Lead");
});

test("a book that is so already is not written", () => {
  const world = worldWith("Ada");
  expect(practiceChanges(world.tables(), { practice: false }).changes).toEqual([]);
  const practising = dealsWorld({ practice: true });
  expect(practiceChanges(practising.tables(), { practice: true }).changes).toEqual([]);
});

test("the rows of other boards follow the first", () => {
  const world = openWorld({ boards: { Deals: dealsPipeline, Jobs: { ...dealsPipeline, name: "Jobs" } } });
  world.run();
  switchTo(world, true);
  expect([world.cell("Deals", "Practice", "Pipelines"), world.cell("Jobs", "Practice", "Pipelines")]).toEqual(
    ["yes", "yes"],
  );
  expect(world.run().changes).toEqual([]);
});
