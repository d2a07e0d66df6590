// "New deal from this": the contact buys again, and the second deal is a record of its own, linked to the first.

import { expect, test } from "vitest";
import { sales } from "../../../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../../../shared/definition/templates/template.ts";
import { openWorld, type World } from "../../world.ts";
import { dealsPipeline } from "./deals.ts";

function salesWorld(): World {
  const world = openWorld({ boards: { Sales: pipelineFromPlan(sales) }, practice: true });
  world.add({
    Name: "Ada",
    Owner: "Bob",
    Company: "Engines",
    "E-mail": "ada@engines.example",
    Stage: "The Loop",
    Need: "more",
  });
  world.run();
  return world;
}

function rowsCalled(world: World, name: string): readonly Readonly<Record<string, unknown>>[] {
  const { header, rows } = world.table();
  const all = rows.map(({ cells }) =>
    Object.fromEntries(header.map((title, at) => [String(title), cells[at] ?? null])),
  );
  return all.filter((row) => row["Name"] === name);
}

function told(world: World): readonly string[] {
  return world
    .log()
    .slice(1)
    .filter(({ kind }) => kind !== "field")
    .map(({ kind, name, note, data }) => [kind, name, note, data["name"] ?? ""].join("|"));
}

test("the contact comes along to the first stage, what was agreed does not, and the two are linked", () => {
  const world = salesWorld();
  world.edit("Ada", { Log: "New deal from this" });
  expect(world.run().problems).toEqual([]);
  const [older, newer] = rowsCalled(world, "Ada");
  expect(newer).toMatchObject({
    Stage: "Networking Database",
    Owner: "Bob",
    Company: "Engines",
    "E-mail": "ada@engines.example",
    Need: null,
    Temperature: "Cold",
    "Earlier deal": "Ada",
  });
  expect(older).toMatchObject({ Stage: "The Loop", Log: null, "Log note": null });
  expect(told(world)).toEqual([
    "linked|Ada|made from this|Ada",
    "linked|Ada|made from it|Ada",
    "created|Ada||",
  ]);
  const forth = world.log().find(({ note }) => note === "made from this");
  const back = world.log().find(({ note }) => note === "made from it");
  expect([forth?.record, forth?.data["with"]]).toEqual([older?.["ID"], newer?.["ID"]]);
  expect([back?.record, back?.data["with"]]).toEqual([newer?.["ID"], older?.["ID"]]);
  expect(world.run().changes).toEqual([]);
});

test("the Log note says what to call it, and a second one is a third record", () => {
  const world = salesWorld();
  world.edit("Ada", { Log: "new DEAL from this", "Log note": "Ada, spare parts" });
  world.run();
  world.edit("Ada", { Log: "New deal from this", "Log note": "Ada, service" });
  world.run();
  expect(world.names()).toEqual(["Ada", "Ada, spare parts", "Ada, service"]);
  expect(world.run().changes).toEqual([]);
});

test("a pipeline without a field for the link keeps it in the history alone", () => {
  const world = openWorld({ boards: { Deals: dealsPipeline } });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Log: "New deal from this", "Log note": "Ada again" });
  expect(world.run().problems).toEqual([]);
  expect(world.story("Ada again")).toEqual(["linked", "created lead"]);
});

test("a run that is cut short anywhere is completed by the next, and makes one record", () => {
  const start = (): World => {
    const world = salesWorld();
    world.edit("Ada", { Log: "New deal from this", "Log note": "Ada again" });
    return world;
  };
  const whole = start();
  const { changes } = whole.look();
  whole.run();
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = start();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, world.names()]).toEqual([cut, ["Ada", "Ada again"]]);
    expect(told(world)).toEqual(told(whole));
    expect(world.run().changes).toEqual([]);
  }
});

test("a row that asks for it when it is new makes two records", () => {
  const world = salesWorld();
  world.add({ Name: "Cy", Log: "New deal from this", "Log note": "Cy again" });
  world.run();
  expect(world.names()).toEqual(["Ada", "Cy", "Cy again"]);
  expect(world.run().changes).toEqual([]);
});
