import { expect, test } from "vitest";
import type { GridEvent } from "../../../local/grid/protocol.ts";
import {
  after,
  at,
  dropdown,
  eventsOf,
  gridOf,
  paint,
  placeOf,
  seen,
  type,
  valueAt,
  write,
} from "./grids.ts";

const sales = gridOf([
  ["Stage", "Name"],
  ["Lead", "Ada"],
  ["Won", "Bob"],
]);
const change = (changeType: Extract<GridEvent, { kind: "change" }>["changeType"]) => ({
  kind: "change",
  changeType,
});

test("typing over a cell tells the value and the one before it", () => {
  expect(eventsOf(sales, { do: "type", ...placeOf(sales, "A2"), text: "Won" })).toEqual([
    { kind: "edit", range: at(sales, "A2"), value: "Won", oldValue: "Lead" },
    change("EDIT"),
  ]);
});

test("typing into an empty cell tells no old value, and clearing a cell no value", () => {
  const [typed] = eventsOf(sales, { do: "type", ...placeOf(sales, "C2"), text: "12" });
  expect(typed).toEqual({ kind: "edit", range: at(sales, "C2"), value: "12" });
  const [cleared] = eventsOf(sales, { do: "clear", range: at(sales, "A2") });
  expect(cleared).toEqual({ kind: "edit", range: at(sales, "A2"), oldValue: "Lead" });
});

test("a paste of one cell tells no values", () => {
  expect(eventsOf(sales, { do: "paste", at: placeOf(sales, "A2"), texts: [["Won"]] })).toEqual([
    { kind: "edit", range: at(sales, "A2") },
    change("EDIT"),
  ]);
});

test("a day that is typed comes as its serial number", () => {
  const [event] = eventsOf(sales, { do: "type", ...placeOf(sales, "C2"), text: "2026-11-20" });
  expect(event).toMatchObject({ value: "46346" });
});

test.each([
  ["an inserted row", "insertLines", "rows", "INSERT_ROW"],
  ["an inserted column", "insertLines", "columns", "INSERT_COLUMN"],
  ["a deleted row", "deleteLines", "rows", "REMOVE_ROW"],
  ["a deleted column", "deleteLines", "columns", "REMOVE_COLUMN"],
] as const)("%s is a change and no edit", (_, what, axis, type) => {
  const lines = { tab: 0, axis, at: 2, count: 1, side: "before" } as const;
  expect(eventsOf(sales, { do: what, ...lines })).toEqual([change(type)]);
});

test("moving a row that holds something is an edit of its new place, moving an empty one is a change only", () => {
  const move = { do: "moveLines", tab: 0, axis: "rows", count: 1, to: 2 } as const;
  expect(eventsOf(sales, { ...move, at: 3 })).toEqual([
    { kind: "edit", range: { tab: 0, row: 2, column: 1, rows: 1, columns: 26 } },
    change("EDIT"),
  ]);
  expect(eventsOf(sales, { ...move, at: 9 })).toEqual([change("OTHER")]);
});

test("an edit by the API fires nothing and is not parsed", () => {
  const outcome = { do: "apiEdit", at: placeOf(sales, "A2"), values: [["=1+1", "1/2"]] } as const;
  expect(eventsOf(sales, outcome)).toEqual([]);
  expect(seen(after(sales, outcome), "A2:B2")).toEqual([["=1+1", "1/2"]]);
});

test("a form's answer is a row below the last, told by the names of its questions", () => {
  const answer = { do: "formAnswer", tab: 0, values: ["Lead", "Eve"] } as const;
  expect(eventsOf(sales, answer)).toEqual([
    {
      kind: "formSubmit",
      range: at(sales, "A4:B4"),
      values: ["Lead", "Eve"],
      namedValues: { Stage: ["Lead"], Name: ["Eve"] },
    },
  ]);
  expect(seen(after(sales, answer), "A4:B4")).toEqual([["Lead", "Eve"]]);
});

test("a typed value is refused by the rule of its cell, a pasted one is not", () => {
  const ruled = paint(sales, "A2:A3", dropdown("Lead", "Won"));
  expect(() => type(ruled, "A2", "Wonn")).toThrow("cell A2 violates");
  const pasted = after(ruled, { do: "paste", at: placeOf(ruled, "A2"), texts: [["Wonn"]] });
  expect(valueAt(pasted, "A2")).toBe("Wonn");
  expect(seen(pasted, "A2", "validations")).toEqual([[dropdown("Lead", "Won").validation]]);
});

test("a copied cell brings its rule, look and note over those of the place", () => {
  const source = paint(sales, "B2", { ...dropdown("x"), background: "#00ff00", note: "why" });
  const ruled = paint(source, "A3", dropdown("Lead", "Won"));
  const pasted = after(ruled, { do: "copyPaste", from: at(ruled, "B2"), to: at(ruled, "A3") });
  expect(seen(pasted, "A3", "validations")).toEqual([[dropdown("x").validation]]);
  expect(seen(pasted, "A3", "backgrounds")).toEqual([["#00ff00"]]);
  expect(seen(pasted, "A3", "notes")).toEqual([["why"]]);
});

test("pasted values leave the looks of the place", () => {
  const ruled = paint(write(sales, "C2", [["=A2"]]), "A3", dropdown("Lead", "Won"));
  const pasted = after(ruled, {
    do: "copyPaste",
    from: at(ruled, "B2"),
    to: at(ruled, "A3"),
    what: "values",
  });
  expect(valueAt(pasted, "A3")).toBe("Ada");
  expect(seen(pasted, "A3", "validations")).toEqual([[dropdown("Lead", "Won").validation]]);
});

