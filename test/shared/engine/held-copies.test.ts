// A board's tab that was duplicated waits in Held until somebody decides.

import { expect, test } from "vitest";
import type { Table } from "../../../shared/table/table.ts";
import { told, type World } from "../../world.ts";
import { dealsWorld } from "./deals.ts";

const WAITS = "1 copied tab waits here; Take makes it a board of its own, Drop leaves it a plain tab";

function copiedWorld(marks: "with marks" | "without marks" = "with marks"): World {
  const world = dealsWorld();
  world.add([{ Name: "Ada" }, { Name: "Bob", Stage: "Offer", Budget: 5 }, { Name: "Cy", Stage: "Lost" }]);
  world.run();
  const original = world.table("Deals");
  const { key: _, ...plain } = original;
  const copy: Table = marks === "with marks" ? original : { ...plain, marks: {} };
  // A program may put the copy before the original.
  world.replace([{ ...copy, tab: "Deals (2)" }, ...world.tables()]);
  return world;
}

function heldRow(world: World): Readonly<Record<string, unknown>> {
  return world.row("Deals (2)", "Held");
}

test.each(["with marks", "without marks"] as const)(
  "a copy of a board's tab %s waits, and its board is untouched",
  (marks) => {
    const world = copiedWorld(marks);
    const { problems, entries } = world.run();
    expect(told(problems)).toEqual([WAITS]);
    expect(entries).toEqual([]);
    expect(heldRow(world)).toMatchObject({
      Board: "Deals",
      Reason:
        "a copy of the tab Deals with 3 records; Take makes it a board of its own, Drop leaves it a plain tab",
      "Take or Drop": null,
    });
    const again = world.run();
    expect([again.changes, told(again.problems)]).toEqual([[], [WAITS]]);
  },
);

test("a copy that is taken becomes a board of the same pipeline, with copies for records", () => {
  const world = copiedWorld();
  world.run();
  world.edit("Deals (2)", { "Take or Drop": "Take" }, "Held");
  const { problems, definition } = world.run();
  expect(problems).toEqual([]);
  expect(definition.boards.map(({ tab, pipeline }) => [tab, pipeline])).toEqual([
    ["Deals", "deals"],
    ["Deals (2)", "deals"],
  ]);
  const own = world.log().filter(({ board, kind }) => board !== "deals" && kind === "copied");
  expect(own.map(({ kind, name, to }) => `${kind} ${name} ${to}`)).toEqual([
    "copied Ada lead",
    "copied Bob offer",
    "copied Cy lead",
  ]);
  expect(world.cell("Cy", "Stage")).toBe("Lost");
  expect(world.cell("Cy", "Stage", "Deals (2)")).toBe("Lead");
  expect(world.cell("Ada", "ID", "Deals (2)")).not.toBe(world.cell("Ada", "ID"));
  expect(world.run().changes).toEqual([]);
});

test("a copy that is dropped stays a plain tab, is not asked about again, and may be taken later", () => {
  const world = copiedWorld();
  world.run();
  world.edit("Deals (2)", { "Take or Drop": "drop" }, "Held");
  expect(world.run().problems).toEqual([]);
  expect(heldRow(world)).toMatchObject({ Done: "dropped" });
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
  world.edit("Deals (2)", { "Take or Drop": "Take" }, "Held");
  expect(world.run().definition.boards.length).toBe(2);
});

test("a copy that is gone before anybody decided is said to be gone", () => {
  const world = copiedWorld();
  world.run();
  world.replace(world.tables().filter(({ tab }) => tab !== "Deals (2)"));
  expect(world.run().problems).toEqual([]);
  expect(heldRow(world)).toMatchObject({ Done: "no longer there" });
});

test("a run that was cut short while a copy became a board is completed by the next", () => {
  const start = (): World => {
    const world = copiedWorld();
    world.run();
    world.edit("Deals (2)", { "Take or Drop": "Take" }, "Held");
    return world;
  };
  const facts = (world: World) =>
    world
      .log()
      .map(({ board, kind, name, to }) => `${board} ${kind} ${name} ${to ?? ""}`)
      .sort();
  const whole = start();
  const { changes } = whole.look();
  whole.run();
  for (let cut = 0; cut <= changes.length; cut += 1) {
    const world = start();
    world.apply(changes.slice(0, cut));
    world.run();
    expect([cut, facts(world)]).toEqual([cut, facts(whole)]);
    expect(world.run().changes).toEqual([]);
  }
});

test("a tab of people's with a column ID is theirs", () => {
  const world = copiedWorld();
  world.replace([
    ...world.tables().filter(({ tab }) => tab !== "Deals (2)"),
    {
      tab: "Customers",
      header: ["ID", "Name"],
      rows: [{ at: 2, cells: ["4711", "Ada"] }],
      marks: {},
      merges: [],
    },
  ]);
  expect(world.run()).toMatchObject({ changes: [], problems: [] });
});
