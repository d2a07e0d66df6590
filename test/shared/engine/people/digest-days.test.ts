// Digests over some days of a book that is looked at every hour, as its triggers do.

import { expect, test } from "vitest";
import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import type { World } from "../../../world.ts";
import { dealsWorld } from "../deals.ts";

const team = ["Ada", "Bob"].map((name) => {
  return { id: name.toLowerCase(), name, email: `${name.toLowerCase()}@example.org`, roles: [] };
});

function digestsOf(world: World): readonly string[] {
  return outboxRows(world.tables()).map(({ to, due, state }) => `${due?.slice(0, 16)} ${to[0]}: ${state}`);
}

/** Looks every hour, until that moment. */
function lookUntil(world: World, moment: string): void {
  while (world.nextRun().now < moment) world.run();
}

/** Thursday 19 November 2026 at noon; Ada's deal has a reply that waits, Bob's has none. */
function thursday(): World {
  const world = dealsWorld({ team });
  world.waitUntil("2026-11-19T11:00:00Z");
  world.add([
    { Name: "Cy", Owner: "Ada" },
    { Name: "Dan", Owner: "Bob" },
  ]);
  world.run();
  world.edit("Cy", { Log: "Reply: yes" });
  return world;
}

test("looked at every hour, each person who has something to do gets one digest a working day", () => {
  const world = thursday();
  lookUntil(world, "2026-11-24T07:00:00");
  expect(digestsOf(world)).toEqual([
    "2026-11-20T08:00 ada@example.org: cancelled",
    "2026-11-23T08:00 ada@example.org: waiting to send",
  ]);
});

test("looked at once after some days, there is one digest, of that day", () => {
  const world = thursday();
  world.run();
  world.waitUntil("2026-11-24T15:00:00Z");
  world.run();
  expect(digestsOf(world)).toEqual(["2026-11-24T08:00 ada@example.org: waiting to send"]);
  expect(world.look().changes).toEqual([]);
});
