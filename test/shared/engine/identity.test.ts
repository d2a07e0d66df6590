// Which row is which record: copies, deletions, sorts and cleared ids, seen through whole runs of the engine.

import { expect, test } from "vitest";
import { told } from "../../world.ts";
import { dealsWorld, withStages, worldWith } from "./deals.ts";

test("a copied row is a record of its own, with the values of the first", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Budget: 500 });
  world.run();
  world.copyRow("Ada", { as: "Bob" });
  world.run();
  expect(world.story("Bob")).toEqual(["copied lead"]);
  expect(world.cell("Bob", "Budget")).toBe(500);
  expect(world.cell("Bob", "ID")).not.toBe(world.cell("Ada", "ID"));
  expect(world.log().find((entry) => entry.kind === "copied")?.data["of"]).toBe(world.cell("Ada", "ID"));
});

test("a copy of an open record stays in its stage", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 500 });
  world.run();
  world.copyRow("Ada", { as: "Bob" });
  world.run();
  expect(world.cell("Bob", "Stage")).toBe("Offer");
});

test.each(["Won", "Lost"])("a copy of a record that is %s begins anew", (closed) => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: closed });
  world.run();
  world.copyRow("Ada", { as: "Bob" });
  world.run();
  expect(world.cell("Bob", "Stage")).toBe("Lead");
});

test("a copied row is no side door into another stage", () => {
  const world = worldWith("Ada");
  world.copyRow("Ada", { as: "Bob" });
  world.edit("Bob", { Stage: "Proposal" });
  world.run();
  expect(world.row("Bob")).toMatchObject({
    Stage: "Lead",
    "Status note": "Proposal needs: Budget, Deadline",
  });
});

test("a closed stage that is typed into a copy is what the copy enters", () => {
  const world = worldWith("Ada");
  world.copyRow("Ada", { as: "Bob" });
  world.edit("Bob", { Stage: "Lost" });
  world.run();
  expect(world.story("Bob")).toEqual(["copied lost"]);
});

test("a copy that waits to be mended gets none of the cells of the first, and is a copy once mended", () => {
  const world = worldWith("Ada");
  world.copyRow("Ada", { as: "Bob" });
  world.sort("Name");
  world.edit("Bob", { Stage: "Wonn" });
  world.sort("Stage");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage")]).toEqual(["Parked", "Wonn"]);
  world.edit("Bob", { Stage: "Lead" });
  world.run();
  expect(world.story("Bob")).toEqual(["copied lead"]);
  expect(world.run().changes).toEqual([]);
});

test("a deleted row is removed, once", () => {
  const world = worldWith("Ada", "Bob");
  world.deleteRow("Ada");
  world.run();
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "removed"]);
});

test("a row that is brought back is restored where it was", () => {
  const world = worldWith("Ada", "Bob");
  const row = world.deleteRow("Ada");
  world.run();
  world.bringBack(row);
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "removed", "restored"]);
});

test("a row that is brought back into another stage moves there", () => {
  const world = worldWith("Ada", "Bob");
  const row = world.deleteRow("Ada");
  world.run();
  world.bringBack(row);
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "removed", "restored", "moved lead > parked"]);
});

const ten = Array.from({ length: 10 }, (_, index) => `Deal ${index}`);

test("more than a fifth of the records gone at once stop the board, and nothing is touched", () => {
  const world = worldWith(...ten);
  for (const name of ten.slice(0, 5)) world.deleteRow(name);
  world.edit("Deal 9", { Stage: "Parked" });
  const { problems, changes, stoppedTabs } = world.run();
  expect(told(problems)).toEqual([
    "5 of 10 deals are gone at once; bring them back, or accept it if they were deleted on purpose",
  ]);
  expect([changes, stoppedTabs]).toEqual([[], ["Deals"]]);
});

test("who has looked may go on without the records that are gone", () => {
  const world = worldWith(...ten);
  for (const name of ten.slice(0, 5)) world.deleteRow(name);
  world.run({ acceptsGuards: true });
  expect(world.log().filter((entry) => entry.kind === "removed")).toHaveLength(5);
  expect(world.run().changes).toEqual([]);
});

