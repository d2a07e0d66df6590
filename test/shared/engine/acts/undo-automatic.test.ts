// What the book did last by itself can be taken back, and stays so.

import { expect, test } from "vitest";
import { undoLastAutomaticAct } from "../../../../shared/engine/acts/undo-automatic.ts";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import { pathEntry } from "../../../../shared/engine/row/entry-making.ts";
import { openWorld, type World } from "../../../world.ts";
import { ruledDeals } from "../deals.ts";

function ruledWorld(...names: readonly string[]): World {
  const world = openWorld({ boards: { Deals: ruledDeals } });
  world.add(names.map((name) => ({ Name: name })));
  world.run();
  return world;
}

function undo(world: World): string {
  const undone = undoLastAutomaticAct(world.tables(), world.nextRun({ knownBy: "sidebar", actor: "Robin" }));
  world.apply(undone.changes);
  return undone.sentence;
}

test("a field goes back to what it was, and it is said whose doing it had been", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  expect(undo(world)).toBe(
    '"ada": Temperature is "Cold" again; the rule "Warm when it logged" had made it "Warm"',
  );
  expect(world.cell("ada", "Temperature")).toBe("Cold");
});

test("the history keeps what the rule did and says who took it back", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  undo(world);
  expect(world.story("ada").slice(-2)).toEqual([
    "field temperature: Cold > Warm",
    "field temperature: Warm > Cold",
  ]);
  expect(world.log().at(-1)).toMatchObject({ who: "Robin", knownBy: "sidebar" });
});

test("the next looks leave it so, whatever a rule says of what happened before", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  undo(world);
  expect(world.run().changes).toEqual([]);
  expect(world.cell("ada", "Temperature")).toBe("Cold");
});

test("a field that was empty is empty again, and stays so", () => {
  const world = openWorld({
    boards: { Deals: { ...ruledDeals, fields: ruledDeals.fields.map(({ default: _, ...field }) => field) } },
  });
  world.add({ Name: "ada" });
  world.run();
  world.edit("ada", { Stage: "Lost" });
  world.run();
  expect(undo(world)).toMatch(/^"ada": Temperature is empty again; /);
  world.run();
  expect(world.cell("ada", "Temperature")).toBe(null);
});

test("the newest comes first, on whatever record; then the one before it", () => {
  const world = ruledWorld("ada", "bob");
  for (const name of ["ada", "bob"]) {
    world.edit(name, { Log: "Reply: yes" });
    world.run();
  }
  expect(undo(world)).toMatch(/^"bob"/);
  expect(undo(world)).toMatch(/^"ada"/);
  expect(undo(world)).toBe("There is no automatic act to undo");
});

test("what somebody changed since is not taken back", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Log: "Reply: yes" });
  world.run();
  world.edit("ada", { Temperature: "Hot" });
  expect(undo(world)).toBe("There is no automatic act to undo");
  expect(world.cell("ada", "Temperature")).toBe("Hot");
});

test("what a rule took back because somebody undid a move is that somebody's doing", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Stage: "Lost" });
  world.run();
  world.edit("ada", { Log: "Undo" });
  world.run();
  expect(undo(world)).toBe("There is no automatic act to undo");
});

test("a move that a rule made is taken back like any other", () => {
  const world = ruledWorld("ada");
  const [created] = world.log();
  const run = world.nextRun({ knownBy: "rule" });
  const subject = { board: "deals", record: created?.record ?? "", name: "ada", n: 1 };
  const moved = pathEntry(run, { kind: "moved", subject, from: "lead", to: "parked" });
  world.apply(historyChanges(world.tables(), [moved]));
  world.edit("ada", { Stage: "Parked" });
  world.run();
  expect(undo(world)).toBe('"ada": the move by a rule was taken back');
  expect(world.cell("ada", "Stage")).toBe("Lead");
  expect(world.run().changes).toEqual([]);
});

test("a record whose row is gone is passed over", () => {
  const world = ruledWorld("ada", "bob");
  for (const name of ["bob", "ada"]) {
    world.edit(name, { Log: "Reply: yes" });
    world.run();
  }
  world.deleteRow("ada");
  expect(undo(world)).toMatch(/^"bob"/);
});

test("people's changes that nobody looked at are taken in on the way", () => {
  const world = ruledWorld("ada");
  world.edit("ada", { Stage: "Parked" });
  expect(undo(world)).toBe("There is no automatic act to undo");
  expect(world.story("ada")).toEqual(["created lead", "moved lead > parked"]);
});

test("undoing what was cut short anywhere is made whole by the next look", () => {
  const whole = ruledWorld("ada");
  whole.edit("ada", { Log: "Reply: yes" });
  whole.run();
  const run = whole.nextRun({ knownBy: "sidebar" });
  const { changes } = undoLastAutomaticAct(whole.tables(), run);
  for (let cut = 1; cut <= changes.length; cut++) {
    const world = ruledWorld("ada");
    world.edit("ada", { Log: "Reply: yes" });
    world.run();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, world.cell("ada", "Temperature")]).toEqual([cut, "Cold"]);
    expect(world.story("ada").filter((told) => told.endsWith("Warm > Cold"))).toHaveLength(1);
    expect(world.run().changes).toEqual([]);
  }
});
