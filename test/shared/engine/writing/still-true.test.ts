// What is left of a plan when people went on working while it was made.

import { expect, test } from "vitest";
import { stillTrue } from "../../../../shared/engine/writing/still-true.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { Table } from "../../../../shared/table/table.ts";

const HEADER = ["Stage", "Name", "ID"];

function board(...rows: readonly (readonly Cell[])[]): Table {
  return {
    tab: "Deals",
    header: HEADER,
    rows: rows.map((cells, index) => ({ at: index + 2, cells })),
    marks: { stage: 0, name: 1, id: 2 },
    merges: [],
  };
}

const ada = ["Won", "Ada", "r1"];
const bob = ["Lead", "Bob", "r2"];
const back: Change = { kind: "setField", tab: "Deals", record: "r1", field: "stage", value: "Lead" };
const named: Change = { kind: "identify", tab: "Deals", atRow: 2, expectFingerprint: "f", id: "r9" };

test("a cell that is as it was read is written, wherever its row is by now", () => {
  expect(stillTrue([back], [board(ada, bob)], [board(bob, ada)])).toEqual([back]);
});

test("a cell that somebody changed meanwhile is left as it is", () => {
  expect(stillTrue([back], [board(ada, bob)], [board(["Lost", "Ada", "r1"], bob)])).toEqual([]);
});

test("a row that is gone needs nothing", () => {
  expect(stillTrue([back], [board(ada, bob)], [board(bob)])).toEqual([]);
});

test("a row that is met by its place must be the one that was read, or everything is looked at again", () => {
  expect(stillTrue([named], [board(["Lead", "New"])], [board(["Lead", "New", null])])).toEqual([named]);
  expect(stillTrue([named], [board(["Lead", "New"])], [board(bob, ["Lead", "New"])])).toBeUndefined();
});

test("columns that moved make everything be looked at again", () => {
  const moved = { ...board(ada), header: ["Name", "Stage", "ID"] };
  expect(stillTrue([back], [board(ada)], [moved])).toBeUndefined();
});
