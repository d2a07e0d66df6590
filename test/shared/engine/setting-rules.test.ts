// A temperature that follows by rule: warm after a yes, hot with a proposal, won and lost with the stage. What a person
// types is kept.

import { expect, test } from "vitest";
import type { Rule } from "../../../shared/definition/rule.ts";
import { openWorld, type World } from "../../world.ts";
import { ruledDeals } from "./deals.ts";

function ruledWorld(): World {
  const world = openWorld({ boards: { Deals: ruledDeals } });
  world.add({ Name: "ada", Budget: 500, Deadline: { serial: 46_400 } });
  world.run();
  return world;
}

function temperature(world: World, name = "ada"): unknown {
  return world.cell(name, "Temperature");
}

test("a new record holds what its fields start as", () => {
  const world = ruledWorld();
  expect(temperature(world)).toBe("Cold");
  expect(world.run().changes).toEqual([]);
});

test("a value that was typed into a new row stays instead of what the field starts as", () => {
  const world = ruledWorld();
  world.add({ Name: "bob", Temperature: "Hot" });
  world.run();
  expect(temperature(world, "bob")).toBe("Hot");
});

test("a reply makes it warm, and the history says that a rule did", () => {
  const world = ruledWorld();
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  expect(temperature(world)).toBe("Warm");
  expect(world.story("ada")).toEqual(["created lead", "reply-yes", "field temperature: Cold > Warm"]);
  expect(world.log().map((entry) => entry.knownBy)).toEqual(["sweep", "sweep", "rule"]);
  expect(world.run().changes).toEqual([]);
});

test("a condition that does not hold keeps the rule from acting", () => {
  const world = ruledWorld();
  world.edit("ada", { Stage: "Proposal" });
  world.run();
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  expect(temperature(world)).toBe("Hot");
});

test("a value typed by hand is kept whatever comes after", () => {
  const world = ruledWorld();
  world.edit("ada", { Temperature: "Warm" });
  world.run();
  world.edit("ada", { Stage: "Won" });
  world.run();
  expect(temperature(world)).toBe("Warm");
});

test("a value typed in the same moment as the move is kept", () => {
  const world = ruledWorld();
  world.edit("ada", { Temperature: "Cold", Stage: "Offer" });
  world.run();
  world.edit("ada", { Temperature: "Hot", Stage: "Won" });
  world.run();
  expect(temperature(world)).toBe("Hot");
});

test("a cleared cell follows the rules again", () => {
  const world = ruledWorld();
  world.edit("ada", { Temperature: "Warm" });
  world.run();
  world.edit("ada", { Temperature: null });
  world.run();
  world.edit("ada", { Stage: "Won" });
  world.run();
  expect(temperature(world)).toBe("Won");
});

test("undoing the move takes back what its rule set", () => {
  const world = ruledWorld();
  world.edit("ada", { Stage: "Lost" });
  world.run();
  expect(temperature(world)).toBe("Lost");
  world.edit("ada", { Log: "Undo" });
  world.run();
  expect(temperature(world)).toBe("Cold");
  expect(world.run().changes).toEqual([]);
});

test("a refused move sets nothing", () => {
  const world = ruledWorld();
  world.add({ Name: "bob" });
  world.run();
  world.edit("bob", { Stage: "Proposal" });
  world.run();
  expect(temperature(world, "bob")).toBe("Cold");
});

test("Reopen leaves the lost stage, and the rule for that acts", () => {
  const world = ruledWorld();
  world.edit("ada", { Stage: "Lost" });
  world.run();
  world.edit("ada", { Log: "Reopen" });
  world.run();
  expect(temperature(world)).toBe("Warm");
});

test("a value that its field does not take is a problem at the cell, and what stands there stays", () => {
  const world = openWorld({
    boards: {
      Deals: {
        ...ruledDeals,
        rules: ruledDeals.rules.map((rule) => ({
          ...rule,
          does: [{ do: "set", field: "temperature", value: "Tepid" }],
        })),
      },
    },
  });
  world.add({ Name: "ada", Log: "Reply: yes" });
  const { problems } = world.run();
  expect(problems.map(({ message }) => message)).toEqual([
    'the rule "Warm when it logged" cannot set it: "Tepid" is not one of Cold, Warm, Hot, Won, Lost',
  ]);
  expect(temperature(world)).toBe("Cold");
});

test("what a rule was to set when a run was cut short is set by the next, and told once", () => {
  for (const act of [{ Log: "Reply: yes" }, { Stage: "Won" }, { Log: "Reply: yes", Stage: "Lost" }]) {
    const whole = ruledWorld();
    whole.edit("ada", act);
    const { changes } = whole.look();
    whole.run();
    for (let cut = 0; cut <= changes.length; cut += 1) {
      const world = ruledWorld();
      world.edit("ada", act);
      world.apply(changes.slice(0, cut));
      world.run();
      expect([cut, temperature(world)]).toEqual([cut, temperature(whole)]);
      expect(world.story("ada")).toEqual(whole.story("ada"));
    }
  }
});

test("a rule may set what every board has, such as the owner, where nobody stands", () => {
  const bob = { do: "set", field: "owner", value: "Bob" } as const;
  const rule = {
    ...ruledDeals.rules[0],
    when: { on: "enters", stage: "offer" },
    onlyIf: [],
    does: [bob],
  } as const;
  const pipeline = { ...ruledDeals, rules: [rule as Rule] };
  const world = openWorld({ boards: { Deals: pipeline } });
  world.add([
    { Name: "ada", Stage: "Offer", Budget: 5 },
    { Name: "cy", Stage: "Offer", Budget: 5, Owner: "Dan" },
  ]);
  expect(world.run().problems).toEqual([]);
  expect([world.cell("ada", "Owner"), world.cell("cy", "Owner")]).toEqual(["Bob", "Dan"]);
});

test("a copy of a won record that starts anew starts with what the field starts as, not with Won", () => {
  const start = (): World => {
    const world = ruledWorld();
    world.edit("ada", { Stage: "Won" });
    world.run();
    world.copyRow("ada", { as: "ada again" });
    return world;
  };
  const whole = start();
  const { changes } = whole.look();
  whole.run();
  expect(whole.row("ada again")).toMatchObject({ Stage: "Lead", Temperature: "Cold" });
  expect(temperature(whole)).toBe("Won");
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = start();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, temperature(world, "ada again"), world.story("ada again")]).toEqual([
      cut,
      "Cold",
      ["copied lead"],
    ]);
  }
});

test("a copy of which a run was cut short starts anew though its original was given another value", () => {
  const start = (): World => {
    const world = ruledWorld();
    world.edit("ada", { Stage: "Lost" });
    world.run();
    world.copyRow("ada", { as: "ada again" });
    world.edit("ada", { Temperature: "Hot" });
    return world;
  };
  const { changes } = start().look();
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = start();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, temperature(world), temperature(world, "ada again")]).toEqual([cut, "Hot", "Cold"]);
  }
});

test("a copy keeps the value that a person typed", () => {
  const world = ruledWorld();
  world.edit("ada", { Temperature: "Hot" });
  world.run();
  world.edit("ada", { Stage: "Won" });
  world.run();
  world.copyRow("ada", { as: "ada again" });
  world.run();
  expect(world.row("ada again")).toMatchObject({ Stage: "Lead", Temperature: "Hot" });
});
