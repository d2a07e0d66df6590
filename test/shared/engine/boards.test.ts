// Two boards in one book: rows that are cut, pasted and copied between them.

import { expect, test } from "vitest";
import { openWorld, sentence, told, type World } from "../../world.ts";
import { dealsPipeline } from "./deals.ts";

function twoBoards(): World {
  const world = openWorld({
    boards: { Deals: dealsPipeline, Projects: { ...dealsPipeline, name: "Projects" } },
  });
  return world;
}

test("rows of two boards in the same place are two records", () => {
  const world = twoBoards();
  world.add({ Name: "Ada" });
  world.add({ Name: "Bob" }, "Projects");
  world.run();
  expect(world.cell("Ada", "ID")).not.toBe(world.cell("Bob", "ID", "Projects"));
  expect(world.run().changes).toEqual([]);
});

test("a row that is cut and pasted on another board is handed on", () => {
  const world = twoBoards();
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  world.cutRow("Ada", { from: "Deals", to: "Projects" });
  const { entries } = world.run();
  expect(entries.map(({ board, kind, n }) => [board, kind, n])).toEqual([
    ["deals", "removed", 1],
    ["projects", "created", 2],
  ]);
  expect(entries[0]?.data["handedTo"]).toBe("projects");
  expect(world.run().changes).toEqual([]);
});

test("a row that comes back to its first board goes on there", () => {
  const world = twoBoards();
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  world.cutRow("Ada", { from: "Deals", to: "Projects" });
  world.run();
  world.edit("Ada", { Stage: "Parked" }, "Projects");
  world.run();
  world.cutRow("Ada", { from: "Projects", to: "Deals" });
  world.run();
  const ofAda = world.log().filter(({ name }) => name === "Ada");
  expect(ofAda.map((entry) => `${entry.board} ${sentence(entry)} ${entry.n}`)).toEqual([
    "deals created lead 1",
    "deals removed 1",
    "projects created lead_2 2",
    "projects moved lead_2 > parked_2 3",
    "deals restored 3",
    "deals moved lead > parked 4",
    "projects removed 3",
  ]);
  expect(world.cell("Ada", "Stage")).toBe("Parked");
  expect(world.run().changes).toEqual([]);
});

test("a row that is copied to another board is a new record there, and the first stays", () => {
  const world = twoBoards();
  world.add({ Name: "Ada" }, "Projects");
  world.run();
  world.copyRow("Ada", { from: "Projects", tab: "Deals" });
  const { entries } = world.run();
  expect(entries.map(({ board, kind }) => [board, kind])).toEqual([["deals", "copied"]]);
  expect(world.cell("Ada", "ID")).not.toBe(world.cell("Ada", "ID", "Projects"));
});

test("a copy of a closed record begins anew on another board, too", () => {
  const world = twoBoards();
  world.add({ Name: "Ada", Stage: "Lost" });
  world.run();
  world.copyRow("Ada", { tab: "Projects", as: "Bob" });
  world.run();
  expect(world.cell("Bob", "Stage", "Projects")).toBe("Lead");
});

test("many rows handed on at once are not gone", () => {
  const world = twoBoards();
  const names = Array.from({ length: 10 }, (_, index) => `Deal ${index}`);
  world.add(names.map((name) => ({ Name: name })));
  world.run();
  for (const name of names.slice(0, 6)) world.cutRow(name, { from: "Deals", to: "Projects" });
  const { stoppedTabs } = world.run();
  expect(stoppedTabs).toEqual([]);
});

test("a board that is stopped leaves the other one at work", () => {
  const world = twoBoards();
  world.add({ Name: "Ada" });
  world.deleteColumn("Name", "Projects");
  const { stoppedTabs } = world.run();
  expect(stoppedTabs).toEqual(["Projects"]);
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a tab that is missing is a problem, and its records are not taken for removed", () => {
  const world = twoBoards();
  world.add({ Name: "Ada" }, "Projects");
  world.run();
  world.replace(world.tables().filter((table) => table.tab !== "Projects"));
  const { problems, entries } = world.run();
  expect(told(problems)).toEqual(['the tab "Projects" is missing; bring it back, or delete its row here']);
  expect(entries).toEqual([]);
});

test("a renamed tab is the same board", () => {
  const world = twoBoards();
  world.add({ Name: "Ada" });
  world.run();
  world.replace(world.tables().map((table) => (table.tab === "Deals" ? { ...table, tab: "Sales" } : table)));
  world.edit("Ada", { Stage: "Parked" }, "Sales");
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
});
