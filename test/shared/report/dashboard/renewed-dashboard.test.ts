// The Dashboard of a book that is looked after: made once, written where something is new, and left away where somebody
// deleted it.

import { expect, test } from "vitest";
import { renewedDashboard, writtenDashboard } from "../../../../shared/report/dashboard/renewed-dashboard.ts";
import { parseMoment, utc } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { worldWith } from "../../engine/deals.ts";

const at = (time: string) => ({ now: parseMoment(time), zone: utc });
const NOON = at("2026-11-20T12:00:00Z");
const EVENING = at("2026-11-20T18:00:00Z");
const TOMORROW = at("2026-11-21T08:00:00Z");

function renew(world: World, when = NOON) {
  const changes = renewedDashboard(world.tables(), world.tables(), when);
  world.apply(changes);
  return changes;
}

test("the first look makes it, and a second one of the day writes nothing", () => {
  const world = worldWith("Ada");
  expect(renew(world).map(({ kind }) => kind)).toContain("replaceBody");
  expect(renew(world, EVENING)).toEqual([]);
});

test("another day writes it anew; where no record stands, nothing is another", () => {
  const [world, empty] = [worldWith("Ada"), worldWith()];
  renew(world);
  renew(empty);
  expect(renew(world, TOMORROW)).not.toEqual([]);
  expect(renew(empty, TOMORROW)).toEqual([]);
});

test("a tab that somebody deleted stays away until somebody asks for it", () => {
  const world = worldWith("Ada");
  renew(world);
  world.replace(world.tables().filter(({ tab }) => tab !== "Dashboard"));
  expect(renew(world, TOMORROW)).toEqual([]);
  world.apply(writtenDashboard(world.tables(), TOMORROW));
  expect(world.table("Dashboard").header[1]).toBe(TOMORROW.now);
});

test("a book without boards has none", () => {
  expect(renewedDashboard([], [], NOON)).toEqual([]);
});

test("where the last board was left, it says so once", () => {
  const world = worldWith("Ada");
  renew(world);
  const boardless = world.tables().map(({ key, ...table }) => {
    return key === undefined || key.startsWith("board_") ? table : { ...table, key };
  });
  world.replace(boardless);
  renew(world, EVENING);
  expect(world.table("Dashboard").rows.map(({ cells }) => cells)).toEqual([["This book has no boards"]]);
  expect(renew(world, TOMORROW)).toEqual([]);
});
