// The history against other hands: what shows that it was changed, and who may accept that.

import { expect, test } from "vitest";
import { told, type World } from "../../world.ts";
import { worldWith } from "./deals.ts";

const ACCEPT = "undo the change, or accept it if it was made on purpose";

function lastEntryId(world: World): string {
  return world.log()[world.log().length - 1]?.id ?? "";
}

test("a row that is deleted from the history is a problem until somebody accepts it", () => {
  const world = worldWith("Ada", "Bob");
  world.deleteRow(lastEntryId(world), "Activity");
  expect(told(world.run().problems)).toContain(`the history has 1 row fewer than Stageline wrote; ${ACCEPT}`);
  expect(told(world.run().problems)).toContain(`the history has 1 row fewer than Stageline wrote; ${ACCEPT}`);
  world.run({ acceptsGuards: true });
  expect(world.run().problems).toEqual([]);
});

test("a row that is copied in the history is a problem, and counts once", () => {
  const world = worldWith("Ada");
  const row = world.deleteRow(lastEntryId(world), "Activity");
  world.bringBack(row, "Activity");
  world.bringBack(row, "Activity");
  const { problems, entries } = world.run();
  expect(told(problems)).toEqual([`the history has 1 row more than Stageline wrote; ${ACCEPT}`]);
  expect(entries).toEqual([]);
});

test("a check that was changed is a problem", () => {
  const world = worldWith("Ada");
  world.edit(lastEntryId(world), { Check: "cabcdefghjkmnpqrstvwx" }, "Activity");
  expect(told(world.run().problems)).toEqual([`a row of the history was changed; ${ACCEPT}`]);
});

test("sorting the history does no harm", () => {
  const world = worldWith("Cleo", "Ada", "Bob");
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  world.sort("Name", "Activity");
  expect(world.run().changes).toEqual([]);
  world.edit("Bob", { Stage: "Parked" });
  world.run();
  expect(world.run().problems).toEqual([]);
});

test("a row of the history that cannot be read is a problem, and the rest still counts", () => {
  const world = worldWith("Ada", "Bob");
  world.edit(lastEntryId(world), { Entry: "craeted" }, "Activity");
  const { problems } = world.run();
  expect(told(problems)[0]).toMatch(/"craeted" is no kind of history entry/);
  expect(world.cell("Ada", "Stage")).toBe("Lead");
});
