// What people do on the set-up tabs while records stand on the board.

import { expect, test } from "vitest";
import { told, type World } from "../../world.ts";
import { dealsPipeline, dealsWorld, worldWith } from "./deals.ts";

function deleteFrom(world: World, tab: string, name: string) {
  return world.deleteRow(name, tab);
}

test("a stage that is renamed in Stages keeps its records, cells and history", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Lead", { Stage: "Prospect" }, "Stages");
  const { problems } = world.run();
  expect(problems).toEqual([]);
  expect(world.cell("Ada", "Stage")).toBe("Prospect");
  expect(world.cell("Prospect", "Also called", "Stages")).toBe("Lead");
  expect(world.story("Ada")).toEqual(["created lead"]);
  expect(world.run().changes).toEqual([]);
});

test("a former name of a stage is still understood", () => {
  const world = worldWith("Ada");
  world.edit("Parked", { Stage: "On hold" }, "Stages");
  world.run();
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("On hold");
});

test("stages that exchange their names move nobody", () => {
  const world = dealsWorld();
  world.add([
    { Name: "Ada", Stage: "Won" },
    { Name: "Bob", Stage: "Loop" },
  ]);
  world.run();
  world.edit("Won", { Stage: "Loop " }, "Stages");
  const rows = world.table("Stages").rows.map(({ cells }) => cells[1]);
  expect(rows).toContain("Loop ");
  world.replace(
    world.tables().map((table) =>
      table.tab !== "Stages"
        ? table
        : {
            ...table,
            rows: table.rows.map(({ at, cells }) => ({
              at,
              cells: cells.map((cell) => (cell === "Loop" ? "Won" : cell === "Loop " ? "Loop" : cell)),
            })),
          },
    ),
  );
  const { entries } = world.run();
  expect(entries.map(({ kind }) => kind)).toEqual(["definition-changed"]);
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage")]).toEqual(["Loop", "Won"]);
  expect(world.run().changes).toEqual([]);
});

test("stages that are renamed in turn move nobody, wherever the run was cut short", () => {
  const world = dealsWorld();
  world.add([{ Name: "Ada", Stage: "Won" }, { Name: "Bob", Stage: "Loop" }, { Name: "Cy" }]);
  world.run();
  world.edit("Loop", { Stage: "Kept" }, "Stages");
  world.edit("Won", { Stage: "Loop" }, "Stages");
  world.edit("Cy", { Stage: "Parked" });
  const before = world.tables();
  const { changes } = world.look();
  for (let count = 0; count <= changes.length; count++) {
    world.replace(before);
    world.apply(changes.slice(0, count));
    world.run();
    expect(["Ada", "Bob", "Cy"].map((name) => world.cell(name, "Stage"))).toEqual(["Loop", "Kept", "Parked"]);
    expect(world.log().filter(({ kind }) => kind === "moved" || kind === "definition-changed")).toHaveLength(
      2,
    );
    expect(world.run().changes).toEqual([]);
  }
});

test("a stage in which records stand cannot be deleted: the last good definition stays in force", () => {
  const world = worldWith("Ada", "Bob");
  deleteFrom(world, "Stages", "Lead");
  const { problems } = world.run();
  expect(told(problems)).toEqual([
    'the stage "Lead" is gone from here, but 2 deals stand in it on "Deals"; put its row back with the ID lead, or move them first',
  ]);
  world.edit("Ada", { Stage: "Parked" });
  world.edit("Bob", { Stage: "Parked" });
  expect(world.run().stoppedTabs).toEqual([]);
  expect(world.run().problems).toEqual([]);
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
});

test("a stage in which nobody stands can be deleted", () => {
  const world = worldWith("Ada");
  deleteFrom(world, "Stages", "Loop");
  expect(world.run().problems).toEqual([]);
  world.edit("Ada", { Stage: "Loop" });
  expect(told(world.run().problems)).toEqual([
    'A2: stage "Loop" is not one of Lead, Offer, Proposal, Won, Parked, Lost',
  ]);
});

test("a field that is renamed, and renamed again, is still asked for by the names that Needed first has for it", () => {
  const world = worldWith("Ada");
  for (const [from, to] of [
    ["Budget", "Means"],
    ["Means", "Purse"],
  ] as const) {
    world.edit(from, { Field: to }, "Fields");
    expect(world.run().problems).toEqual([]);
    expect(world.run().changes).toEqual([]);
  }
  world.edit("Ada", { Stage: "Offer" });
  expect(told(world.run().problems)).toEqual(['A2: Offer needs: Purse; put back to "Lead"']);
});

