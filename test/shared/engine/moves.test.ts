// Typed moves: what is logged, what goes back, and what stays.

import { expect, test } from "vitest";
import { told } from "../../world.ts";
import { dealsWorld, withStages, worldWith } from "./deals.ts";

test("a named row without a stage enters the first", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Lead");
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a new row may name the stage that it enters", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 500 });
  world.run();
  expect(world.story("Ada")).toEqual(["created offer", "milestone offered"]);
});

test("a typed move is logged once", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Offer", Budget: 500 });
  world.run();
  world.run();
  expect(world.story("Ada")).toEqual([
    "created lead",
    "field budget:  > 500",
    "moved lead > offer",
    "milestone offered",
  ]);
});

test("a refused move goes back with the reason, and the other pasted values stay", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Proposal", Budget: 500, Owner: "Bob" });
  const { problems } = world.run();
  expect(world.row("Ada")).toMatchObject({
    Stage: "Lead",
    Budget: 500,
    Owner: "Bob",
    "Status note": "Proposal needs: Deadline",
  });
  expect(told(problems)).toEqual(['A2: Proposal needs: Deadline; put back to "Lead"']);
  expect(world.story("Ada")).toEqual(["created lead", "field budget:  > 500", "refused lead > proposal"]);
});

test("a refusal names everything that is missing", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Proposal" });
  world.run();
  expect(world.cell("Ada", "Status note")).toBe("Proposal needs: Budget, Deadline");
});

test("a refused new row goes to the first stage", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Proposal" });
  world.run();
  expect(world.row("Ada")).toMatchObject({
    Stage: "Lead",
    "Status note": "Proposal needs: Budget, Deadline",
  });
  expect(world.story("Ada")).toEqual(["created lead", "refused lead > proposal"]);
});

test("the note of a refusal goes when what was missing is there", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  world.edit("Ada", { Budget: 500 });
  world.run();
  expect(world.row("Ada")).toMatchObject({ Stage: "Lead", "Status note": null });
});

test("the note of a refusal goes when the record moves elsewhere", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.row("Ada")).toMatchObject({ Stage: "Parked", "Status note": null });
});

test("the same refused move typed again is refused and logged again", () => {
  const world = worldWith("Ada");
  for (const _ of [1, 2]) {
    world.edit("Ada", { Stage: "Offer" });
    world.run();
  }
  expect(world.story("Ada")).toEqual(["created lead", "refused lead > offer", "refused lead > offer"]);
});

test("an unknown stage stays as typed with a problem, and the rest of the board works", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { Stage: "Wonn" });
  world.edit("Bob", { Stage: "Parked" });
  const { problems } = world.run();
  expect(told(problems)).toEqual([
    'A2: stage "Wonn" is not one of Lead, Offer, Proposal, Won, Loop, Parked, Lost',
  ]);
  expect(world.cell("Ada", "Stage")).toBe("Wonn");
  expect(world.story("Bob")).toEqual(["created lead", "moved lead > parked"]);
});

test("a new row with an unknown stage waits until the stage is mended", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Leed" });
  world.run();
  expect(world.log()).toEqual([]);
  world.edit("Ada", { Stage: "Lead" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a row without a name is a problem and no record", () => {
  const world = dealsWorld();
  world.add({ Owner: "Bob" });
  const { problems, entries } = world.run();
  expect(told(problems)).toEqual(["B2: the row has no name; give it one to make it a deal"]);
  expect(entries).toEqual([]);
});

test("a record whose name was cleared keeps its history and says what it was called", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Name: null });
  const { problems, entries } = world.run();
  expect(told(problems)).toEqual(['B2: the name is gone; it was "Ada"']);
  expect(entries).toEqual([]);
});

test("an emptied stage cell shows the stage of the history again", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: null });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Lead");
});

test("from won a record moves on along the main line", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Won" });
  world.run();
  world.edit("Ada", { Stage: "Loop" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > won", "moved won > loop"]);
});

test.each(["Lost", "Won"])("leaving %s takes Reopen", (closed) => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: closed });
  world.run();
  world.edit("Ada", { Stage: "Lead" });
  world.run();
  expect(world.row("Ada")).toMatchObject({
    Stage: closed,
    "Status note": `"${closed}" is closed; pick Reopen in the Log column to take it back`,
  });
});

test("a stage that only warns about what is missing does not open what is closed", () => {
  const world = dealsWorld({ boards: { Deals: withStages({ Lead: { enforce: "warn" } }) } });
  world.add({ Name: "Ada", Stage: "Lost" });
  world.run();
  world.edit("Ada", { Stage: "Lead" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Lost");
});

test("a stage that names what may follow refuses other stages", () => {
  const world = dealsWorld({ boards: { Deals: withStages({ Lead: { next: ["parked", "lost"] } }) } });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Won" });
  world.run();
  expect(world.row("Ada")).toMatchObject({
    Stage: "Lead",
    "Status note": 'after "Lead" comes Parked or Lost',
  });
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.row("Ada")).toMatchObject({ Stage: "Parked", "Status note": null });
});

test("a practice book warns and refuses nothing", () => {
  const world = dealsWorld({ practice: true });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Offer" });
  const { problems } = world.run();
  expect(problems).toEqual([]);
  expect(world.row("Ada")).toMatchObject({ Stage: "Offer", "Status note": "Offer needs: Budget" });
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > offer", "milestone offered"]);
});

test("a stage that warns takes the record and says what is missing until it is there", () => {
  const world = dealsWorld({ boards: { Deals: withStages({ Offer: { enforce: "warn" } }) } });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Offer" });
  world.run();
  expect(world.row("Ada")).toMatchObject({ Stage: "Offer", "Status note": "Offer needs: Budget" });
  world.edit("Ada", { Budget: 500 });
  world.run();
  expect(world.cell("Ada", "Status note")).toBe(null);
});

const onlyAccounts = withStages({ Won: { mayEnter: ["Accountant"] } });
const ann = { id: "ann", name: "Ann", email: "ann@example.org", roles: ["Accountant"] };
const bob = { id: "bob", name: "Bob", roles: ["Sales"] };

test.each([
  ["an empty team", []],
  ["a team in which nobody has a role", [{ ...ann, roles: [] }]],
] as const)("with %s everybody may move anywhere", (_, team) => {
  const world = dealsWorld({ boards: { Deals: onlyAccounts }, team });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Won" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Won");
});

test.each([
  [
    undefined,
    'only Accountant may move to "Won"; move it from the sidebar, or, in a file, sync with --as <your name>',
  ],
  ["Bob", 'only Accountant may move to "Won", and "Bob" is not; ask one of them, or add the role in Team'],
])("a role gate refuses %s, and says how it can be done", (actor, reason) => {
  const world = dealsWorld({ boards: { Deals: onlyAccounts }, team: [ann, bob] });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Won" });
  const { entries } = world.run(actor === undefined ? {} : { actor });
  expect(world.cell("Ada", "Stage")).toBe("Lead");
  expect(entries.map(({ kind, note, who }) => ({ kind, note, who }))).toEqual([
    { kind: "refused", note: reason, who: actor ?? "unknown" },
  ]);
});

test.each(["Ann", "ANN", "ann@example.org"])("a role gate lets %s pass who has the role", (actor) => {
  const world = dealsWorld({ boards: { Deals: onlyAccounts }, team: [ann, bob] });
  world.add({ Name: "Ada" });
  world.run();
  world.edit("Ada", { Stage: "Won" });
  world.run({ actor });
  expect(world.cell("Ada", "Stage")).toBe("Won");
});

test("a stage is known by any spelling of its name", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "  pArKeD " });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
});
