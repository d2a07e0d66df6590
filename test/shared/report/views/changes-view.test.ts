import { expect, test } from "vitest";
import { type ChangesView, changesView } from "../../../../shared/report/views/changes-view.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { dealsPipeline, dealsWorld } from "../../engine/deals.ts";

/** Two deals that came in on Monday 2 November at nine; what follows happens from ten on. */
function twoDeals(): World {
  const world = dealsWorld();
  world.add([
    { Name: "Ada", Owner: "Robin", Budget: 5 },
    { Name: "Bob", Owner: "Kim" },
  ]);
  world.run();
  return world;
}

function changes(world: World, person?: string, rest: { since?: string; seen?: number } = {}): ChangesView {
  const { since = "2026-11-02T09:30:00Z", seen } = rest;
  return changesView(world.tables(), {
    now: parseMoment("2026-11-30T12:00:00Z"),
    since: parseMoment(since),
    ...(person === undefined ? {} : { person }),
    ...(seen === undefined ? {} : { seen }),
  });
}

function told({ records }: ChangesView): readonly string[] {
  return records.map(({ name, lines }) => `${name}: ${lines.map(({ sentence }) => sentence).join("; ")}`);
}

test("where nothing happened since, it says so", () => {
  expect(changes(twoDeals())).toMatchObject({ records: [], nothing: "Nothing changed", seen: 2 });
});

test("each record is told once, with all that happened to it, the newest first", () => {
  const world = twoDeals();
  world.edit("Ada", { Log: "Call" });
  world.run({ actor: "Kim" });
  world.edit("Ada", { Stage: "Offer" });
  world.run({ actor: "Kim" });
  expect(told(changes(world))).toEqual([expect.stringMatching(/^Ada: .*moved from "Lead" to "Offer".*Call/)]);
  // The second run is at eleven.
  expect(told(changes(world, undefined, { since: "2026-11-02T10:30:00Z" }))).toEqual([
    expect.not.stringContaining("Call"),
  ]);
});

test("one's own doing is no news, that of others is, and what is one's own comes first", () => {
  const world = twoDeals();
  world.edit("Ada", { Log: "Call" });
  world.run({ actor: "Kim" });
  world.edit("Bob", { Log: "Meeting" });
  world.run({ actor: "Robin" });
  expect(told(changes(world, "Robin"))).toEqual([expect.stringMatching(/^Ada: .*Call/)]);
  expect(told(changes(world, "Kim"))).toEqual([expect.stringMatching(/^Bob: .*Meeting/)]);
  expect(changes(world, "Robin").records[0]?.isMine).toBe(true);
});

test("what was written since for an earlier time is news, too", () => {
  const world = twoDeals();
  const { seen } = changes(world);
  world.edit("Ada", { Log: "Call" });
  world.run();
  const late = { since: "2026-11-20T00:00:00Z" };
  expect(told(changes(world, undefined, late))).toEqual([]);
  expect(told(changes(world, undefined, { ...late, seen }))).toEqual([expect.stringMatching(/^Ada: .*Call/)]);
});

test("reminders that a rule gave are no changes of the record", () => {
  const rule = {
    ...{ id: "look", name: "Look", when: { on: "enters" as const, stage: "lead" } },
    ...{ whileIn: [], onlyIf: [], until: [], does: [{ do: "remind" as const, text: "look at it" }] },
  };
  const world = dealsWorld({ boards: { Deals: { ...dealsPipeline, rules: [rule] } } });
  world.add([{ Name: "Cy" }]);
  world.run();
  expect(world.story("Cy")).toEqual(["created lead", "message"]);
  expect(told(changes(world, undefined, { since: "2026-11-01T00:00:00Z" }))).toEqual([
    'Cy: came in at "Lead"',
  ]);
});
