// Links that named a record which went into another name that one, and find back when the two are taken apart.

import { expect, test } from "vitest";
import { openWorld, type World } from "../../../world.ts";
import { dealsPipeline, works } from "../deals.ts";
import { merge, shown, unmerge } from "./merging.ts";

function linkedWorld(): World {
  const world = openWorld({ boards: { Deals: dealsPipeline, Works: works } });
  world.add([{ Name: "Ada" }, { Name: "Adah" }]);
  world.add([{ Name: "Roof", Sale: "Adah" }, { Name: "Shed", Follows: "Roof" }, { Name: "Roof 2" }], "Works");
  world.run();
  return world;
}

test("a link follows the record that it named into the other, and back", () => {
  const world = linkedWorld();
  const before = shown(world, ["Deals", "Works"]);
  merge(world, "Adah", "Ada");
  expect(world.cell("Roof", "Sale", "Works")).toBe("Ada");
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
  unmerge(world, "Adah");
  expect(shown(world, ["Deals", "Works"])).toEqual(before);
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});

test("a link to one of two of the same name follows, too, and finds back to the one that it had named", () => {
  const world = linkedWorld();
  world.add({ Name: "Bo" });
  world.add({ Name: "Barn", Sale: "Bo" }, "Works");
  world.run();
  world.add({ Name: "Bo" });
  world.run();
  const [, , first, second] = world
    .table("Deals")
    .rows.map(({ cells }) => cells[world.table("Deals").marks["id"] ?? -1]);
  merge(world, String(first), String(second));
  expect(world.cell("Barn", "Sale", "Works")).toBe("Bo");
  unmerge(world, String(first));
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
  const linked = world.log().filter(({ kind, name }) => kind === "linked" && name === "Barn");
  expect(linked.map(({ data }) => data["with"])).toEqual([first, second]);
});

test("a link that was typed anew meanwhile stays as it is", () => {
  const world = linkedWorld();
  world.add({ Name: "Cleo" });
  merge(world, "Adah", "Ada");
  world.edit("Roof", { Sale: "Cleo" }, "Works");
  world.run();
  unmerge(world, "Adah");
  expect(world.cell("Roof", "Sale", "Works")).toBe("Cleo");
});

test("what a record had named and is one with now it names no more", () => {
  const world = linkedWorld();
  merge(world, "Roof", "Shed");
  expect(world.row("Shed", "Works")).toMatchObject({ Follows: null, Sale: "Adah" });
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
  unmerge(world, "Roof");
  expect(world.row("Shed", "Works")).toMatchObject({ Follows: "Roof", Sale: null });
  expect(world.row("Roof", "Works")).toMatchObject({ Sale: "Adah" });
});

test("a deal that was made from the one that went counts as made from the one that stayed", () => {
  const world = linkedWorld();
  world.edit("Adah", { Log: "New deal from this", "Log note": "Adah's second" });
  world.run();
  merge(world, "Adah", "Ada");
  const ties = world.log().filter(({ kind, data }) => kind === "linked" && data["field"] === undefined);
  expect(ties.map(({ name, data }) => `${name} with ${data["name"]}`)).toEqual([
    "Adah with Adah's second",
    "Adah's second with Adah",
    "Adah's second with Ada",
    "Ada with Adah's second",
  ]);
});
