// Headers that are no longer in row 1 stop their board with one sentence, and nothing of it is written.

import { expect, test } from "vitest";
import type { Table } from "../../../shared/table/table.ts";
import { told, type World } from "../../world.ts";
import { worldWith } from "../engine/deals.ts";

const STOPPED = "the headers stand in row 3; put them back into row 1";

function rearranged(world: World, change: (table: Table) => Table): void {
  world.replace(world.tables().map((table) => (table.tab === "Deals" ? change(table) : table)));
}

// The first record changes places with the headers, as far as `columns` goes.
function sortedIn(table: Table, columns = Number.POSITIVE_INFINITY): Table {
  const swapped = (cells: Table["header"], others: Table["header"]) => {
    const length = Math.max(cells.length, others.length);
    return Array.from({ length }, (_, at) => (at < columns ? (others[at] ?? null) : (cells[at] ?? null)));
  };
  const { header, rows } = table;
  return {
    ...table,
    header: swapped(header, rows[1]?.cells ?? []),
    rows: rows.map((row, index) => (index === 1 ? { ...row, cells: swapped(row.cells, header) } : row)),
  };
}

test.each([
  ["sorted in with the records", (table: Table) => sortedIn(table)],
  ["sorted in without the hidden columns", (table: Table) => sortedIn(table, 6)],
  [
    "below rows that were put above them",
    ({ header, ...table }: Table): Table => ({ ...table, header: [], rows: [{ at: 3, cells: header }] }),
  ],
])("headers %s are told in one sentence, and nobody is removed", (_, change) => {
  const world = worldWith("Ada", "Bob");
  rearranged(world, change);
  const { problems, changes, entries } = world.run();
  expect([told(problems), entries]).toEqual([[STOPPED], []]);
  expect(changes.filter(({ tab }) => tab === "Deals")).toEqual([]);
});

test("once they are back, everything is as it was", () => {
  const world = worldWith("Ada", "Bob");
  const before = world.tables();
  rearranged(world, (table) => sortedIn(table));
  world.run();
  rearranged(world, () => before.find(({ tab }) => tab === "Deals") as Table);
  expect(world.run()).toMatchObject({ entries: [], problems: [] });
});

test("a row of headers that is pasted below the true ones is a mistake of its row only", () => {
  const world = worldWith("Ada");
  world.add({ Name: "Name", Stage: "Stage" });
  world.edit("Ada", { Stage: "Parked" });
  expect(world.run().entries.map(({ kind }) => kind)).toEqual(["moved"]);
});
