// A board as large as boards get.

import { expect, test } from "vitest";
import { dealsWorld } from "./deals.ts";

test("ten thousand records are taken in, and a second run changes nothing", () => {
  const world = dealsWorld();
  const table = world.table();
  const name = table.header.indexOf("Name");
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    at: index + 2,
    cells: Array.from({ length: name + 1 }, (__, column) => (column === name ? `Deal ${index}` : null)),
  }));
  world.replace(world.tables().map((each) => (each === table ? { ...table, rows } : each)));
  expect(world.run().entries).toHaveLength(10_000);
  expect(world.run().changes).toEqual([]);
  world.edit("Deal 9999", { Stage: "Parked" });
  expect(world.run().entries).toHaveLength(1);
});