test("a field that is renamed in Fields keeps its column and its values", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Phone: "0612345678" });
  world.run();
  world.edit("Phone", { Field: "Mobile" }, "Fields");
  const { entries, definition } = world.run();
  expect(entries.map(({ kind }) => kind)).toEqual(["definition-changed"]);
  expect(definition.pipelines[0]?.fields.map(({ id, name }) => `${id} ${name}`)).toContain("phone Mobile");
  expect(world.cell("Ada", "Phone")).toBe("0612345678");
});

test("a gate names a field by its new name", () => {
  const world = worldWith("Ada");
  world.edit("Budget", { Field: "Price" }, "Fields");
  for (const stage of ["Offer", "Proposal"]) {
    const needs = String(world.cell(stage, "Needed first", "Stages")).replace("Budget", "Price");
    world.edit(stage, { "Needed first": needs }, "Stages");
  }
  world.run();
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  expect(world.cell("Ada", "Status note")).toBe("Offer needs: Price");
});

test("a column that is moved and renamed on the board is the same field", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada" });
  world.run();
  const swap = <Value>(list: readonly Value[]) => [...list.slice(1), ...list.slice(0, 1)];
  world.replace(
    world.tables().map((table) => {
      if (table.tab !== "Deals") return table;
      const width = table.header.length;
      const cellsOf = (cells: readonly (typeof table.header)[number][]) =>
        swap(Array.from({ length: width }, (_, index) => cells[index] ?? null));
      return {
        ...table,
        header: cellsOf(table.header).map((cell) => (cell === "Budget" ? "Our price" : cell)),
        rows: table.rows.map(({ at, cells }) => ({ at, cells: cellsOf(cells) })),
        marks: Object.fromEntries(
          Object.entries(table.marks).map(([key, at]) => [key, (at + width - 1) % width]),
        ),
      };
    }),
  );
  const { changes, problems } = world.run();
  // Only where the columns are now is kept anew.
  expect([changes.map(({ tab }) => tab), problems]).toEqual([["_state"], []]);
  world.edit("Ada", { "Our price": 500, Stage: "Offer" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Offer");
});

test("a new field in Fields gets its column", () => {
  const world = worldWith("Ada");
  world.add({ Pipeline: "Deals", Field: "Region", Type: "text" }, "Fields");
  world.run();
  world.edit("Ada", { Region: "North" });
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Ada", "Region")).toBe("North");
});

test.each([
  ["Kind", "wonn", "is not one of open, parked, won, lost, avoid"],
  ["Needed first", "Bugdet", "is not a field of this pipeline"],
  ["Next stages", "Nowhere", "is not one of the stages"],
])("a mistake in %s keeps the last good definition in force", (header, cell, reason) => {
  const world = worldWith("Ada");
  world.edit("Offer", { [header]: cell }, "Stages");
  world.add({ Pipeline: "Deals", Field: "Region", Type: "text" }, "Fields");
  const { problems, definition } = world.run();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(reason);
  expect(definition.pipelines).toEqual([dealsPipeline]);
  world.edit("Ada", { Stage: "Proposal" });
  world.run();
  expect(world.cell("Ada", "Status note")).toBe("Proposal needs: Budget, Deadline");
});

test("a mended mistake brings the whole edit into force, logged once", () => {
  const world = worldWith("Ada");
  world.edit("Offer", { "Needed first": "Bugdet" }, "Stages");
  world.run();
  world.edit("Offer", { "Needed first": "" }, "Stages");
  const { entries } = world.run();
  expect(entries.map(({ kind }) => kind)).toEqual(["definition-changed"]);
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Offer");
});

test("a definition that is changed back is a change of its own", () => {
  const world = worldWith("Ada");
  for (const goal of ["Answer at once", "", "Answer at once"]) {
    world.edit("Lead", { Goal: goal }, "Stages");
    world.run();
  }
  expect(world.log().filter(({ kind }) => kind === "definition-changed")).toHaveLength(3);
});

test("a milestone that is added later counts for what was reached before, at its time", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  world.waitUntil("2026-12-01T09:00:00Z");
  world.add(
    { Pipeline: "Deals", Milestone: "Put aside", Points: 7, "Reached when": "stage Parked" },
    "Milestones",
  );
  const { entries } = world.run();
  const milestone = entries.find(({ kind }) => kind === "milestone");
  expect(milestone?.at.slice(0, 10)).toBe("2026-11-02");
  expect(world.cell("Ada", "Score")).toBe(7);
});
