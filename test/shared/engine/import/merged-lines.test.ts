// A file that is imported again after two of its records were made one brings neither back.

import { expect, test } from "vitest";
import { dealsWorld } from "../deals.ts";
import { merge, unmerge } from "../merging/merging.ts";
import { fileOf, importInto } from "./imports.ts";

const file = fileOf("id,name,budget", "A1,Ada,5", "A2,Adah,");
const plans = [
  {
    fields: [
      { field: "Name", column: "name" },
      { field: "Budget", column: "budget" },
    ],
  },
  { idColumn: "id", fields: [{ field: "Budget", column: "budget" }] },
];

test.each(plans)("by name and by ID, its line changes nothing while they are one", (plan) => {
  const world = dealsWorld();
  importInto(world, file, plan);
  const [one = "", other = ""] = world.names();
  merge(world, other, one);
  expect(importInto(world, file, plan)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  expect(world.names()).toEqual([one, ""]);
  unmerge(world, other);
  expect(importInto(world, file, plan)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  expect(world.names()).toEqual([one, other]);
});
