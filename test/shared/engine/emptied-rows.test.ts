// A row that somebody emptied, and what it keeps of its record, hidden.

import { expect, test } from "vitest";
import { worldWith } from "./deals.ts";

test("what an emptied row keeps goes when a sort gives its ID to another row, which gets the record's cells", () => {
  const world = worldWith("cy", "ada", "bea");
  world.edit("ada", Object.fromEntries(world.table().header.map((header) => [String(header), null])));
  world.run();
  world.sortTorn("Name");
  world.run();
  expect(world.run().changes).toEqual([]);
  const ids = ["bea", "cy"].map((name) => world.cell(name, "ID"));
  expect(new Set(ids).size).toBe(2);
  expect(
    world
      .table()
      .rows.find(({ at }) => at === 4)
      ?.cells.filter((cell) => cell !== null),
  ).toEqual([]);
});
