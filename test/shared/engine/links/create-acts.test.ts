// A record that a rule makes on another board: what it takes over, how the two are tied, and that there is one of it.

import { expect, test } from "vitest";
import { createActs } from "../../../../shared/engine/links/create-acts.ts";
import type { World } from "../../../world.ts";
import { accountsWorld, bookOf, creating, make, startAnew, written } from "./turns.ts";

function ties(world: World): readonly string[] {
  return world
    .log()
    .filter(({ kind }) => kind === "linked")
    .map(({ board, who, data }) => `${who}: ${board} ${data["way"]} ${data["field"] ?? "-"} ${data["name"]}`);
}

test("the record begins at the first stage with what both boards have, and each names the other", () => {
  const world = accountsWorld();
  make(world, "Acme", "Sales");
  expect(world.row("Acme", "Sales")).toMatchObject({
    Stage: "Networking Database",
    Owner: "Rep",
    "E-mail": "info@acme.example",
    Temperature: "Cold",
  });
  expect(world.cell("Acme", "Opportunity")).toBe("Acme");
  expect(ties(world)).toEqual(["Stageline: prospecting to opportunity Acme", "Stageline: sales from - Acme"]);
  expect(world.run().changes).toEqual([]);
});

test("the history says that a rule made it, and takes what it started as for nothing new", () => {
  const world = accountsWorld();
  make(world, "Acme", "Sales");
  const own = world.log().filter(({ board }) => board === "sales");
  expect(own.map(({ kind, who }) => `${kind} by ${who}`)).toEqual([
    "created by Stageline",
    "linked by Stageline",
  ]);
  expect(own[0]).toMatchObject({ knownBy: "rule", to: "networking_database", note: 'by the rule "Make it"' });
});

test("done late, it has come in when it was due", () => {
  const world = accountsWorld();
  world.waitUntil("2026-11-09T09:00:00Z");
  make(world, "Acme", "Sales");
  const moved = world.log().find(({ to }) => to === "active_opportunity");
  const made = world.log().filter(({ board, data }) => board === "sales" || data["way"] === "to");
  expect(made.map(({ kind, at }) => [kind, at])).toEqual([
    ["created", moved?.at],
    ["linked", moved?.at],
    ["linked", moved?.at],
  ]);
  expect(world.run().changes).toEqual([]);
});

test("the entry of the record it was made from says by which rule and for which stay", () => {
  const world = accountsWorld();
  make(world, "Acme", "Sales");
  const entry = world.log().find(({ data }) => data["way"] === "to");
  const stay = world.log().find(({ to }) => to === "active_opportunity");
  expect(entry?.note).toBe('made by the rule "Make it"');
  expect(entry).toMatchObject({ kind: "linked", knownBy: "rule" });
  expect(entry?.data).toMatchObject({ rule: "make", action: "0", occurrence: stay?.id, due: stay?.at });
});

test("a deal that is open still is meant again, and no second is made", () => {
  const world = accountsWorld();
  make(world, "Acme", "Sales");
  startAnew(world, "Acme");
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Acme"]);
});

test("where the deal was lost, the next one takes its place in the row", () => {
  const world = accountsWorld();
  make(world, "Acme", "Sales");
  world.edit("Acme", { Stage: "Lost", Name: "Acme, first try" }, "Sales");
  world.run();
  startAnew(world, "Acme");
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Acme, first try", "Acme"]);
  expect(world.cell("Acme", "Opportunity")).toBe("Acme");
  expect(world.look().problems).toEqual([]);
});

test("a deal that somebody had linked by hand is the one", () => {
  const world = accountsWorld();
  world.add({ Name: "Big order" }, "Sales");
  world.run();
  world.edit("Acme", { Opportunity: "Big order" });
  world.run();
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Big order"]);
});

test("what somebody typed into the field of links stays, though it names nothing", () => {
  const world = accountsWorld();
  world.edit("Acme", { Opportunity: "ask Ada" });
  world.run();
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Acme"]);
  expect(world.cell("Acme", "Opportunity")).toBe("ask Ada");
});

test("the work goes to whoever alone does the first step, and to nobody where several do", () => {
  const person = (id: string, name: string, ...roles: readonly string[]) => ({ id, name, roles });
  const miner = person("p1", "Mina", "Data miner");
  const one = accountsWorld({ team: [miner, person("p2", "Rep", "Rep")] });
  make(one, "Acme", "Sales");
  expect(one.cell("Acme", "Owner", "Sales")).toBe("Mina");
  const two = accountsWorld({ team: [miner, person("p3", "Milo", "Data miner")] });
  make(two, "Acme", "Sales");
  expect(two.cell("Acme", "Owner", "Sales")).toBe(null);
});

test("a name that stands on the other board already does not make the tie doubtful", () => {
  const world = accountsWorld();
  world.add({ Name: "Acme" }, "Sales");
  world.run();
  make(world, "Acme", "Sales");
  expect(world.names("Sales")).toEqual(["Acme", "Acme"]);
  expect(world.look().problems).toEqual([]);
});

test("two acts of one turn that lead to one board make one record", () => {
  const world = accountsWorld();
  const book = bookOf(world);
  const act = creating(book, "Acme", "Sales");
  const done = createActs(book, [act, { ...act, rule: { ...act.rule, id: "again" } }]);
  expect(done.changes.filter(({ kind }) => kind === "append")).toHaveLength(1);
  expect(done.entries.filter(({ data }) => data["way"] === "to")).toHaveLength(2);
});

test("a turn that is cut short anywhere is completed by the next, and makes one record", () => {
  const whole = accountsWorld();
  make(whole, "Acme", "Sales");
  const first = accountsWorld();
  const book = bookOf(first);
  const act = creating(book, "Acme", "Sales");
  const changes = written(book, createActs(book, [act]));
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = accountsWorld();
    world.apply(changes.slice(0, cut));
    world.run();
    const isDone = world.log().some(({ data }) => data["way"] === "to");
    if (!isDone) make(world, "Acme", "Sales");
    expect([cut, world.names("Sales")]).toEqual([cut, ["Acme"]]);
    expect(world.cell("Acme", "Opportunity")).toBe("Acme");
    expect(world.look().problems).toEqual([]);
    expect(world.run().changes).toEqual([]);
  }
});

test("an act whose board is not in the book, or whose record is gone, is not done", () => {
  const world = accountsWorld();
  const book = bookOf(world);
  const act = creating(book, "Acme", "Sales");
  expect(createActs(book, [creating(book, "Acme", "Orders")]).entries).toEqual([]);
  world.deleteRow("Acme");
  world.run();
  expect(createActs(bookOf(world), [act]).entries).toEqual([]);
});