test("stages that changed places with one another stop the board until somebody accepts it", () => {
  const world = dealsWorld();
  const stages = ["Lead", "Parked", "Lead", "Parked", "Won", "Lost"];
  world.add(stages.map((stage, index) => ({ Name: `Deal ${index}`, Stage: stage })));
  world.run();
  world.pasteColumn("Stage", ["Parked", "Lead", "Parked", "Lead", "Lost", "Won"]);
  const { problems, stoppedTabs } = world.look();
  expect(stoppedTabs).toEqual(["Deals"]);
  expect(told(problems)[0]).toMatch(/^6 records changed stage at once/);
  world.run({ acceptsGuards: true });
  expect(world.cell("Deal 0", "Stage")).toBe("Parked");
});

test("a cleared id is found again", () => {
  const world = worldWith("Ada", "Bob");
  const id = world.cell("Ada", "ID");
  world.edit("Ada", { ID: null });
  world.run();
  expect(world.cell("Ada", "ID")).toBe(id);
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a cleared id is found again where two records have one name", () => {
  const world = dealsWorld();
  world.add([{ Name: "Ada" }, { Name: "Ada", Owner: "Bob" }]);
  world.run();
  const id = world.cell("Ada", "ID");
  world.edit("Ada", { ID: null });
  world.run();
  expect(world.cell("Ada", "ID")).toBe(id);
});

test("all hidden cells of a row cleared, the record is found by its name and stage", () => {
  const world = worldWith("Ada", "Bob");
  const before = world.row("Ada");
  world.edit("Ada", {
    ID: null,
    Memory: null,
    Fingerprint: null,
  });
  world.run();
  expect(world.row("Ada")).toEqual(before);
});

test("whole rows may be sorted freely", () => {
  const world = worldWith("Cleo", "Ada", "Bob");
  world.sort("Name");
  expect(world.run().changes).toEqual([]);
});

test("after a sort that left the hidden columns out, ids go back to their rows, and it is logged", () => {
  const world = worldWith("Cleo", "Ada", "Bob");
  const ids = ["Cleo", "Ada", "Bob"].map((name) => world.cell(name, "ID"));
  world.sortTorn("Name");
  const { entries } = world.run();
  expect(["Cleo", "Ada", "Bob"].map((name) => world.cell(name, "ID"))).toEqual(ids);
  expect(entries.map(({ kind, note }) => [kind, note])).toEqual([
    ["note", "3 rows were sorted without their hidden columns; their IDs went back to them"],
  ]);
  expect(world.run().changes).toEqual([]);
});

test("a move typed after a torn sort is the move of the row in which it stands", () => {
  const world = worldWith("Cleo", "Ada", "Bob");
  world.sortTorn("Name");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
});

test("names that were sorted alone stop the board", () => {
  const world = dealsWorld();
  world.add(["Cleo", "Ada", "Bob"].map((name, index) => ({ Name: name, Budget: index + 1 })));
  world.run();
  world.pasteColumn("Name", ["Ada", "Bob", "Cleo"]);
  const { stoppedTabs, changes } = world.run();
  expect([stoppedTabs, changes]).toEqual([["Deals"], []]);
});

test("a formula error in place of a name leaves the row and its record alone", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { Name: { error: "#REF!" }, ID: { error: "#REF!" } });
  const { entries, problems } = world.run();
  expect(entries).toEqual([]);
  expect(told(problems)).toContain(
    'B2: "#REF!" is a formula error; the row is left alone until it holds a value',
  );
});

test("a merged row is left alone until it is unmerged", () => {
  const world = worldWith("Ada", "Bob");
  world.merge("B2:C2");
  world.edit("Ada", { Stage: "Parked" });
  const { entries } = world.run();
  expect(entries).toEqual([]);
});

test("a column that the engine fills is made anew when it was deleted, in one run", () => {
  const world = worldWith("Ada");
  world.deleteColumn("Since");
  world.deleteColumn("ID");
  const before = world.log();
  world.run();
  expect(world.cell("Ada", "Since")).not.toBe(null);
  expect(world.log()).toEqual(before);
  expect(world.run().changes).toEqual([]);
});

test.each(["Name", "Stage"])(
  "a board without its column %s stops with a sentence, and nothing is made up",
  (header) => {
    const world = worldWith("Ada");
    world.deleteColumn(header);
    const { changes, problems } = world.run();
    expect(changes).toEqual([]);
    expect(told(problems)).toEqual([
      `the column "${header}" is missing; put it back with this header in row 1, or undo its deletion`,
    ]);
  },
);

test("rows without a record between the records do no harm", () => {
  const world = dealsWorld({ boards: { Deals: withStages({}) } });
  world.add([{ Name: "Ada" }, {}, { Name: "Bob" }]);
  world.run();
  expect(world.log().map(({ name }) => name)).toEqual(["Ada", "Bob"]);
});
