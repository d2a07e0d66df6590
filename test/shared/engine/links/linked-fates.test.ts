// What became of a record is told to the one that it was made from: each end once, and no end before its time.

import { expect, test } from "vitest";
import { fatesOf } from "../../../../shared/engine/links/linked-fates.ts";
import type { World } from "../../../world.ts";
import { accountsWorld, bookOf, make } from "./turns.ts";

function fates(world: World): readonly string[] {
  return fatesOf(bookOf(world)).map(({ board, fate, occurrence, at }) => {
    const entry = world.log().find(({ id }) => id === occurrence);
    return `${board} ${fate} by ${entry?.board} ${entry?.to} ${at === entry?.at ? "then" : "later"}`;
  });
}

function dealt(): World {
  const world = accountsWorld({ practice: true });
  make(world, "Acme", "Sales");
  return world;
}

function moveDeal(world: World, stage: string, log = ""): void {
  world.edit("Acme", log === "" ? { Stage: stage } : { Stage: stage, Log: log }, "Sales");
  world.run();
}

test("an open deal has no fate, and a won one is told to its account", () => {
  const world = dealt();
  expect(fates(world)).toEqual([]);
  moveDeal(world, "Order Processing");
  expect(fates(world)).toEqual(["prospecting won by sales order_processing then"]);
});

test("going on among the won stages is no second fate, and a loss after it is", () => {
  const world = dealt();
  moveDeal(world, "Order Processing");
  moveDeal(world, "Order Delivery");
  moveDeal(world, "Lost", "Reopen");
  expect(fates(world)).toEqual([
    "prospecting won by sales order_processing then",
    "prospecting lost by sales lost then",
  ]);
});

test("a loss that was undone was none", () => {
  const world = dealt();
  moveDeal(world, "Lost");
  world.edit("Acme", { Log: "Undo" }, "Sales");
  world.run();
  expect(fates(world)).toEqual([]);
});

test("the fate of the account is not told to the deal, though the account is in a won stage", () => {
  const world = dealt();
  expect(fatesOf(bookOf(world)).filter(({ board }) => board === "sales")).toEqual([]);
});

test("a deal that is linked by hand tells its fate, and of what was before only how it stood", () => {
  const world = accountsWorld({ practice: true });
  world.add({ Name: "Old deal", Stage: "Lost" }, "Sales");
  world.run();
  world.edit("Old deal", { Stage: "Order Processing", Log: "Reopen" }, "Sales");
  world.run();
  world.edit("Acme", { Opportunity: "Old deal" });
  world.run();
  expect(fates(world)).toEqual(["prospecting won by sales order_processing later"]);
});

test("an earlier deal of the same board is none that a deal leads to", () => {
  const world = accountsWorld({ practice: true });
  world.add([{ Name: "First", Stage: "Lost" }, { Name: "Second" }], "Sales");
  world.run();
  world.edit("Second", { "Earlier deal": "First" }, "Sales");
  world.run();
  expect(fates(world)).toEqual([]);
});

test("a link that somebody took away tells no fate any more", () => {
  const world = dealt();
  world.edit("Acme", { Opportunity: null });
  world.run();
  moveDeal(world, "Lost");
  expect(fates(world)).toEqual([]);
});

test("an account whose row is gone is told nothing", () => {
  const world = dealt();
  moveDeal(world, "Lost");
  world.deleteRow("Acme");
  world.run();
  expect(fates(world)).toEqual([]);
});
