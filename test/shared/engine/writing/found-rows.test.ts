// Rows that people moved while cells were written into them, found again. Columns: ID, name, what somebody typed.

import { expect, test } from "vitest";
import { foundRows, type MovedRows } from "../../../../shared/engine/writing/found-rows.ts";
import type { Cell } from "../../../../shared/table/cell.ts";

type Cells = readonly Cell[];

/** "3 is 2": the row that is shown in row 3 is the one that was read in row 2. */
function found(
  asRead: readonly Cells[],
  shown: readonly Cells[],
  written: Readonly<Record<number, Cells>> = {},
) {
  const numbered = (rows: readonly Cells[]) => rows.map((cells, index) => ({ at: index + 2, cells }));
  const edits: MovedRows["edits"] = new Map(
    Object.entries(written).map(([row, cells]) => {
      const set = cells.flatMap((value, column) => (value === null ? [] : [[column, value] as const]));
      return [Number(row), new Map(set.map(([column, value]) => [column, { before: null, value }]))];
    }),
  );
  const rows = foundRows({ asRead: numbered(asRead), shown: numbered(shown), edits, id: 0, name: 1 });
  return [...rows].map(([at, row]) => `${at} is ${row.at}`).sort();
}

test("a row is told by its ID, whatever was typed in it or in its name meanwhile", () => {
  const [ada, bob] = [
    ["r1", "Ada", null],
    ["r2", "Bob", null],
  ];
  expect(found([ada, bob], [bob, ["r1", "Ada L", "x"]])).toEqual(["2 is 3", "3 is 2"]);
  expect(found([ada, bob], [bob])).toEqual(["2 is 3"]);
});

test("a row and its copy are told apart by what they hold, and by their order where both hold the same", () => {
  const [ada, copy] = [
    ["r1", "Ada", null],
    ["r1", "Ada", "Call"],
  ];
  expect(found([ada, copy], [copy, ada])).toEqual(["2 is 3", "3 is 2"]);
  expect(found([ada, ada], [["r0", "New", null], ada, ada])).toEqual(["3 is 2", "4 is 3"]);
});

test("what was written into its place says nothing of a row", () => {
  const [ada, eve] = [
    ["r1", "Ada", null],
    [null, "Eve", null],
  ];
  expect(found([ada, eve], [["r9", "Eve", null]], { 2: ["r9", null, null] })).toEqual(["2 is 3"]);
  expect(found([ada, eve], [["r1", "Ada", "seal"]], { 2: [null, null, "seal"] })).toEqual(["2 is 2"]);
});

test("by its name alone a row is found where one has it, and is not guessed where two do", () => {
  const [eve, other] = [
    [null, "Eve", "a"],
    [null, "Eve", "b"],
  ];
  expect(found([eve], [[null, "Eve", "typed"]])).toEqual(["2 is 2"]);
  expect(found([eve, other], [[null, "Eve", "typed"]])).toEqual([]);
  expect(found([["r1", "Eve", null]], [[null, "Eve", "typed"]])).toEqual([]);
});
