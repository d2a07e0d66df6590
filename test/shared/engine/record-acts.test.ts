// What the sidebar and the terminal do to one record.

import { expect, test } from "vitest";
import type { LogAct } from "../../../shared/definition/activity.ts";
import { type Act, actOnRecord } from "../../../shared/engine/record-acts.ts";
import type { Run } from "../../../shared/engine/run.ts";
import { parseMoment } from "../../../shared/value/moment.ts";
import { openWorld, type World } from "../../world.ts";
import { dealsPipeline, dealsWorld, withStages, worldWith } from "./deals.ts";

function act(world: World, record: string, what: Act, options: Partial<Run> & { board?: string } = {}) {
  const { board, ...rest } = options;
  const run = world.nextRun({ knownBy: "command", ...rest });
  const acted = actOnRecord(world.tables(), run, {
    record,
    act: what,
    ...(board === undefined ? {} : { board }),
  });
  world.apply(acted.changes);
  return acted;
}

const move = (stage: string): Act => ({ kind: "move", stage });
const set = (field: string, value: string): Act => ({ kind: "set", field, value });

test("a move is the move that typing would make", () => {
  const world = worldWith("Ada");
  act(world, "Ada", move("parked"));
  expect(world.cell("Ada", "Stage")).toBe("Parked");
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
  expect(world.run().changes).toEqual([]);
});

test("a refused move changes nothing and ends with the reason", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Owner: "Bob" });
  const before = world.tables();
  expect(() => act(world, "Ada", move("Offer"))).toThrow("Offer needs: Budget; nothing was changed");
  expect(world.tables()).toBe(before);
});

test("what people did before is not credited to who acts", () => {
  const world = worldWith("Ada", "Bob");
  world.edit("Bob", { Stage: "Parked" });
  const { entries } = act(world, "Ada", move("Lost"), { actor: "Cleo" });
  expect(entries.map(({ name, who, knownBy }) => [name, who, knownBy])).toEqual([
    ["Bob", "unknown", "sweep"],
    ["Ada", "Cleo", "command"],
  ]);
});

test("a role gate asks who acts, not who typed before", () => {
  const team = [{ id: "ann", name: "Ann", roles: ["Accountant"] }];
  const pipeline = withStages({ Won: { mayEnter: ["Accountant"] } });
  const world = dealsWorld({ boards: { Deals: pipeline }, team });
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  world.edit("Bob", { Stage: "Won" });
  act(world, "Ada", move("Won"), { actor: "Ann" });
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage")]).toEqual(["Won", "Lead"]);
});

test("a record may be named by its id, and by any spelling of its name", () => {
  const world = worldWith("Ada", "Bob");
  act(world, String(world.cell("Ada", "ID")), move("Parked"));
  act(world, " bOB ", move("Parked"));
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage")]).toEqual(["Parked", "Parked"]);
});

test("a record that nobody knows is a wrong call", () => {
  expect(() => act(worldWith("Ada"), "Ida", move("Lost"))).toThrow('no record is called "Ida"');
});

test("a name that two records have asks for the id, and names both", () => {
  const world = worldWith("Ada", "Ada");
  expect(() => act(world, "Ada", move("Lost"))).toThrow(
    /^2 records are called "Ada"; name one by its id: r\w{16} \(Deals\), r\w{16} \(Deals\)$/,
  );
});

test("a name that stands on two boards is told apart by the board", () => {
  const world = openWorld({
    boards: { Deals: dealsPipeline, Projects: { ...dealsPipeline, name: "Projects" } },
  });
  world.add({ Name: "Ada" });
  world.add({ Name: "Ada" }, "Projects");
  world.run();
  act(world, "Ada", move("Lost"), { board: "projects" });
  expect([world.cell("Ada", "Stage"), world.cell("Ada", "Stage", "Projects")]).toEqual(["Lead", "Lost"]);
});

test("a board that the book lacks is a wrong call that names its boards", () => {
  expect(() => act(worldWith("Ada"), "Ada", move("Lost"), { board: "Dels" })).toThrow(
    'the book has no board "Dels"; its boards are Deals',
  );
});

