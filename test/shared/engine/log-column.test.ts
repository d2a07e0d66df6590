// The Log column: what a person picks there becomes history, and the cell is empty again.

import { expect, test } from "vitest";
import { told } from "../../world.ts";
import { dealsWorld, withStages, worldWith } from "./deals.ts";

test("an activity is logged with its note, and both cells are empty again", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Reply: yes", "Log note": "wants a price" });
  const { entries } = world.run();
  expect(entries.map(({ kind, note }) => [kind, note])).toEqual([["reply-yes", "wants a price"]]);
  expect(world.row("Ada")).toMatchObject({ Log: null, "Log note": null });
});

test("the same activity on one day is logged each time that it is picked", () => {
  const world = worldWith("Ada");
  for (const _ of [1, 2]) {
    world.edit("Ada", { Log: "Note", "Log note": "called back" });
    world.run();
  }
  expect(world.story("Ada")).toEqual(["created lead", "note", "note"]);
});

test("an activity on a new row is logged after its creation", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Log: "E-mail out" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "email-out"]);
});

test("a word that is none of the list stays, with a problem", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Cal", "Log note": "a note" });
  const { problems, entries } = world.run();
  expect(told(problems)).toEqual([
    'K2: "Cal" is not one of E-mail out, Reply: yes, Reply: no, Reply: later, Call, Meeting, Rescheduled, Note, Hand over, Reopen, Undo, New deal from this',
  ]);
  expect(entries).toEqual([]);
  expect(world.row("Ada")).toMatchObject({ Log: "Cal", "Log note": "a note" });
});

test("a note without a word waits in its cell", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { "Log note": "half a thought" });
  const { entries, problems } = world.run();
  expect([...entries, ...problems]).toEqual([]);
  expect(world.cell("Ada", "Log note")).toBe("half a thought");
});

test("Hand over gives the record to the person in the note, and keeps who had it", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Owner: "Bob" });
  world.run();
  world.edit("Ada", { Log: "Hand over", "Log note": "Cleo" });
  const { entries } = world.run();
  expect(world.row("Ada")).toMatchObject({ Owner: "Cleo", Log: null, "Log note": null });
  expect(entries.map(({ kind, data }) => [kind, data])).toEqual([["hand-over", { from: "Bob", to: "Cleo" }]]);
});

test("Hand over without a name stays, and says what it needs", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Hand over" });
  const { problems } = world.run();
  expect(told(problems)).toEqual(["K2: Hand over needs the name of the new owner in Log note"]);
  expect(world.row("Ada")).toMatchObject({
    Log: "Hand over",
    "Status note": "Hand over needs the name of the new owner in Log note",
  });
});

test("Reopen takes a closed record back to the open stage in which it was last", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Offer", Budget: 5 });
  world.run();
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  world.edit("Ada", { Log: "Reopen", "Log note": "they called" });
  const { entries } = world.run();
  expect(entries.map(({ kind, from, to, note }) => [kind, from, to, note])).toEqual([
    ["moved", "lost", "offer", "Reopen: they called"],
  ]);
  expect(world.row("Ada")).toMatchObject({
    Stage: "Offer",
    Log: null,
    "Log note": null,
    "Status note": null,
  });
});

test("Reopen takes a record to the stage that is typed beside it", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  world.edit("Ada", { Stage: "Parked", Log: "Reopen" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > lost", "moved lost > parked"]);
});

test("Reopen opens what is closed and lifts no other gate", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  world.edit("Ada", { Stage: "Proposal", Log: "Reopen" });
  world.run();
  expect(world.row("Ada")).toMatchObject({
    Stage: "Lost",
    "Status note": "Proposal needs: Budget, Deadline",
  });
});

test("a new row that says Lost and Reopen is opened", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", Stage: "Lost", Log: "Reopen" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lost", "moved lost > lead"]);
  expect(world.cell("Ada", "Stage")).toBe("Lead");
});

test("Reopen beside a closed stage that is typed comes after the move into it", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost", Log: "Reopen" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > lost", "moved lost > lead"]);
  expect(world.run().changes).toEqual([]);
});

test("Reopen on an open record stays, and says why", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Reopen" });
  const { problems } = world.run();
  expect(told(problems)).toEqual([
    'K2: Reopen is for records that are won, lost or not to be contacted; this one is in "Lead"',
  ]);
});

test("Undo takes back the last move", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  world.edit("Ada", { Log: "Undo", "Log note": "wrong row" });
  const { entries } = world.run();
  expect(entries.map(({ kind, note }) => [kind, note])).toEqual([["undone", "wrong row"]]);
  expect(world.row("Ada")).toMatchObject({ Stage: "Lead", Log: null });
  expect(world.run().changes).toEqual([]);
});

test("after Undo the same move can be made again", () => {
  const world = worldWith("Ada");
  for (const cells of [{ Stage: "Parked" }, { Log: "Undo" }, { Stage: "Parked" }]) {
    world.edit("Ada", cells);
    world.run();
  }
  expect(world.story("Ada")).toEqual([
    "created lead",
    "moved lead > parked",
    "undone",
    "moved lead > parked",
  ]);
  expect(world.cell("Ada", "Stage")).toBe("Parked");
});

test("Undo beside a typed stage takes back that one, and both are history", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  world.edit("Ada", { Stage: "Lost", Log: "Undo" });
  world.run();
  expect(world.story("Ada")).toEqual([
    "created lead",
    "moved lead > parked",
    "moved parked > lost",
    "undone",
  ]);
  expect(world.cell("Ada", "Stage")).toBe("Parked");
});

test("Undo on a record that never moved stays, and says why", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Undo" });
  const { problems } = world.run();
  expect(told(problems)).toEqual(["K2: there is no move to undo: the record is where it began"]);
});

test("Hand over is told once where a stage asks for the owner, and the new owner counts at once", () => {
  const world = dealsWorld({
    boards: {
      Deals: withStages({ Offer: { needs: [{ anyOf: [{ test: "is", field: "owner", value: "Cyd" }] }] } }),
    },
  });
  world.add({ Name: "Ada", Owner: "Bob" });
  world.run();
  world.edit("Ada", { Log: "Hand over", "Log note": "Cyd", Stage: "Offer" });
  world.run();
  expect(world.row("Ada")).toMatchObject({ Owner: "Cyd", Stage: "Offer" });
  expect(world.story("Ada")).toEqual([
    "created lead",
    "hand-over",
    "moved lead > offer",
    "milestone offered",
  ]);
  expect(world.run().changes).toEqual([]);
});

test("what was logged may be what a stage needs", () => {
  const world = dealsWorld({
    boards: {
      Deals: withStages({ Offer: { needs: [{ anyOf: [{ test: "logged", activity: "reply-yes" }] }] } }),
    },
  });
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  world.edit("Ada", { Stage: "Offer", Log: "Reply: yes" });
  world.edit("Bob", { Stage: "Offer", Log: "Reply: no" });
  world.run();
  expect(world.cell("Ada", "Stage")).toBe("Offer");
  expect(world.cell("Bob", "Status note")).toBe("Offer needs: Reply: yes logged");
});
