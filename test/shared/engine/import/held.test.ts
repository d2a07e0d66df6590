// Imported records that have the e-mail or phone of another record wait in Held until a person decides.

import { expect, test } from "vitest";
import { told, type World } from "../../../world.ts";
import { dealsWorld } from "../deals.ts";
import { fileOf, importInto } from "./imports.ts";

const plan = {
  idColumn: "id",
  stageColumn: "stage",
  stageDates: [{ stage: "Offer", column: "offered" }],
  fields: [
    { field: "E-mail", column: "mail" },
    { field: "Phone", column: "phone" },
    { field: "Owner", column: "owner" },
  ],
};
const HEADER = "id,stage,offered,mail,phone,owner";
const twin = fileOf(HEADER, "A1,Offer,2017-03-01,ADA@example.org,,Cleo", "A2,Lead,,bea@example.org,,");

function worldWithAda(): World {
  const world = dealsWorld();
  world.add({ Name: "Ada", "E-mail": "ada@example.org", Phone: "+31 6 1234 5678" });
  world.run();
  return world;
}

test("a record with the e-mail of another waits in Held, and the others are taken", () => {
  const world = worldWithAda();
  const { added, held, notes } = importInto(world, twin, plan);
  expect({ added, held }).toEqual({ added: 1, held: 1 });
  expect(notes).toContain(
    "1 deal waits in Held: it has the e-mail or phone of another; choose Take or Drop there",
  );
  expect(world.names()).toEqual(["Ada", "A2"]);
  expect(world.row("A1", "Held")).toMatchObject({
    Board: "Deals",
    Reason: 'E-mail "ADA@example.org" is also that of "Ada"',
    "Take or Drop": null,
    From: "line 2",
  });
});

test("a phone is the same in any spelling", () => {
  const world = worldWithAda();
  importInto(world, fileOf(HEADER, "A1,,,,0031 (0)6 12345678,"), plan);
  expect(world.cell("A1", "Reason", "Held")).toBe('Phone "0031 (0)6 12345678" is also that of "Ada"');
});

test("the second of two lines with one e-mail waits", () => {
  const world = dealsWorld();
  importInto(world, fileOf(HEADER, "A1,,,x@example.org,,", "A2,,,X@example.org,,"), plan);
  expect([world.names(), world.names("Held")]).toEqual([["A1"], ["A2"]]);
});

test("how many wait is told until somebody decides", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  const waiting =
    "1 imported record waits here: each has the e-mail or phone of another; choose Take or Drop";
  expect(told(world.run().problems)).toEqual([waiting]);
  expect(told(world.run().problems)).toEqual([waiting]);
});

test("Take adds the record with its history as it was", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.waitUntil("2026-12-01T09:00:00Z");
  world.edit("A1", { "Take or Drop": "take" }, "Held");
  const { problems } = world.run();
  expect(problems).toEqual([]);
  expect(world.row("A1")).toMatchObject({ Stage: "Offer", "E-mail": "ADA@example.org", Owner: "Cleo" });
  expect(world.story("A1")).toEqual(["created offer", "milestone offered"]);
  expect(
    world
      .log()
      .find(({ name }) => name === "A1")
      ?.at.slice(0, 10),
  ).toBe("2017-03-01");
  expect(world.cell("A1", "Done", "Held")).toBe("taken");
  expect(world.run().changes).toEqual([]);
});

test("Drop leaves the row with its decision, and Take may follow", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": "Drop" }, "Held");
  expect(world.run().problems).toEqual([]);
  expect(world.row("A1", "Held")).toMatchObject({ "Take or Drop": "Drop", Done: "dropped" });
  expect(world.names()).not.toContain("A1");
  world.edit("A1", { "Take or Drop": "Take" }, "Held");
  world.run();
  expect(world.names()).toContain("A1");
});

test.each([null, "Take", "Drop"])("after %j, importing the file again changes nothing", (decision) => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": decision }, "Held");
  world.run();
  const { changes, held } = importInto(world, twin, plan);
  expect([changes, held]).toEqual([[], 0]);
  expect(world.names("Held")).toEqual(["A1"]);
});

test("a record that was taken is updated by a later file like any other", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": "Take" }, "Held");
  world.run();
  const { updated } = importInto(world, fileOf(HEADER, "A1,Offer,2017-03-01,ada@example.org,,Dan"), plan);
  expect(updated).toBe(1);
  expect(world.cell("A1", "Owner")).toBe("Dan");
});

test("a word that is neither Take nor Drop is a problem at its cell", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": "maybe" }, "Held");
  expect(told(world.run().problems)).toEqual(['D2: "maybe" is not one of Take, Drop']);
});

test("a row of Held whose hidden data was changed is a problem, and nothing is taken", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": "Take", Data: "{}" }, "Held");
  expect(told(world.run().problems)[0]).toMatch(/its hidden Data was changed/);
  expect(world.names()).not.toContain("A1");
});

test("a record is taken once, wherever the run that takes it was cut short", () => {
  const world = worldWithAda();
  importInto(world, twin, plan);
  world.edit("A1", { "Take or Drop": "Take" }, "Held");
  const before = world.tables();
  const { changes } = world.look();
  for (let count = 0; count <= changes.length; count++) {
    world.replace(before);
    world.apply(changes.slice(0, count));
    world.run();
    expect(world.names().filter((name) => name === "A1")).toEqual(["A1"]);
    expect(world.story("A1")).toEqual(["created offer", "milestone offered"]);
    expect(world.cell("A1", "Done", "Held")).toBe("taken");
    expect(world.run().changes).toEqual([]);
  }
});
