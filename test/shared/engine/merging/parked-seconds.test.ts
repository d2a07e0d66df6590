// Where a pipeline keeps seconds, the row of one that goes into another stays, and points at the one that is worked; and
// nobody whom the book keeps from messages gets lost on the way.

import { expect, test } from "vitest";
import { prospecting } from "../../../../shared/definition/templates/prospecting.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { openWorld, type World } from "../../../world.ts";
import { merge, shown, unmerge } from "./merging.ts";

const accounts = pipelineFromPlan({ ...prospecting, rules: [] });

function twoKilos(): World {
  const world = openWorld({ boards: { Accounts: accounts } });
  world.add([
    { Name: "Kilo", Website: "https://kilo.example" },
    { Name: "Kilo Ltd", "E-mail": "ann@kilo.example" },
  ]);
  world.run();
  return world;
}

test("the row goes where seconds are kept, and points at the other", () => {
  const world = twoKilos();
  expect(merge(world, "Kilo Ltd", "Kilo")).toBe(
    '"Kilo Ltd" is one with "Kilo" now; it took over E-mail; its row stays, in "Duplicate Account"',
  );
  expect(world.row("Kilo Ltd")).toMatchObject({ Stage: "Duplicate Account", "Duplicate of": "Kilo" });
  expect(world.cell("Kilo", "E-mail")).toBe("ann@kilo.example");
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});

test("it counts once", () => {
  const world = twoKilos();
  merge(world, "Kilo Ltd", "Kilo");
  const { now } = world.nextRun();
  const [board] = reportFromTables(world.tables(), { asOf: now }).report.boards;
  expect(board?.stages.map(({ stage, reached }) => `${stage} ${reached}`)).toContain("Cold 1");
});

test("taken apart, it is back where it was, and points at nothing", () => {
  const world = twoKilos();
  const before = shown(world, ["Accounts"]);
  merge(world, "Kilo Ltd", "Kilo");
  expect(unmerge(world, "Kilo Ltd")).toBe('"Kilo Ltd" and "Kilo" are two again');
  expect(shown(world, ["Accounts"])).toEqual(before);
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});

test("one that somebody had put there stays there when they are taken apart", () => {
  const world = twoKilos();
  world.edit("Kilo Ltd", { Stage: "Duplicate Account", "Duplicate of": "Kilo" });
  world.run();
  const before = shown(world, ["Accounts"]);
  merge(world, "Kilo Ltd", "Kilo");
  unmerge(world, "Kilo Ltd");
  expect(shown(world, ["Accounts"])).toEqual(before);
});

test("one that is moved on from there by hand is a record of its own again", () => {
  const world = twoKilos();
  merge(world, "Kilo Ltd", "Kilo");
  world.edit("Kilo Ltd", { Log: "Reopen" });
  world.run();
  expect(() => unmerge(world, "Kilo Ltd")).toThrow('no record called "Kilo Ltd" became one with another');
});

test("a client does not become one with an account that is worked", () => {
  const world = twoKilos();
  world.edit("Kilo Ltd", { Stage: "Current Client" });
  world.run();
  expect(() => merge(world, "Kilo Ltd", "Kilo")).toThrow(
    '"Kilo Ltd" is in "Current Client"; keep that one, and let "Kilo" go into it',
  );
});

test("of two clients, none goes whose addresses the other would not keep from messages", () => {
  const world = twoKilos();
  world.edit("Kilo", { "E-mail": "bob@kilo.example" });
  for (const name of ["Kilo", "Kilo Ltd"]) world.edit(name, { Stage: "Current Client" });
  world.run();
  expect(() => merge(world, "Kilo Ltd", "Kilo")).toThrow(
    '"ann@kilo.example" would no longer be kept from messages, since "Kilo" has another; change that first',
  );
});

test("who wants no messages gets none after it", () => {
  const world = twoKilos();
  world.edit("Kilo Ltd", { "Do not contact": "yes" });
  world.run();
  merge(world, "Kilo Ltd", "Kilo");
  expect(world.cell("Kilo", "Do not contact")).toBe("yes");
});

test("where one wants messages and the other none, that is asked first", () => {
  const world = twoKilos();
  world.edit("Kilo Ltd", { "Do not contact": "yes" });
  world.edit("Kilo", { "Do not contact": "no" });
  world.run();
  expect(() => merge(world, "Kilo Ltd", "Kilo")).toThrow(
    '"Do not contact" is yes for "Kilo Ltd" and no for "Kilo"; make them alike first',
  );
});
