// Links from one record to another: an installation names the deal that it came from.

import { expect, test } from "vitest";
import { pipelineFromPlan } from "../../../shared/definition/templates/template.ts";
import { openWorld, told, type World } from "../../world.ts";
import { dealsPipeline, works } from "./deals.ts";

function worksWorld(): World {
  const world = openWorld({ boards: { Deals: dealsPipeline, Works: works } });
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  return world;
}

function links(world: World): readonly string[] {
  return world
    .log()
    .filter(({ kind }) => kind === "linked")
    .map(({ name, data }) => `${name} ${data["field"]}: ${data["name"] || "nothing"}`);
}

test("a name that one record has links to it, whatever its case, and the history says to which", () => {
  const world = worksWorld();
  world.add({ Name: "Roof", Sale: " ada " }, "Works");
  expect(world.run().problems).toEqual([]);
  expect(links(world)).toEqual(["Roof sale: Ada"]);
  const ada = world.cell("Ada", "ID");
  expect(world.log().find(({ kind }) => kind === "linked")?.data).toMatchObject({
    with: ada,
    board: "deals",
  });
  expect(world.run().changes).toEqual([]);
});

test("a record that is new in the same moment can be linked to, and one board links to itself", () => {
  const world = worksWorld();
  world.add({ Name: "Cleo" });
  world.add(
    [
      { Name: "Roof", Sale: "Cleo" },
      { Name: "Second roof", Follows: "Roof" },
    ],
    "Works",
  );
  expect(world.run().problems).toEqual([]);
  expect(links(world)).toEqual(["Roof sale: Cleo", "Second roof follows: Roof"]);
  expect(world.run().changes).toEqual([]);
});

test("a name that no record has is a problem at its cell, and stays", () => {
  const world = worksWorld();
  world.add({ Name: "Roof", Sale: "Adda" }, "Works");
  expect(told(world.run().problems)).toEqual(['D2: Sale: "Adda" is not the name of a record of Deals']);
  expect(world.row("Roof", "Works")).toMatchObject({
    Sale: "Adda",
    "Status note": 'Sale: "Adda" is not the name of a record of Deals',
  });
});

test("of two records with one name, the ID beside the name says which", () => {
  const world = worksWorld();
  world.add({ Name: "Ada" });
  world.run();
  const [first, , second] = world
    .table("Deals")
    .rows.map(({ cells }) => cells[world.table("Deals").header.indexOf("ID")]);
  world.add({ Name: "Roof", Sale: "Ada" }, "Works");
  expect(told(world.run().problems)).toEqual([
    `D2: Sale: 2 records of Deals are called "Ada"; write which one: Ada (${first}) or Ada (${second})`,
  ]);
  world.edit("Roof", { Sale: `Ada (${second})` }, "Works");
  expect(world.run().problems).toEqual([]);
  expect(world.log().find(({ kind }) => kind === "linked")?.data["with"]).toBe(second);
});

test("a link stays with its record when another of the same name comes, and follows a new name", () => {
  const world = worksWorld();
  world.add({ Name: "Roof", Sale: "Ada" }, "Works");
  world.run();
  world.add({ Name: "Ada" });
  expect(world.run().problems).toEqual([]);
  world.edit("Ada", { Name: "Ada Lovelace" });
  world.deleteRow("Ada");
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Roof", "Sale", "Works")).toBe("Ada Lovelace");
  expect(links(world)).toEqual(["Roof sale: Ada"]);
  expect(world.run().changes).toEqual([]);
});

test("an emptied cell ends the link, and the history says so", () => {
  const world = worksWorld();
  world.add({ Name: "Roof", Sale: "Ada" }, "Works");
  world.run();
  world.edit("Roof", { Sale: null }, "Works");
  world.run();
  expect(links(world)).toEqual(["Roof sale: Ada", "Roof sale: nothing"]);
  expect(world.run().changes).toEqual([]);
});

test("where the book has no board of the linked pipeline, the text is kept as it is", () => {
  const world = openWorld({ boards: { Works: works } });
  world.add({ Name: "Roof", Sale: "Ada" });
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Roof", "Sale")).toBe("Ada");
});

test("a need for a link is not met by a name that no record has", () => {
  const plan = pipelineFromPlan({
    name: "Works",
    noun: "installation",
    stages: [{ name: "Survey" }, { name: "Done", kind: "won", needs: "Sale" }],
    fields: [{ name: "Sale", type: "record link", options: ["Deals"] }],
  });
  const world = openWorld({ boards: { Deals: dealsPipeline, Works: plan } });
  world.add({ Name: "Ada" });
  world.add([{ Name: "Roof" }, { Name: "Barn", Stage: "Done", Sale: "Addo" }], "Works");
  world.run();
  expect(world.cell("Barn", "Stage", "Works")).toBe("Survey");
  world.edit("Roof", { Stage: "Done", Sale: "Adda" }, "Works");
  world.run();
  expect(world.row("Roof", "Works")).toMatchObject({
    Stage: "Survey",
    Sale: "Adda",
    "Status note": 'Done needs: Sale; Sale: "Adda" is not the name of a record of Deals',
  });
  world.edit("Roof", { Stage: "Done", Sale: "Ada" }, "Works");
  expect(world.run().problems.filter(({ cell }) => cell?.endsWith("2"))).toEqual([]);
  expect(world.cell("Roof", "Stage", "Works")).toBe("Done");
});
