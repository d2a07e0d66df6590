// Two shows on one date in one room are flagged, not refused.

import { expect, test } from "vitest";
import { shows } from "../../../shared/definition/templates/shows.ts";
import { pipelineFromPlan } from "../../../shared/definition/templates/template.ts";
import { openWorld, type World } from "../../world.ts";

const evening = { serial: 46_500 };

function showsWorld(...rows: readonly Parameters<World["add"]>[0][]): World {
  const world = openWorld({ boards: { Shows: pipelineFromPlan(shows) } });
  for (const row of rows) world.add(row);
  return world;
}

function flag(world: World, name: string): unknown {
  return world.cell(name, "Status note");
}

test("both say which other has the same date and room, and neither is a problem", () => {
  const world = showsWorld(
    { Name: "Hamlet", "Event on": evening, Room: "Main" },
    { Name: "Faust", "Event on": evening, Room: " main " },
    { Name: "Lear", "Event on": evening, Room: "Cellar" },
    { Name: "Macbeth", "Event on": evening },
  );
  expect(world.run().problems).toEqual([]);
  expect([flag(world, "Hamlet"), flag(world, "Faust")]).toEqual([
    'the same Event on and Room as "Faust"',
    'the same Event on and Room as "Hamlet"',
  ]);
  expect([flag(world, "Lear"), flag(world, "Macbeth")]).toEqual([null, null]);
  expect(world.run().changes).toEqual([]);
});

test("one that is moved to a lost stage flags nobody any more, in the same run", () => {
  const world = showsWorld(
    { Name: "Hamlet", "Event on": evening, Room: "Main" },
    { Name: "Faust", "Event on": evening, Room: "Main" },
    { Name: "Lear", "Event on": evening, Room: "Main" },
  );
  world.run();
  expect(flag(world, "Hamlet")).toBe('the same Event on and Room as "Faust" and 1 more');
  world.edit("Faust", { Stage: "Declined", "Lost reason": "too late" });
  world.edit("Lear", { "Event on": { serial: 46_501 } });
  world.run();
  expect([flag(world, "Hamlet"), flag(world, "Faust"), flag(world, "Lear")]).toEqual([null, null, null]);
  expect(world.run().changes).toEqual([]);
});

test("a move that is refused leaves the flag where it was", () => {
  const world = showsWorld(
    { Name: "Hamlet", "Event on": evening, Room: "Main" },
    { Name: "Faust", "Event on": evening, Room: "Main" },
  );
  world.run();
  world.edit("Faust", { Stage: "Offer Made" });
  world.run();
  expect(flag(world, "Hamlet")).toBe('the same Event on and Room as "Faust"');
  expect(flag(world, "Faust")).toBe('Offer Made needs: Offer; the same Event on and Room as "Hamlet"');
  expect(world.run().changes).toEqual([]);
});

test("a field under Flag the same that the pipeline lacks is a problem at its cell", () => {
  const world = showsWorld();
  world.edit("Shows", { "Flag the same": "Event on, Hall" }, "Pipelines");
  const { problems } = world.run();
  expect(problems.map(({ tab, message }) => [tab, message.slice(0, 33)])).toEqual([
    ["Pipelines", '"Hall" is not one of the fields N'],
  ]);
});