test("a paste fills a larger place again and again, and the tab grows for what does not fit", () => {
  const filled = after(sales, { do: "copyPaste", from: at(sales, "A2:A3"), to: at(sales, "D1:D4") });
  expect(seen(filled, "D1:D4")).toEqual([["Lead"], ["Won"], ["Lead"], ["Won"]]);
  const grown = after(sales, {
    do: "paste",
    at: placeOf(sales, "Z1000"),
    texts: [
      ["a", "b"],
      ["c", "d"],
    ],
  });
  expect(grown.tabs[0]).toMatchObject({ maxRows: 1001, maxColumns: 27 });
});

test("filling down copies the first row and tells no values", () => {
  const fill = { do: "fillDown", range: at(sales, "A2:A4") } as const;
  expect(seen(after(sales, fill), "A2:A4")).toEqual([["Lead"], ["Lead"], ["Lead"]]);
  expect(eventsOf(sales, fill)[0]).toEqual({ kind: "edit", range: at(sales, "A3:A4") });
});

test("copied formulas name the cells that stand to the copy as before, fixed ones stay", () => {
  const grid = write(sales, "C2", [['=F(A2, $B$2, Sales!A:A, "A2")']]);
  const copied = after(grid, { do: "copyPaste", from: at(grid, "C2"), to: at(grid, "D4") });
  expect(seen(copied, "D4", "formulas")).toEqual([['=F(B4, $B$2, Sales!B:B, "A2")']]);
});

test("cut cells leave nothing, and whoever named them names their new place", () => {
  const grid = write(paint(sales, "A2", dropdown("Lead")), "D1", [["=F(A2, A2:B2, A2:A9)"]]);
  const cut = after(grid, { do: "cutPaste", from: at(grid, "A2:B2"), to: placeOf(grid, "A9") });
  expect(seen(cut, "A2:B2")).toEqual([[null, null]]);
  expect(seen(cut, "A9:B9")).toEqual([["Lead", "Ada"]]);
  expect(seen(cut, "A2", "validations")).toEqual([[null]]);
  expect(seen(cut, "D1", "formulas")).toEqual([["=F(A9, A9:B9, A2:A9)"]]);
});

test("sorting takes values, rules, notes and colours along and tells no values", () => {
  const grid = paint(paint(sales, "A2", { note: "why", background: "#ff0000" }), "B2", dropdown("Ada"));
  const sort = { do: "sort", range: at(grid, "A2:B3"), by: [{ column: 2, order: "descending" }] } as const;
  const sorted = after(grid, sort);
  expect(seen(sorted, "A2:B3")).toEqual([
    ["Won", "Bob"],
    ["Lead", "Ada"],
  ]);
  expect(seen(sorted, "A2:A3", "notes")).toEqual([[null], ["why"]]);
  expect(seen(sorted, "B3", "validations")).toEqual([[dropdown("Ada").validation]]);
  expect(eventsOf(grid, sort)).toEqual([{ kind: "edit", range: at(grid, "A2:B3") }, change("EDIT")]);
});

test("sorting some columns leaves the others where they are", () => {
  const sorted = after(sales, {
    do: "sort",
    range: at(sales, "A2:A3"),
    by: [{ column: 1, order: "descending" }],
  });
  expect(seen(sorted, "A2:B3")).toEqual([
    ["Won", "Ada"],
    ["Lead", "Bob"],
  ]);
});

test("numbers come before texts, texts before yes and no, and empty cells last whichever way round", () => {
  const grid = gridOf([[true], [null], ["b"], ["A"], [10], [9]]);
  const sorted = (order: "ascending" | "descending") =>
    seen(after(grid, { do: "sort", range: at(grid, "A1:A6"), by: [{ column: 1, order }] }), "A1:A6").flat();
  expect(sorted("ascending")).toEqual([9, 10, "A", "b", true, null]);
  expect(sorted("descending")).toEqual([true, "b", "A", 10, 9, null]);
});

test("a tick turns a box and tells it in capitals", () => {
  const grid = paint(write(sales, "C2", [[false]]), "C2", {
    validation: { criteria: { kind: "checkbox" }, allowsInvalid: false },
  });
  expect(eventsOf(grid, { do: "checkbox", ...placeOf(grid, "C2") })[0]).toMatchObject({
    value: "TRUE",
    oldValue: "FALSE",
  });
  expect(() => after(grid, { do: "checkbox", ...placeOf(grid, "A2") })).toThrow("no checkbox");
});

test("a person who types a formula into a cell of plain text gets its letters", () => {
  expect(valueAt(type(paint(sales, "A2", { numberFormat: "@" }), "A2", "=1+1"), "A2")).toBe("=1+1");
});

test("a tab has one filter, which is a range", () => {
  const grid = after(sales, { do: "setFilter", range: at(sales, "A1:B3") });
  expect(grid.tabs[0]?.filter?.range).toEqual(at(sales, "A1:B3"));
  expect(() => after(grid, { do: "setFilter", range: at(sales, "A1:A3") })).toThrow("already has a filter");
  expect(after(grid, { do: "clearFilter", tab: 0 }).tabs[0]?.filter).toBeUndefined();
});
