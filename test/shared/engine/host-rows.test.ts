// Whose turn it is to write: one at a time, and for a minute at most.

import { expect, test } from "vitest";
import { readHead } from "../../../shared/engine/head.ts";
import {
  hostRow,
  hostRowChanges,
  isLive,
  leaseOf,
  releasedLease,
  takenLease,
} from "../../../shared/engine/host-rows.ts";
import { parseMoment } from "../../../shared/value/moment.ts";
import type { World } from "../../world.ts";
import { worldWith } from "./deals.ts";

function at(seconds: string) {
  return parseMoment(`2026-11-20T08:30:${seconds}Z`);
}

function take(world: World, writer: string, from: string, until: string): boolean {
  const changes = takenLease(world.tables(), { writer, now: at(from), until: at(until) });
  world.apply(changes ?? []);
  return changes !== undefined;
}

test("while one has the turn another waits, and takes it when it has run out", () => {
  const world = worldWith("Ada");
  expect(take(world, "sync", "00", "30")).toBe(true);
  expect(take(world, "add-on", "10", "40")).toBe(false);
  expect(take(world, "sync", "20", "50")).toBe(true);
  expect(take(world, "add-on", "50", "59")).toBe(true);
  expect(leaseOf(readHead(world.tables()))).toEqual({ writer: "add-on", until: at("59") });
});

test("a turn is given back by whoever has it, and by nobody else", () => {
  const world = worldWith("Ada");
  take(world, "sync", "00", "30");
  expect(releasedLease(world.tables(), "add-on")).toEqual([]);
  world.apply(releasedLease(world.tables(), "sync"));
  expect(leaseOf(readHead(world.tables()))).toBe(undefined);
  expect(take(world, "add-on", "10", "40")).toBe(true);
});

test("a turn that ends much later than any may was written by a wrong clock, and binds nobody", () => {
  const lease = { writer: "sync", until: parseMoment("2026-11-20T09:30:00Z") };
  expect(isLive(lease, at("00"))).toBe(false);
  expect(isLive({ ...lease, until: parseMoment("2026-11-20T08:31:00Z") }, at("00"))).toBe(true);
  // Written by a clock that is half a minute ahead.
  expect(isLive({ ...lease, until: parseMoment("2026-11-20T08:31:30Z") }, at("00"))).toBe(true);
});

test("a turn whose end nobody can read is none", () => {
  const world = worldWith("Ada");
  world.apply(hostRowChanges(world.tables(), { writer: "sync", until: "soon" }));
  expect(leaseOf(readHead(world.tables()))).toBe(undefined);
});

test("a row of a host is set where it is there, and added where it is not", () => {
  const world = worldWith("Ada");
  for (const owner of ["ada@example.com", "bob@example.com"])
    world.apply(hostRowChanges(world.tables(), { owner }));
  expect(hostRow(readHead(world.tables()), "owner")).toBe("bob@example.com");
  expect(hostRowChanges(world.tables(), { owner: "bob@example.com" })).toEqual([]);
});