test("a stage that the pipeline lacks is a wrong call", () => {
  expect(() => act(worldWith("Ada"), "Ada", move("Wonn"))).toThrow(
    'stage "Wonn" is not one of Lead, Offer, Proposal, Won, Loop, Parked, Lost',
  );
});

test("a field is set by its name, in the type that it has", () => {
  const world = worldWith("Ada");
  act(world, "Ada", set("budget", "1,250.50"));
  act(world, "Ada", set("Signed", "YES"));
  expect(world.row("Ada")).toMatchObject({ Budget: 1250.5, Signed: true, Score: 3 });
});

test("an empty value empties the field", () => {
  const world = worldWith("Ada");
  act(world, "Ada", set("Owner", "Bob"));
  act(world, "Ada", set("Owner", ""));
  expect(world.cell("Ada", "Owner")).toBe(null);
});

test("a value that does not fit its field is a wrong call", () => {
  expect(() => act(worldWith("Ada"), "Ada", set("Budget", "lots"))).toThrow(
    /^Budget: "lots" is not an amount/,
  );
});

test("a field that the pipeline lacks is a wrong call", () => {
  expect(() => act(worldWith("Ada"), "Ada", set("Bugdet", "5"))).toThrow(
    /^"Bugdet" is not one of the fields Name, /,
  );
});

test("setting a value that is there changes nothing", () => {
  const world = worldWith("Ada");
  act(world, "Ada", set("Owner", "Bob"));
  expect(act(world, "Ada", set("Owner", "Bob")).changes).toEqual([]);
});

test("an activity is logged when it happened, and earns its milestone then", () => {
  const world = worldWith("Ada");
  world.waitUntil("2026-12-01T09:00:00Z");
  const at = parseMoment("2026-11-30T15:00:00Z");
  const { entries } = act(
    world,
    "Ada",
    { kind: "log", activity: "call", note: "all well", at },
    { actor: "Cleo" },
  );
  expect(entries.map(({ kind, note, who, at: when }) => [kind, note, who, when.slice(0, 13)])).toEqual([
    ["call", "all well", "Cleo", "2026-11-30T15"],
    ["milestone", "Called", "Cleo", "2026-11-30T15"],
  ]);
  expect(world.run().changes).toEqual([]);
});

test("two activities of one kind at one time are two", () => {
  const world = worldWith("Ada");
  for (const _ of [1, 2]) act(world, "Ada", { kind: "log", activity: "note", note: "the same" });
  expect(world.story("Ada")).toEqual(["created lead", "note", "note"]);
});

test("a row that waits to be mended cannot be acted on", () => {
  const world = worldWith("Ada");
  world.add({ Name: "Bob", Stage: "Wonn" });
  expect(() => act(world, "Bob", move("Parked"))).toThrow('"Bob" waits in its tab to be mended; see check');
});

test("nothing is acted on a board that a guard stopped", () => {
  const names = Array.from({ length: 10 }, (_, index) => `Deal ${index}`);
  const world = worldWith(...names);
  for (const name of names.slice(0, 5)) world.deleteRow(name);
  expect(() => act(world, "Deal 9", move("Lost"))).toThrow(/^5 of 10 deals are gone at once/);
});

const pick = (kind: LogAct, note = ""): Act => ({ kind: "pick", act: kind, note });

test("a note that waits for its word in the Log column stays there when something is picked from outside", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { "Log note": "called twice" });
  const { changes } = act(world, "Ada", pick("new-from", "Ada again"));
  expect(changes.filter((change) => change.kind === "setField" && /^log/.test(change.field))).toEqual([]);
  expect(world.cell("Ada", "Log note")).toBe("called twice");
  expect(world.story("Ada again")).toEqual(["linked", "created lead"]);
  expect(world.run().changes).toEqual([]);
});

