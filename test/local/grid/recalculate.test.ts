import { expect, test } from "vitest";
import type { CallArgument, CustomFunctions } from "../../../local/grid/custom-call.ts";
import { recalculate, setResult } from "../../../local/grid/recalculate.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { after, at, gridOf, seen, valueAt, write } from "./grids.ts";

/** Functions that count their calls: SAME gives back its argument, FAIL throws. */
function counted(): { readonly functions: CustomFunctions; readonly calls: CallArgument[][] } {
  const calls: CallArgument[][] = [];
  const functions: CustomFunctions = (name, args) => {
    if (name === "FAIL") throw new Error("no such pipeline");
    if (name !== "SAME") return undefined;
    calls.push([...args]);
    return args[0];
  };
  return { functions, calls };
}

const numbers = [
  [1, 2],
  [3, 4],
];
const calculated = (state: Spreadsheet) => recalculate(state, counted().functions);

test("the results of a call spill to the right and down", () => {
  const grid = calculated(write(gridOf(numbers), "D1", [["=SAME(A1:B2)"]]));
  expect(seen(grid, "D1:E2")).toEqual(numbers);
  expect(seen(grid, "D1:E2", "formulas")).toEqual([
    ["=SAME(A1:B2)", null],
    [null, null],
  ]);
});

test("a value in the way blocks the results, and they come when it is gone", () => {
  const grid = calculated(write(write(gridOf(numbers), "E2", [["mine"]]), "D1", [["=SAME(A1:B2)"]]));
  expect(seen(grid, "D1:E2")).toEqual([
    [{ error: "#REF!" }, null],
    [null, "mine"],
  ]);
  const free = calculated(after(grid, { do: "clear", range: at(grid, "E2") }));
  expect(seen(free, "D1:E2")).toEqual(numbers);
});

test("results go when their formula goes, and where its rows go", () => {
  const grid = calculated(write(gridOf(numbers), "D1", [["=SAME(A1:B2)"]]));
  const gone = calculated(after(grid, { do: "clear", range: at(grid, "D1") }));
  expect(seen(gone, "D1:E2")).toEqual([
    [null, null],
    [null, null],
  ]);
  const insert = { do: "insertLines", tab: 0, axis: "rows", at: 1, count: 1, side: "before" } as const;
  expect(seen(calculated(after(grid, insert)), "D1:E3")).toEqual([[null, null], ...numbers]);
});

test("a call is made again only when one of its cells holds something else", () => {
  const { functions, calls } = counted();
  const first = recalculate(write(gridOf(numbers), "D1", [["=SAME(A1:B2)"]]), functions);
  expect(recalculate(first, functions)).toBe(first);
  const elsewhere = recalculate(write(first, "A9", [["x"]]), functions);
  const same = recalculate(write(elsewhere, "A1", [[1]]), functions);
  expect(calls).toHaveLength(1);
  const other = recalculate(write(same, "A1", [[7]]), functions);
  expect(calls).toHaveLength(2);
  expect(valueAt(other, "D1")).toBe(7);
});

test("arguments are texts, numbers, yes and no, one cell, or rows up to the end of the tab", () => {
  const { functions, calls } = counted();
  const grid = gridOf([[1, { serial: 46_346 }]], { tabs: ["My tab"] });
  recalculate(write(grid, "D1", [['=SAME(A1, "a ""b""", -1.5, TRUE, \'My tab\'!$B$1, A:A, )']]), functions);
  const [one, text, number, yes, day, column, nothing] = calls[0] ?? [];
  expect([one, text, number, yes, day, nothing]).toEqual([1, 'a "b"', -1.5, true, { serial: 46_346 }, null]);
  expect(column).toHaveLength(1000);
});

test("a name that nobody has, a throw and cells that are gone are errors of their own", () => {
  const grid = calculated(write(gridOf([]), "A1:C1", [["=NOBODY(1)", "=FAIL(1)", "=SAME(Gone!A1)"]]));
  expect(seen(grid, "A1:C1")).toEqual([[{ error: "#NAME?" }, { error: "#ERROR!" }, { error: "#REF!" }]]);
});

test("calls may read each other's results", () => {
  const grid = calculated(write(gridOf([[5]]), "B1:C1", [["=SAME(C1)", "=SAME(A1)"]]));
  expect(seen(grid, "B1:C1")).toEqual([[5, 5]]);
});

test("a formula of another kind keeps the result that it was given, and has none of its own", () => {
  const grid = calculated(write(gridOf(numbers), "D1:E1", [["=SUM(A1:B2)", "=A1+1"]]));
  expect(seen(grid, "D1:E1")).toEqual([[{ error: "#N/A" }, { error: "#N/A" }]]);
  const given = calculated(setResult(grid, { tab: 0, row: 1, column: 4 }, 10));
  expect(valueAt(given, "D1")).toBe(10);
});
