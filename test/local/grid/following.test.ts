// What hangs on cells, rows and columns goes where they go.

import { expect, test } from "vitest";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { after, at, gridOf, paint, seen, write } from "./grids.ts";

const base = gridOf(
  [
    ["Stage", "Name"],
    ["Lead", "Ada"],
    ["Won", "Bob"],
  ],
  { tabs: ["Sales", "Numbers"] },
);
const insertRow = (before: number): PersonAct => ({
  do: "insertLines",
  tab: 0,
  axis: "rows",
  at: before,
  count: 1,
  side: "before",
});
const remove = (axis: "rows" | "columns", first: number, count = 1): PersonAct => ({
  do: "deleteLines",
  tab: 0,
  axis,
  at: first,
  count,
});
const move = (axis: "rows" | "columns", from: number, to: number): PersonAct => ({
  do: "moveLines",
  tab: 0,
  axis,
  at: from,
  count: 1,
  to,
});
const formulaIn = (grid: Spreadsheet, cell: string) => seen(grid, cell, "formulas")[0]?.[0];
const withFormula = (formula: string) => write(base, "Numbers!A1", [[formula]]);

test.each([
  ["=F(Sales!A2:B3)", insertRow(1), "=F(Sales!A3:B4)"],
  ["=F(Sales!A2:B3)", insertRow(3), "=F(Sales!A2:B4)"],
  ["=F(Sales!A2:B3)", insertRow(4), "=F(Sales!A2:B3)"],
  ["=F(Sales!A:B)", insertRow(1), "=F(Sales!A:B)"],
  ["=F(Sales!A2:A)", insertRow(1), "=F(Sales!A3:A)"],
  ["=F(Sales!A2:B3)", remove("rows", 2), "=F(Sales!A2:B2)"],
  ["=F(Sales!A2:B3)", remove("rows", 2, 2), "=F(#REF!)"],
  ["=F(Sales!$A$2)", remove("columns", 1), "=F(#REF!)"],
  ["=F(Sales!B:B, Sales!2:3)", remove("columns", 1), "=F(Sales!A:A, Sales!2:3)"],
  ["=F(Sales!A1)", move("columns", 1, 4), "=F(Sales!C1)"],
  ["=F(Sales!A:C)", move("columns", 1, 4), "=F(Sales!A:C)"],
  ["=F(Sales!A:B)", move("columns", 3, 2), "=F(Sales!A:C)"],
  ["=F(A1, Numbers!B9)", insertRow(1), "=F(A1, Numbers!B9)"],
  ['=F("Sales!A2")', insertRow(1), '=F("Sales!A2")'],
  ["=F(sales!A2)", insertRow(1), "=F(sales!A3)"],
])("%s reads otherwise after lines came, went or moved", (formula, what, expected) => {
  expect(formulaIn(after(withFormula(formula), what), "Numbers!A1")).toBe(expected);
});

test("formulas take the new name of a tab, in quotes where it needs them", () => {
  const named = (name: string) => after(withFormula("=F(Sales!A1)"), { do: "renameTab", tab: 0, name });
  expect(formulaIn(named("Deals"), "Numbers!A1")).toBe("=F(Deals!A1)");
  expect(formulaIn(named("Ada's deals"), "Numbers!A1")).toBe("=F('Ada''s deals'!A1)");
});

test("formulas that name a deleted tab name nothing", () => {
  expect(formulaIn(after(withFormula("=F(Sales!A1:B2, 1)"), { do: "deleteTab", tab: 0 }), "Numbers!A1")).toBe(
    "=F(#REF!, 1)",
  );
});

test("column metadata goes with its column and is deleted with it", () => {
  const place = { kind: "column", tab: 0, column: 2 } as const;
  const grid = writeGrid(base, { do: "addMetadata", place, key: "k", value: "v", isVisibleToAll: true });
  const columnOf = (what: PersonAct) => after(grid, what).metadata.map((entry) => entry.place);
  expect(columnOf(move("columns", 2, 5))).toEqual([{ ...place, column: 4 }]);
  expect(columnOf(move("columns", 1, 4))).toEqual([{ ...place, column: 1 }]);
  expect(columnOf(remove("columns", 1))).toEqual([{ ...place, column: 1 }]);
  expect(columnOf(remove("columns", 2))).toEqual([]);
  expect(columnOf(insertRow(1))).toEqual([place]);
});

test("metadata has room for 30,000 characters on a tab and as many on the spreadsheet", () => {
  const add = (state: Spreadsheet, kind: "tab" | "spreadsheet", length: number) =>
    writeGrid(state, {
      do: "addMetadata",
      place: kind === "tab" ? { kind, tab: 0 } : { kind },
      key: "k",
      value: "v".repeat(length - 1),
      isVisibleToAll: true,
    });
  const full = add(add(base, "tab", 30_000), "spreadsheet", 30_000);
  expect(() => add(full, "tab", 2)).toThrow("at most 30000 characters");
  expect(() => add(full, "spreadsheet", 2)).toThrow("at most 30000 characters");
});

