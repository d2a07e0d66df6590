// Example rows in Setup: one where a new book would leave a tab empty, for an owner who starts from nothing.

import { expect, test } from "vitest";
import { offers } from "../../pipelines.ts";
import { openWorld, type World } from "../../world.ts";

function plainWorld(): World {
  return openWorld({ boards: { Deals: { ...offers, name: "Deals" } } });
}

test("a new book shows an example in every tab that would be empty, and it counts for nothing", () => {
  const world = plainWorld();
  const { definition, problems } = world.run();
  expect(problems).toEqual([]);
  const named = ["Fields", "Milestones", "Rules", "Messages", "Team"].map((tab) => world.names(tab));
  expect(named).toEqual([
    ["Budget (example)"],
    ["First call (example)"],
    ["Call back (example)"],
    ["Welcome (example)"],
    ["Ada Lovelace (example)"],
  ]);
  const [pipeline] = definition.pipelines;
  expect([pipeline?.fields, pipeline?.milestones, pipeline?.rules, pipeline?.messages]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect([definition.team, definition.holidays]).toEqual([[], []]);
  expect(world.run().changes).toEqual([]);
});

test("an example that is edited is a row like any other, under an ID of its own", () => {
  const world = plainWorld();
  world.edit("Ada Lovelace (example)", { Person: "Cleo" }, "Team");
  world.edit("Budget (example)", { Field: "Budget" }, "Fields");
  const { definition, problems } = world.run();
  expect(problems).toEqual([]);
  expect(definition.team).toEqual([{ id: "cleo", name: "Cleo", roles: [] }]);
  expect(definition.pipelines[0]?.fields).toMatchObject([{ id: "budget", name: "Budget", type: "number" }]);
  expect(world.cell("Cleo", "ID", "Team")).toBe("cleo");
  expect(world.run().changes).toEqual([]);
});

test("an example as it was written is understood", () => {
  const world = plainWorld();
  for (const [tab, header, name] of [
    ["Fields", "Field", "Budget (example)"],
    ["Milestones", "Milestone", "First call (example)"],
    ["Messages", "Message", "Welcome (example)"],
    ["Rules", "Rule", "Call back (example)"],
  ] as const) {
    world.edit(name, { [header]: "Mine" }, tab);
    expect(world.run().problems).toEqual([]);
  }
  expect(world.cell("Mine", "In words", "Rules")).toBe(
    '2 working days after "Call" is logged: remind the owner "call back", until a reply comes in',
  );
});

test("an example that was deleted does not come back", () => {
  const world = plainWorld();
  for (const tab of ["Fields", "Team"]) world.deleteRow(String(world.names(tab)[0]), tab);
  world.run();
  world.add({ Board: "Repairs", Pipeline: "Deals" }, "Pipelines");
  world.run();
  expect([world.names("Fields"), world.names("Team")]).toEqual([[], []]);
});
