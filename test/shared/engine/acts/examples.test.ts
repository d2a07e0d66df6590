// Examples on a board: nothing counts them, they go in one act, and what people make of them is theirs.

import { expect, test } from "vitest";
import { lastDefinition } from "../../../../shared/definition/definition-versions.ts";
import { addedExamples, exampleCount, withoutExamples } from "../../../../shared/engine/acts/examples.ts";
import { checkedBook } from "../../../../shared/engine/checked-book.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { utc } from "../../../../shared/value/moment.ts";
import { pipelineOf } from "../../../pipelines.ts";
import { openWorld, told, type World } from "../../../world.ts";

const NAMES = ["Ann Lee", "Bob Ray", "Cy Ott"];

function definitionOf(world: World) {
  const definition = lastDefinition(world.tables());
  if (definition === undefined) throw new Error("the book has no definition");
  return definition;
}

function openExamples(): World {
  const world = openWorld({ boards: { Deals: pipelineOf("Offers", "Lead > Offer > Won:won | Lost:lost") } });
  const [board = { id: "", tab: "", pipeline: "" }] = definitionOf(world).boards;
  world.apply([addedExamples(definitionOf(world), board, NAMES)]);
  return world;
}

test("examples are logged nowhere, wait for nothing and are no problem, however often the book is looked at", () => {
  const world = openExamples();
  const before = world.tables();
  expect(world.run().changes).toEqual([]);
  expect(world.log()).toEqual([]);
  expect(told(checkedBook(world.tables(), world.nextRun()).problems)).toEqual([]);
  expect(world.tables()).toEqual(before);
});

test("an example that somebody writes over is a new record of theirs, and the others stay what they are", () => {
  const world = openExamples();
  world.edit("Ann Lee (example)", { Name: "Dee Fox" });
  world.run();
  expect(world.story("Dee Fox")).toEqual(["created lead"]);
  expect(world.cell("Dee Fox", "Status note")).toBe(null);
  expect(exampleCount(world.tables(), definitionOf(world))).toBe(2);
});

test("an example that somebody moves is a record that began where it was moved to", () => {
  const world = openExamples();
  world.edit("Ann Lee (example)", { Stage: "Offer" });
  world.run();
  expect(world.story("Ann Lee (example)")).toEqual(["created offer"]);
});

test("a copy of an example is a record, and the example stays one", () => {
  const world = openExamples();
  world.copyRow("Bob Ray (example)");
  world.run();
  expect(world.story("Bob Ray (example)")).toEqual(["created offer"]);
  expect(exampleCount(world.tables(), definitionOf(world))).toBe(3);
});

test("examples go in one act, with all that stood in their rows, and typed rows stay", () => {
  const world = openExamples();
  world.edit("Cy Ott (example)", { "Next step": "call on Friday" });
  world.add({ Name: "Dee Fox" });
  const { changes, sentence } = withoutExamples(world.tables(), definitionOf(world));
  world.apply(changes);
  world.run();
  expect(sentence).toBe("2 examples removed; the board is yours");
  expect(world.names()).toEqual(["", "", "Cy Ott (example)", "Dee Fox"]);
  expect(world.row("")).toMatchObject({ ID: null, "Status note": null });
  expect(world.log().map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "created Cy Ott (example)",
    "created Dee Fox",
  ]);
});

test("sorting the board moves examples and makes none of them a record", () => {
  const world = openExamples();
  world.add({ Name: "Ada" });
  world.run();
  world.sort("Name");
  expect(world.run().entries).toEqual([]);
  expect(world.names()).toEqual(["Ada", "Ann Lee (example)", "Bob Ray (example)", "Cy Ott (example)"]);
});

test("a stage that is renamed leaves examples what they are", () => {
  const world = openExamples();
  world.edit("Lead", { Stage: "Prospect" }, "Stages");
  world.run();
  expect(world.log().map(({ kind }) => kind)).toEqual(["definition-changed"]);
  expect(exampleCount(world.tables(), definitionOf(world))).toBe(3);
});

test("no number of a report counts an example", () => {
  const world = openExamples();
  world.add({ Name: "Ada" });
  world.run();
  const { report } = reportFromTables(world.tables(), { asOf: world.nextRun().now, zone: utc });
  expect(report.boards.map(({ records }) => records)).toEqual([1]);
});
