// The head of a book: what it says while a run writes, whose rows it leaves alone, and what it knows of the boards.

import fc from "fast-check";
import { expect, test } from "vitest";
import { standingCount } from "../../../shared/engine/board/standing-records.ts";
import { readHead } from "../../../shared/engine/head.ts";
import { hostRow, hostRowChanges } from "../../../shared/engine/host-rows.ts";
import { knownColumns } from "../../../shared/engine/quick/known-columns.ts";
import { reconcile } from "../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { World } from "../../world.ts";
import { dealsWorld, worldWith } from "./deals.ts";
import { handsOn, randomWorld, sessions } from "./edits.ts";

// Tabs that are no history and no board say nothing of a run that was cut short.
function tellsOfRecords({ kind, tab }: Change): boolean {
  return kind !== "layOut" && ["Activity", "Deals", "Projects"].includes(tab);
}

test("a run that was cut short after it wrote into history or boards is seen, and the next run closes the head", () => {
  fc.assert(
    fc.property(sessions, fc.nat(), (session, cut) => {
      const world = randomWorld();
      const hand = handsOn(world);
      for (const edit of session) hand(edit);
      const { changes } = world.look();
      const written = changes.slice(0, cut % (changes.length + 1));
      world.apply(written);
      const isWhole = written.length === changes.length;
      if (written.some(tellsOfRecords) && !isWhole) expect(readHead(world.tables()).open).toBe("yes");
      world.run();
      expect(readHead(world.tables()).open).toBe("");
      expect(world.run().changes).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("the head is the last that a run writes, and says last that it is done", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  const { changes } = world.look();
  const places = changes.map(({ tab }) => tab);
  expect(changes[0]).toMatchObject({ tab: "_state", record: "open", value: "yes" });
  expect(places.slice(places.lastIndexOf("Deals") + 1)).toEqual(["_state", "_state", "_state"]);
  expect(changes[changes.length - 1]).toMatchObject({ record: "open", value: null });
});

test("a run that was cut short while it wrote the head is no tampering", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Parked" });
  const { changes } = world.look();
  for (let left = 1; left <= 3; left++) {
    const cut = applyChanges(world.tables(), changes.slice(0, -left));
    expect(reconcile(cut, world.nextRun()).problems).toEqual([]);
  }
});

test("rows of hosts are carried along by whatever is written", () => {
  const world = worldWith("Ada");
  const rows = [
    { id: "writer", value: "w1" },
    { id: "book", value: "b1" },
  ];
  world.apply([{ kind: "append", tab: "_state", rows }]);
  world.edit("Ada", { Stage: "Parked" });
  world.add({ Pipeline: "Deals", Field: "Region", Type: "text" }, "Fields");
  world.run();
  expect(readHead(world.tables()).others).toEqual({ writer: "w1", book: "b1" });
  expect(world.run().changes).toEqual([]);
});

test("of two rows that say the same thing, as of two runs that each added one, the upper rules and is written", () => {
  const world = worldWith("Ada");
  const rows = [
    { id: "writer", value: "w1" },
    { id: "writer", value: "w2" },
  ];
  world.apply([{ kind: "append", tab: "_state", rows }]);
  expect(hostRow(readHead(world.tables()), "writer")).toBe("w1");
  world.apply(hostRowChanges(world.tables(), { writer: "w3" }));
  expect(hostRow(readHead(world.tables()), "writer")).toBe("w3");
});

function standing(world: World): number {
  return standingCount(readHead(world.tables()).standing["deals"] ?? "");
}

test("the head counts the records that stand on a board", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  const row = world.deleteRow("Bob");
  world.run();
  expect(standing(world)).toBe(2);
  world.bringBack(row);
  world.copyRow("Ada", { as: "Copy" });
  world.run();
  expect(standing(world)).toBe(4);
});

function withHeader(world: World, change: (header: readonly Cell[]) => readonly Cell[]): World {
  const table = world.table();
  world.replace(
    world.tables().map((each) => (each === table ? { ...table, header: change(table.header) } : each)),
  );
  world.run();
  return world;
}

test("the head knows where the columns are, whatever people add behind them", () => {
  const world = withHeader(worldWith("Ada"), (header) => [...header, "Owner", null, "Mine"]);
  expect(knownColumns(readHead(world.tables()), "deals")?.at).toEqual(world.table().marks);
  expect(world.run().changes).toEqual([]);
});

test.each(["", "Owner"])(
  "where a header is %j, two columns could change places and it would not tell",
  (text) => {
    const world = withHeader(worldWith("Ada"), (header) =>
      header.map((cell) => (cell === "Budget" ? text : cell)),
    );
    expect(knownColumns(readHead(world.tables()), "deals")).toBe(undefined);
    expect(world.run().changes).toEqual([]);
  },
);

test("the head knows which rows hold the definition, and which zone is in force", () => {
  const world = dealsWorld();
  world.run();
  expect(readHead(world.tables())).toMatchObject({ definitionRows: "2-2", zone: "UTC" });
  world.add({ Pipeline: "Deals", Field: "Region", Type: "text" }, "Fields");
  world.run();
  expect(readHead(world.tables())).toMatchObject({ definitionRows: "3-3" });
});