test("a dropdown that names cells follows them, and names none when they are deleted", () => {
  const range = at(base, "Sales!A2:A3");
  const rule = { criteria: { kind: "range", range, showsDropdown: true }, allowsInvalid: true } as const;
  const grid = paint(base, "Numbers!C1", { validation: rule });
  const ruleAfter = (what: PersonAct) => seen(after(grid, what), "Numbers!C1", "validations")[0]?.[0];
  expect(ruleAfter(insertRow(1))).toEqual({
    ...rule,
    criteria: { ...rule.criteria, range: { ...range, row: 3 } },
  });
  expect(ruleAfter(remove("columns", 1))).toMatchObject({ criteria: { kind: "formula", formula: "#REF!" } });
});

test("a dropdown by formula follows the cells that it names, and a copied or inserted row asks for its own", () => {
  const rule = (formula: string) =>
    ({ criteria: { kind: "formula", formula }, allowsInvalid: true }) as const;
  const grid = paint(base, "C2", { validation: rule("OFFSET($A2,0,0)") });
  const ruleIn = (state: Spreadsheet, cell: string) => seen(state, cell, "validations")[0]?.[0];
  expect(ruleIn(after(grid, insertRow(1)), "C3")).toEqual(rule("OFFSET($A3,0,0)"));
  const copied = after(grid, { do: "copyPaste", from: at(grid, "C2"), to: at(grid, "C9") });
  expect(ruleIn(copied, "C9")).toEqual(rule("OFFSET($A9,0,0)"));
  const inserted = writeGrid(grid, { do: "insertRows", tab: 0, before: 3, count: 2 });
  expect(ruleIn(inserted, "C4")).toEqual(rule("OFFSET($A4,0,0)"));
});

test("a dropdown by formula that is fixed to its cells is one and the same wherever it is copied to", () => {
  const rule = {
    criteria: { kind: "formula", formula: "OFFSET('Sales'!$A$2,0,0)" },
    allowsInvalid: true,
  } as const;
  const grid = paint(base, "Numbers!C2", { validation: rule });
  const what = { do: "copyPaste", from: at(grid, "Numbers!C2"), to: at(grid, "Numbers!D9") } as const;
  const [first, second] = ["Numbers!C2", "Numbers!D9"].map(
    (cell) => seen(after(grid, what), cell, "validations")[0]?.[0],
  );
  expect(second).toBe(first);
  expect(second).toEqual(rule);
});

test("colours by rule, protections, named ranges and the filter are ranges that shift", () => {
  const range = at(base, "A2:B3");
  const coloured = writeGrid(base, {
    do: "setConditionalFormats",
    tab: 0,
    rules: [{ ranges: [range], condition: { kind: "formula", formula: "=$A2=1" }, background: "#ff0000" }],
  });
  const guarded = writeGrid(coloured, { do: "protect", tab: 0, range, description: "ours", onlyWarns: true });
  const filtered = after(guarded, { do: "setFilter", range });
  const grid = { ...filtered, namedRanges: [{ name: "Stages", range }] };
  const shifted = after(grid, insertRow(1));
  const moved = { ...range, row: 3 };
  expect(shifted.tabs[0]?.conditionalFormats[0]).toMatchObject({
    ranges: [moved],
    condition: { formula: "=$A3=1" },
  });
  expect(shifted.tabs[0]?.protections[0]?.range).toEqual(moved);
  expect(shifted.tabs[0]?.filter?.range).toEqual(moved);
  expect(shifted.namedRanges).toEqual([{ name: "Stages", range: moved }]);
  const gone = after(grid, remove("rows", 2, 2));
  expect(gone.tabs[0]).toMatchObject({ conditionalFormats: [], protections: [] });
  expect(gone.namedRanges).toEqual([{ name: "Stages" }]);
});

test("a copied tab has cells, rules, colours, protections and metadata under ids of its own", () => {
  const ruled = paint(base, "A2", { note: "why" });
  const marked = writeGrid(ruled, {
    do: "addMetadata",
    place: { kind: "column", tab: 0, column: 1 },
    key: "k",
    value: "stage",
    isVisibleToAll: true,
  });
  const guarded = writeGrid(marked, { do: "protect", tab: 0, description: "ours", onlyWarns: true });
  const grid = after(guarded, { do: "copyTab", tab: 0 });
  const copy = grid.tabs[1];
  expect(copy?.name).toBe("Copy of Sales");
  expect(seen(grid, "Copy of Sales!A2", "notes")).toEqual([["why"]]);
  expect(grid.metadata.map(({ place, value }) => [place, value])).toEqual([
    [{ kind: "column", tab: 0, column: 1 }, "stage"],
    [{ kind: "column", tab: copy?.id, column: 1 }, "stage"],
  ]);
  expect(copy?.protections).toMatchObject([{ tab: copy?.id, description: "ours" }]);
  const ids = [
    copy?.id,
    ...(copy?.protections ?? []).map(({ id }) => id),
    ...grid.metadata.map(({ id }) => id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test("colours by rule reach over a copied row, and fall into pieces so", () => {
  const coloured = writeGrid(base, {
    do: "setConditionalFormats",
    tab: 0,
    rules: [{ ranges: [at(base, "A2:A3")], condition: { kind: "text is", text: "Won" }, isBold: true }],
  });
  const copied = after(coloured, { do: "copyPaste", from: at(base, "A2:B2"), to: at(base, "A9:B9") });
  expect(copied.tabs[0]?.conditionalFormats[0]?.ranges).toEqual([at(base, "A2:A3"), at(base, "A9")]);
});
