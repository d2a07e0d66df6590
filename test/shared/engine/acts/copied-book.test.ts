// A file that somebody copied: it knows, and is asked what it is for.

import { expect, test } from "vitest";
import { bookOrigin, goOn, startFresh } from "../../../../shared/engine/acts/copied-book.ts";
import { readHead } from "../../../../shared/engine/head.ts";
import { hostRowChanges } from "../../../../shared/engine/host-rows.ts";
import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { refreshDashboard } from "../../../../shared/report/dashboard/refresh-dashboard.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { worldWith } from "../deals.ts";
import { withMessages } from "../outbox/waiting-rows.ts";

const ORIGINAL = { id: "file 1" };
const COPY = { id: "file 2", now: parseMoment("2026-11-03T09:00:00Z") };

function copiedWorld(): World {
  const world = worldWith("Ada", "Bob");
  world.edit("Ada", { Stage: "Lost" });
  world.add({ Person: "Robin" }, "Team");
  world.run();
  const rows = { book: ORIGINAL.id, owner: "robin@example.org", writer: "w1", until: "2026-11-02T09:00:30Z" };
  world.apply(hostRowChanges(world.tables(), rows));
  return world;
}

test("a book knows the file that it is in, and that another is a copy", () => {
  const world = copiedWorld();
  expect(bookOrigin(world.tables(), ORIGINAL)).toBe("own");
  expect(bookOrigin(world.tables(), COPY)).toBe("copied");
  expect(bookOrigin(worldWith("Ada").tables(), COPY)).toBe("unnamed");
});

test("going on keeps every record and its history, and forgets who kept the original", () => {
  const world = copiedWorld();
  const log = world.log();
  world.apply(goOn(world.tables(), COPY).changes);
  expect(world.log()).toEqual(log);
  expect(readHead(world.tables()).others).toMatchObject({ book: "file 2", owner: "", writer: "", until: "" });
  expect(world.run().changes).toEqual([]);
});

test("starting fresh takes every record with its history, and keeps the set-up", () => {
  const world = copiedWorld();
  const before = world.look().definition;
  world.apply(startFresh(world.tables(), COPY).changes);
  const { definition, problems } = world.run();
  expect([world.names(), problems]).toEqual([[], []]);
  expect(world.log().map(({ kind }) => kind)).toEqual(["definition-changed"]);
  expect(definition).toEqual({ ...before, practice: true });
  expect(bookOrigin(world.tables(), COPY)).toBe("own");
  expect(world.run().changes).toEqual([]);
});

test("a fresh book takes new records as if it had just been made", () => {
  const world = copiedWorld();
  world.apply(startFresh(world.tables(), COPY).changes);
  world.run();
  world.add({ Name: "Cleo" });
  world.run();
  expect(world.story("Cleo")).toEqual(["created lead"]);
});

test("the Dashboard of a fresh book tells nothing of the original", () => {
  const world = copiedWorld();
  world.apply(refreshDashboard(world.tables(), { now: world.nextRun().now }).changes);
  world.apply(startFresh(world.tables(), COPY).changes);
  expect(world.table("Dashboard").rows).toEqual([]);
});

test("a fresh start that was cut short anywhere is asked for again, and can be made then", () => {
  const { changes } = startFresh(copiedWorld().tables(), COPY);
  for (let cut = 0; cut < changes.length; cut++) {
    const world = copiedWorld();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, bookOrigin(world.tables(), COPY)]).toEqual([cut, "copied"]);
    world.apply(startFresh(world.tables(), COPY).changes);
    expect([cut, world.run().problems, world.names()]).toEqual([cut, [], []]);
    expect(world.run().changes).toEqual([]);
  }
});

test("a copy sends nothing of what waited in the original, and asks for mail from now on only", () => {
  for (const begin of [goOn, startFresh]) {
    const world = copiedWorld();
    world.replace(withMessages(world.tables(), { id: "m1" }, { id: "m2", state: "sent" }));
    world.apply(begin(world.tables(), COPY).changes);
    expect(outboxRows(world.tables())).toEqual([]);
    expect(readHead(world.tables()).others["messages_since"]).toBe("2026-11-03T09:00:00+00:00");
  }
});
