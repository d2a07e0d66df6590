// Answers of a form become records: each once, whatever becomes of the tab, and only when they are sound.

import fc from "fast-check";
import { expect, test } from "vitest";
import { goOn, startFresh } from "../../../../shared/engine/acts/copied-book.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { told, type World } from "../../../world.ts";
import { answer, answers, at, formTab, ordersWorld } from "./form.ts";

function problems(world: World): readonly string[] {
  return told(world.look().problems);
}

test("an answer becomes a record at the first stage, with the time at which it was given", () => {
  const world = ordersWorld();
  world.waitUntil("2026-11-02T15:00:00Z");
  answers(world, [answer(13.5, "Ada", 2)]);
  expect(world.run().problems).toEqual([]);
  expect(world.row("Ada")).toMatchObject({
    Stage: "Received",
    "E-mail": "ada@example.org",
    Product: "Lamp",
    Quantity: 2,
    Channel: "Web",
  });
  const created = world.log().find(({ kind }) => kind === "created");
  expect(created).toMatchObject({
    at: "2026-11-02T13:30:00+00:00",
    note: `from "${formTab}"`,
    who: "Stageline",
  });
  expect(world.run().changes).toEqual([]);
});

test("rules that wait for a new record are set off by it", () => {
  const world = ordersWorld();
  world.waitUntil("2026-11-02T15:00:00Z");
  answers(world, [answer(13.5, "Ada")]);
  world.run();
  expect(world.log().map(({ kind }) => kind)).toContain("message");
});

test("what stood in the tab before the board was fed by it comes in, and sets nothing off", () => {
  const world = ordersWorld();
  world.waitUntil("2026-11-02T15:00:00Z");
  answers(world, [answer(3, "Old")]);
  world.run();
  expect(world.names()).toEqual(["Old"]);
  const created = world.log().find(({ kind }) => kind === "created");
  expect(created?.knownBy).toBe("import");
  expect(world.log().map(({ kind }) => kind)).not.toContain("message");
});

test("equal rows are as many records as there are rows", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada"), answer(13, "Ada")]);
  world.run();
  expect(world.names()).toEqual(["Ada", "Ada"]);
  answers(world, [answer(13, "Ada"), answer(13, "Ada"), answer(13, "Ada")]);
  world.run();
  expect(world.names()).toEqual(["Ada", "Ada", "Ada"]);
});

test("a row without a name waits, is told at its cell, and becomes a record when it has one", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "")]);
  world.run();
  expect(problems(world)).toEqual([
    "B2: the name is missing; mend it, and the row becomes an order",
    'C2: Your e-mail address: "@example.org" is not an e-mail address like ada@example.org; mend it, and the row becomes an order',
  ]);
  expect(world.names()).toEqual([]);
  answers(world, [answer(13, "Ada")]);
  world.run();
  expect([world.names(), problems(world)]).toEqual([["Ada"], []]);
});

test("a value of another type waits, too, and the other rows come in", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada", "two"), answer(14, "Bob")]);
  world.run();
  expect(world.names()).toEqual(["Bob"]);
  expect(problems(world)).toEqual([
    'E2: Quantity: "two" is not a number like 1234.5; mend it, and the row becomes an order',
  ]);
});

test("a record that was deleted from the board does not come again", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada")]);
  world.run();
  world.deleteRow("Ada");
  world.run();
  expect([world.names(), world.run().changes]).toEqual([[], []]);
});

test("a row that was changed since is told where the record says something else, and makes no second record", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada", 2)]);
  world.run();
  answers(world, [answer(13, "Ada", 3)]);
  world.run();
  expect(world.names()).toEqual(["Ada"]);
  expect(problems(world)).toEqual([
    'E2: Quantity was changed after the row had become the order "Ada"; write "3" on Orders, too',
  ]);
  world.edit("Ada", { Quantity: 3 });
  world.run();
  expect(problems(world)).toEqual([]);
});

test("other headers, notes beside the answers and a field that is asked since make no record anew", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada"), answer(14, "Bob")]);
  world.run();
  const header = ["When", "Full name", "E-mail", "Product", "Quantity", "Channel", "Done?"];
  const later = [answer(13, "Ada"), answer(14, "Bob")].map((cells) => [...cells, "Phone", "yes"]);
  answers(world, [...later, [...answer(15, "Cy"), "Phone", ""]], header);
  world.run();
  expect(world.names()).toEqual(["Ada", "Bob", "Cy"]);
  expect(world.cell("Cy", "Channel")).toBe("Phone");
});