test("what can be picked in the Log column can be done from outside, and refused for the same reasons", () => {
  const world = worldWith("Ada", "Bob");
  expect(() => act(world, "Ada", pick("undo"))).toThrow(
    "there is no move to undo: the record is where it began",
  );
  expect(() => act(world, "Ada", pick("hand-over"))).toThrow(
    "Hand over needs the name of the new owner in Log note",
  );
  act(world, "Ada", pick("hand-over", "Cleo"));
  expect(world.row("Ada")).toMatchObject({ Owner: "Cleo", Log: null, "Log note": null });
  act(world, "Bob", pick("new-from", "Bob again"));
  expect(world.names()).toEqual(["Ada", "Bob", "Bob again"]);
  act(world, "Bob", move("Lost"));
  act(world, "Bob", pick("reopen"));
  expect(world.cell("Bob", "Stage")).toBe("Lead");
});

test("a Log cell that waits to be mended is not written over", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Cal" });
  world.run();
  expect(() => act(world, "Ada", pick("undo"))).toThrow('"Ada" has "Cal" in its Log column; mend that first');
});

test("fields and the move that they allow are one act", () => {
  const world = worldWith("Ada");
  const values = { budget: "500", Deadline: "2026-12-01" };
  const { entries } = act(world, "Ada", { kind: "change", values, stage: "Proposal" });
  expect(entries.map(({ kind }) => kind)).toEqual(["field", "field", "moved"]);
  expect(world.row("Ada")).toMatchObject({ Stage: "Proposal", Budget: 500 });
});

test("where the move is refused, the fields that came with it are not set", () => {
  const world = worldWith("Ada");
  const change: Act = { kind: "change", values: { Budget: "500" }, stage: "Proposal" };
  expect(() => act(world, "Ada", change)).toThrow("Proposal needs: Deadline; nothing was changed");
  expect(world.cell("Ada", "Budget")).toBe(null);
});

test("an activity that one form sends twice is logged once", () => {
  const world = worldWith("Ada");
  const call: Act = { kind: "log", activity: "call", note: "all well", form: "drawn when it opened" };
  act(world, "Ada", call);
  expect(act(world, "Ada", call).changes).toEqual([]);
  expect(world.story("Ada")).toEqual(["created lead", "call", "milestone called"]);
  act(world, "Ada", { ...call, form: "another" });
  expect(world.story("Ada").filter((told) => told === "call")).toHaveLength(2);
});

test("a planned step that is done becomes a note, its cells are empty, and a second click is the same", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { "Next step": "call", "Next step on": { serial: 46_000 } });
  const done: Act = { kind: "step-done", step: "call", form: "form 1" };
  act(world, "Ada", done);
  expect([world.cell("Ada", "Next step"), world.cell("Ada", "Next step on")]).toEqual([null, null]);
  expect(world.story("Ada")).toEqual(["created lead", "note"]);
  expect(act(world, "Ada", done).entries).toEqual([]);
});

test("a step is not done in the place of another that was planned meanwhile", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { "Next step": "visit" });
  const done: Act = { kind: "step-done", step: "call", form: "form 1" };
  expect(() => act(world, "Ada", done)).toThrow('"Ada" has "visit" as its next step by now');
  expect(world.cell("Ada", "Next step")).toBe("visit");
});

test("a record is handed over with a word along, once", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Owner: "Bob" });
  const give: Act = { kind: "hand-over", to: "Cleo", note: "likes tea", form: "form 1" };
  const [entry] = act(world, "Ada", give).entries;
  expect(entry).toMatchObject({ kind: "hand-over", note: "likes tea", data: { from: "Bob", to: "Cleo" } });
  expect(world.cell("Ada", "Owner")).toBe("Cleo");
  expect(act(world, "Ada", give).entries).toEqual([]);
  expect(() => act(world, "Ada", { ...give, form: "form 2" })).toThrow('"Ada" is with "Cleo" already');
});

test("a record whose row is gone is told by its name, also to who asks by its id", () => {
  const world = worldWith("Ada", "Bob");
  const id = String(world.cell("Ada", "ID"));
  world.deleteRow("Ada");
  world.run();
  expect(() => act(world, id, move("Lost"))).toThrow('"Ada" has no row any more');
});
