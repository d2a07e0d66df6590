import { expect, test } from "vitest";
import { type Reassignment, reassigned } from "../../../../shared/engine/people/reassign.ts";
import type { World } from "../../../world.ts";
import { dealsPipeline, dealsWorld } from "../deals.ts";

const team = ["Ada", "Bob"].map((name) => ({ id: name.toLowerCase(), name, roles: [] }));

function ownedWorld(owners: Readonly<Record<string, string>>, boards = { Deals: dealsPipeline }): World {
  const world = dealsWorld({ team, boards });
  world.add(Object.entries(owners).map(([Name, Owner]) => ({ Name, Owner })));
  world.run();
  return world;
}

function give(world: World, wanted: Reassignment): string {
  const done = reassigned(world.tables(), world.nextRun({ actor: "Eve", knownBy: "command" }), wanted);
  world.apply(done.changes);
  return done.sentence;
}

test("everything that somebody works on is handed over, in the history and in the cells", () => {
  const world = ownedWorld({ Cy: "Ada", Dan: "Bob", Eli: "Ada" });
  expect(give(world, { from: "ada", to: "bob" })).toBe('2 records of "ada" are with "Bob" now');
  expect(["Cy", "Dan", "Eli"].map((name) => world.cell(name, "Owner"))).toEqual(["Bob", "Bob", "Bob"]);
  expect(world.cell("Cy", "Log")).toBe(null);
  const handed = world.log().filter(({ kind }) => kind === "hand-over");
  expect(handed.map(({ name, who, data }) => [name, who, data])).toEqual([
    ["Cy", "Eve", { from: "Ada", to: "Bob" }],
    ["Eli", "Eve", { from: "Ada", to: "Bob" }],
  ]);
});

test("a second time there is nothing left to give", () => {
  const world = ownedWorld({ Cy: "Ada" });
  give(world, { from: "Ada", to: "Bob" });
  expect(give(world, { from: "Ada", to: "Bob" })).toBe('"Ada" owns nothing that is worked on');
  expect(world.look().changes).toEqual([]);
});

test("what is lost, or at the end of the line with nothing left to do, stays with whoever did it", () => {
  const world = ownedWorld({ Cy: "Ada", Dan: "Ada", Eli: "Ada", Fay: "Ada" });
  for (const [name, Stage] of [
    ["Cy", "Lost"],
    ["Dan", "Loop"],
    ["Eli", "Won"],
  ] as const)
    world.edit(name, { Stage });
  world.run();
  give(world, { from: "Ada", to: "Bob" });
  expect(["Cy", "Dan", "Eli", "Fay"].map((name) => world.cell(name, "Owner"))).toEqual([
    ...["Ada", "Ada", "Bob", "Bob"],
  ]);
});

test("a last stage in which a rule acts again and again is worked on", () => {
  const rule = {
    ...{ id: "touch", name: "Touch", when: { on: "every" as const, days: 30, stage: "loop" } },
    ...{ whileIn: [], onlyIf: [], until: [], does: [{ do: "remind" as const, text: "touch" }] },
  };
  const world = ownedWorld({ Dan: "Ada" }, { Deals: { ...dealsPipeline, rules: [rule] } });
  world.edit("Dan", { Stage: "Loop" });
  world.run();
  give(world, { from: "Ada", to: "Bob" });
  expect(world.cell("Dan", "Owner")).toBe("Bob");
});

test("what waits in a Log cell is left and told", () => {
  const world = ownedWorld({ Cy: "Ada", Dan: "Ada" });
  world.edit("Cy", { Log: "Cal" });
  expect(give(world, { from: "Ada", to: "Bob" })).toBe(
    '1 record of "Ada" is with "Bob" now; left as they are, because something waits in their Log cells: "Cy"',
  );
  expect(world.cell("Cy", "Owner")).toBe("Ada");
});

test("who takes over has to be in Team, and be somebody else", () => {
  const world = ownedWorld({ Cy: "Ada" });
  expect(() => give(world, { from: "Ada", to: "Zoe" })).toThrow('"Zoe" is not in Team; there are Ada, Bob');
  expect(() => give(world, { from: "Ada", to: "ada" })).toThrow('"Ada" and "ada" are one person');
});

test("records of somebody who left the team, or never was in it, can be given too", () => {
  const world = ownedWorld({ Cy: "Zoe" });
  expect(give(world, { from: "zoe", to: "Bob" })).toBe('1 record of "zoe" is with "Bob" now');
});
