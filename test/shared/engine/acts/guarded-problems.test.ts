// What a person may accept, and what nobody can.

import { expect, test } from "vitest";
import { guardedProblems } from "../../../../shared/engine/acts/guarded-problems.ts";
import { told } from "../../../world.ts";
import { worldWith } from "../deals.ts";

const NAMES = ["Ada", "Bob", "Cleo", "Dan", "Eva", "Finn"];

test("records that are gone at once may be accepted, and are no problem after that", () => {
  const world = worldWith(...NAMES);
  for (const name of NAMES.slice(1)) world.deleteRow(name);
  expect(told(guardedProblems(world.tables(), world.nextRun()))).toEqual([
    "5 of 6 deals are gone at once; bring them back, or accept it if they were deleted on purpose",
  ]);
  world.run({ acceptsGuards: true });
  expect(guardedProblems(world.tables(), world.nextRun())).toEqual([]);
});

test("a column that is missing, and a stage that nobody knows, are mended and not accepted", () => {
  const world = worldWith(...NAMES);
  world.edit("Ada", { Stage: "Wonn" });
  expect(guardedProblems(world.tables(), world.nextRun())).toEqual([]);
  world.replace(
    world.tables().map((table) => {
      if (table.tab !== "Deals") return table;
      const { name: _, ...marks } = table.marks;
      return { ...table, header: table.header.map((cell) => (cell === "Name" ? null : cell)), marks };
    }),
  );
  expect(guardedProblems(world.tables(), world.nextRun())).toEqual([]);
});
