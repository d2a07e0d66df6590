// A record that is made from a form: as if somebody had typed the row.

import { expect, test } from "vitest";
import { formFaults, newRecord, type WantedRecord } from "../../../../shared/engine/acts/new-record.ts";
import { newRecordForm } from "../../../../shared/report/views/record-form.ts";
import { openWorld, type World } from "../../../world.ts";
import { dealsWorld, ruledDeals, withStages, worldWith } from "../deals.ts";

function make(world: World, wanted: Partial<WantedRecord>, actor?: string) {
  const run = world.nextRun({ knownBy: "sidebar", ...(actor === undefined ? {} : { actor }) });
  const made = newRecord(world.tables(), run, { board: "Deals", values: { name: "Bob" }, ...wanted });
  world.apply(made.changes);
  return made;
}

test("it enters the first stage, in the name of who made it", () => {
  const world = worldWith("Ada");
  const made = make(world, { values: { name: "Bob", budget: "1,250.50" } }, "Robin");
  expect(world.row("Bob")).toMatchObject({ Stage: "Lead", Budget: 1250.5, ID: made.record });
  expect(made.entries.map(({ kind, who, knownBy }) => [kind, who, knownBy])).toEqual([
    ["created", "Robin", "sidebar"],
  ]);
  expect(world.run().changes).toEqual([]);
});

test("what people typed before is not credited to who made it", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  expect(make(world, {}, "Robin").entries.map(({ name, who }) => [name, who])).toEqual([
    ["Ada", "unknown"],
    ["Bob", "Robin"],
  ]);
});

test("a form that is sent twice makes one record", () => {
  const world = worldWith("Ada");
  const first = make(world, { form: "drawn when it opened" });
  const second = make(world, { form: "drawn when it opened" });
  expect([second.record, second.changes, world.names()]).toEqual([first.record, [], ["Ada", "Bob"]]);
});

test("two forms with the same name make two records", () => {
  const world = worldWith("Ada");
  make(world, { form: "one" });
  make(world, { form: "another" });
  expect(world.names()).toEqual(["Ada", "Bob", "Bob"]);
});

test("a stage that refuses it makes nothing", () => {
  const world = worldWith("Ada");
  expect(() => make(world, { stage: "Offer" })).toThrow("Offer needs: Budget; nothing was changed");
  expect(world.names()).toEqual(["Ada"]);
  make(world, { stage: "offer", values: { name: "Bob", Budget: "5" } });
  expect(world.cell("Bob", "Stage")).toBe("Offer");
});

test("a value that does not fit names its field", () => {
  expect(() => make(worldWith("Ada"), { values: { name: "Bob", budget: "lots" } })).toThrow(
    /^Budget: "lots" is not an amount/,
  );
  expect(() => make(worldWith("Ada"), { values: { budget: "5" } })).toThrow("Name: a deal needs a name");
  expect(() => make(worldWith("Ada"), { stage: "Wonn" })).toThrow('stage "Wonn" is not one of Lead');
  expect(() => make(worldWith("Ada"), { board: "Dels" })).toThrow('the book has no board "Dels"');
});

test("every fault of a form is told at its field", () => {
  const world = worldWith("Ada");
  const { definition } = world.look();
  expect(
    formFaults(definition, "Deals", { budget: "lots", deadline: "soon" }).map(({ field }) => field),
  ).toEqual(["name", "budget", "deadline"]);
});

test("it starts with what its fields start as", () => {
  const world = openWorld({ boards: { Deals: ruledDeals } });
  make(world, {});
  expect(world.cell("Bob", "Temperature")).toBe("Cold");
});

test("text that looks like a formula stays text", () => {
  const world = worldWith("Ada");
  make(world, { values: { name: "=1+1", next_step: "+31 6 12345678" } });
  expect(world.row("=1+1")).toMatchObject({ Name: "=1+1", "Next step": "+31 6 12345678" });
});

test("the form says what the first stage asks for and what fields start as", () => {
  const world = dealsWorld({
    boards: { Deals: withStages({ Lead: { needs: [{ anyOf: [{ test: "filled", field: "budget" }] }] } }) },
  });
  const { definition } = world.look();
  const form = newRecordForm(definition, "deals");
  expect(form).toMatchObject({ title: "New deal", first: "Lead" });
  expect(form.fields.filter(({ needed }) => needed).map(({ name }) => name)).toEqual(["Name", "Budget"]);
});