test("a form that asks the same in two branches fills the field from the one that was answered", () => {
  const world = ordersWorld();
  const header = ["Timestamp", "Name", "Product", "Quantity", "Product"];
  answers(world, [[at(13), "Ada", "", 1, "Chair"]], header);
  world.run();
  expect(world.cell("Ada", "Product")).toBe("Chair");
});

test("first and last name make the name", () => {
  const world = ordersWorld();
  answers(world, [[at(13), "Ada", "Lovelace"]], ["Timestamp", "First name", "Last name"]);
  world.run();
  expect(world.names()).toEqual(["Ada Lovelace"]);
});

test("a tab that is not there is told at its cell on Pipelines, and stops nothing", () => {
  const world = ordersWorld();
  world.edit("Orders", { "Fed by": "Answers" }, "Pipelines");
  world.add({ Name: "Bob" });
  world.run();
  expect(world.cell("Bob", "Stage")).toBe("Received");
  expect(problems(world)[0]).toMatch(/^[A-Z]+2: there is no tab "Answers"; write the name of the tab/);
});

test("a tab of Stageline's feeds no board", () => {
  const world = ordersWorld();
  world.edit("Orders", { "Fed by": "Stages" }, "Pipelines");
  world.run();
  expect(problems(world)[0]).toMatch(
    /"Stages" is a tab of Stageline's; name the one with the answers of a form/,
  );
});

test("while the board is stopped, nothing comes in", () => {
  const world = ordersWorld();
  world.add(["A", "B", "C", "D", "E", "F"].map((name) => ({ Name: name })));
  world.run();
  for (const name of ["A", "B", "C", "D", "E"]) world.deleteRow(name);
  answers(world, [answer(13, "Ada")]);
  expect(world.look().stoppedTabs).toEqual(["Orders"]);
  world.run();
  expect(world.log().filter(({ kind }) => kind === "created")).toHaveLength(6);
  world.run({ acceptsGuards: true });
  expect(world.names()).toEqual(["F", "Ada"]);
});

test("nothing is ever written into the tab of answers", () => {
  const world = ordersWorld();
  answers(world, [answer(13, "Ada"), answer(14, "", "x")]);
  const tabs = world.look().changes.map(({ tab }) => tab);
  expect(tabs).toContain("Orders");
  expect(tabs).not.toContain(formTab);
});

test("a run that is cut short anywhere is completed by the next, and makes each record once", () => {
  const start = (): World => {
    const world = ordersWorld();
    answers(world, [answer(13, "Ada"), answer(13, "Ada"), answer(14, "Bob")]);
    return world;
  };
  const { changes } = start().look();
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = start();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, world.names()]).toEqual([cut, ["Ada", "Ada", "Bob"]]);
    expect(world.log().filter(({ data }) => data["intake"] !== undefined)).toHaveLength(3);
    expect(world.run().changes).toEqual([]);
  }
});

test("in whatever order answers stand and come in, each is one record", () => {
  const given = fc.array(
    fc.record({ hour: fc.integer({ min: 10, max: 12 }), name: fc.constantFrom("Ada", "Bob") }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  const shuffles = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(given, shuffles, (all, turns) => {
      const world = ordersWorld();
      const rows = all.map(({ hour, name }) => answer(hour, name));
      for (const turn of turns) {
        const by = turn % rows.length;
        answers(world, [...rows.slice(by), ...rows.slice(0, by)]);
        world.run();
      }
      expect([...world.names()].sort()).toEqual(all.map(({ name }) => name).sort());
    }),
    { numRuns: 20 },
  );
});

test("a copy that starts fresh takes in no answers of the original, and one that goes on takes none twice", () => {
  const copy = { id: "copy", now: parseMoment("2026-11-03T09:00:00Z") };
  const world = ordersWorld();
  answers(world, [answer(13, "Ada")]);
  world.run();
  const before = world.tables();
  world.apply(startFresh(world.tables(), copy).changes);
  world.run();
  expect([world.names(), world.cell("Orders", "Fed by", "Pipelines")]).toEqual([[], null]);
  world.replace(before);
  world.apply(goOn(world.tables(), copy).changes);
  world.run();
  expect(world.names()).toEqual(["Ada"]);
});
