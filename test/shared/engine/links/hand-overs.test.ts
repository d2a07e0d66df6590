// The built-in pipelines in one book: an account makes a deal, a won deal an order or an installation, and each hears what
// became of what it led to, by rule.

import { expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { newTemplateBoard } from "../../../../shared/engine/acts/new-board.ts";
import { openWorld, type World } from "../../../world.ts";

function bookWith(...keys: readonly string[]): World {
  const pipelines = keys.flatMap((key) => templates.filter((each) => each.key === key));
  const boards = Object.fromEntries(pipelines.map(({ pipeline }) => [pipeline.name, freely(pipeline)]));
  const world = openWorld({ boards });
  world.run();
  return world;
}

// What stages ask for is no part of these stories.
function freely(pipeline: Pipeline): Pipeline {
  return { ...pipeline, stages: pipeline.stages.map((stage) => ({ ...stage, needs: [], mayEnter: [] })) };
}

function move(world: World, name: string, stage: string, tab: string): void {
  world.edit(name, { Stage: stage }, tab);
  world.run();
}

function rulesOn(world: World, pipeline: string): readonly string[] {
  const rules = world.look().definition.pipelines.find(({ name }) => name === pipeline)?.rules ?? [];
  return rules.filter(({ does }) => does.some((action) => action.do === "create")).map(({ name }) => name);
}

test("an account's deal is made, and what becomes of it moves the account", () => {
  const world = bookWith("prospecting", "sales");
  world.add([{ Name: "Acme" }, { Name: "Bolt" }], "Prospecting");
  world.run();
  for (const name of ["Acme", "Bolt"]) move(world, name, "Active Opportunity", "Prospecting");
  expect(world.names("Sales")).toEqual(["Acme", "Bolt"]);
  move(world, "Acme", "Order Processing", "Sales");
  move(world, "Bolt", "Lost", "Sales");
  expect(world.cell("Acme", "Stage", "Prospecting")).toBe("Current Client");
  expect(world.cell("Bolt", "Stage", "Prospecting")).toBe("Dead Opportunity");
  expect(world.run().changes).toEqual([]);
});

test("a won deal becomes an order with what the two boards have in common, and the deal hears of its end", () => {
  const world = bookWith("sales", "orders");
  world.add({ Name: "Acme", Company: "Acme Ltd", Amount: 500, Services: "a lamp" }, "Sales");
  world.run();
  move(world, "Acme", "Order Processing", "Sales");
  expect(world.row("Acme", "Orders")).toMatchObject({
    Stage: "Order received",
    Company: "Acme Ltd",
    Amount: 500,
    Sale: "Acme",
  });
  expect(world.cell("Acme", "Order", "Sales")).toBe("Acme");
  move(world, "Acme", "Transaction Closed", "Orders");
  const notes = world.log().filter(({ kind, board }) => kind === "message" && board === "sales");
  expect(notes.map(({ note }) => note)).toContain("the order is done: write down when it was delivered");
});

test("moving on among the won stages makes no second order", () => {
  const world = bookWith("sales", "orders");
  world.add({ Name: "Acme" }, "Sales");
  world.run();
  for (const stage of ["Order Processing", "Order Delivery", "Order Processing"])
    move(world, "Acme", stage, "Sales");
  expect(world.names("Orders")).toEqual(["Acme"]);
});

test("sales alone makes no records, and nothing leads to boards that are not there", () => {
  const world = bookWith("sales");
  expect(rulesOn(world, "Sales")).toEqual([]);
  expect(world.table("Sales").header).not.toContain("Order");
});

test("the second board may come later: what is won from then on becomes an installation", () => {
  const world = bookWith("sales");
  world.add([{ Name: "Old" }, { Name: "Now" }], "Sales");
  world.run();
  for (const name of ["Old", "Now"]) move(world, name, "Order Processing", "Sales");
  move(world, "Old", "The Loop", "Sales");
  const made = newTemplateBoard(world.tables(), world.nextRun(), {
    template: "solar",
    zone: "UTC",
    practice: false,
  });
  world.apply(made.changes);
  world.passHour();
  world.run();
  expect(rulesOn(world, "Sales")).toEqual(["Make the installation"]);
  expect(world.table("Sales").header).toContain("Installation");
  world.add({ Name: "New" }, "Sales");
  world.run();
  move(world, "New", "Order Processing", "Sales");
  expect(world.names("Solar")).toEqual(["New"]);
});

test("with orders and installations both, a won deal makes one record", () => {
  const world = bookWith("sales", "solar", "orders");
  expect(rulesOn(world, "Sales")).toEqual(["Make the order"]);
});
