// What a copy sends to Google, and what it reads there, held against each other.

import { afterAll, expect, test } from "vitest";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import { newTab, type Spreadsheet, type Tab } from "../../../local/grid/spreadsheet.ts";
import { after, at, dropdown, framedTab, gridOf, paint, seen, write } from "../../local/grid/grids.ts";
import { apiHere } from "./api-here.ts";
import { comparable } from "./comparable.ts";
import { reread, sent } from "./through-google.ts";

const api = await apiHere();
afterAll(async () => {
  await api.close();
  expect(api.violations()).toEqual([]);
});

const values = gridOf([
  ["'=1+1", "'007", "a\nb & <c>", " spaces ", "'"],
  [12.5, true, false, { serial: 46_346 }, { serial: 46_346.75 }],
]);

async function expectSame(state: Spreadsheet): Promise<void> {
  const there = await sent(api, state);
  const { state: back, leftOut } = await reread(api, there);
  expect(comparable(back)).toEqual(comparable(state));
  expect(leftOut).toEqual({ things: [], looks: [] });
}

test("values are there as they were, whatever they look like", () => expectSame(values));

test("formulas are formulas, and a text that looks like one is a text", async () => {
  const grid = write(values, "A4:B4", [["=SUM(A2:A3)", "'=SUM(A2:A3)"]]);
  await expectSame(grid);
  expect(seen(await sent(api, grid), "A4:B4", "formulas")).toEqual([["=SUM(A2:A3)", null]]);
});

test("looks, notes and heights are there, on empty cells and whole columns too", () => {
  const other = { textFormat: { italic: true }, horizontalAlignment: "CENTER" };
  const drawn = paint(values, "B1:C3", {
    background: "#ff0000",
    fontColour: "#00ff00",
    isBold: true,
    wrap: true,
  });
  const more = paint(paint(drawn, "D1:D1000", { numberFormat: "@", otherFormat: other }), "B9", {
    note: "why\nnot",
  });
  const [tab] = more.tabs;
  const rows = (tab?.rows ?? []).map((row, index) =>
    row !== undefined && index === 1 ? { ...row, heightPixels: 40, isHidden: true as const } : row,
  );
  return expectSame({ ...more, tabs: [{ ...(tab ?? newTab(0, "Sales")), rows }] });
});

test("rules are there cell by cell: lists, ranges, boxes, formulas that read in each cell as they stand", () => {
  const two = after(values, { do: "newTab", name: "It's a list" });
  const range = at(two, "It's a list!A1:A20");
  const rules = [
    ["A2:A5", dropdown("Lead", "Won, at last")],
    [
      "B2:B1000",
      { validation: { criteria: { kind: "range", range, showsDropdown: true }, allowsInvalid: true } },
    ],
    ["D3:D4", { validation: { criteria: { kind: "checkbox" }, allowsInvalid: false, helpText: "tick it" } }],
  ] as const;
  const ruled = rules.reduce((state, [where, look]) => paint(state, where, look), two);
  const formulas = ["E2", "E3", "F2", "F3"].reduce(
    (state, cell) =>
      paint(state, cell, {
        validation: {
          criteria: { kind: "formula", formula: `$A${cell.slice(1)}>${cell.slice(0, 1)}$1` },
          allowsInvalid: true,
        },
      }),
    ruled,
  );
  return expectSame(formulas);
});

test("what covers a tab is there: colours by rule, merges, filter, protections, groups, sizes, names, metadata", () => {
  const wide = framedTab(values);
  const warned = writeGrid(wide, {
    do: "protect",
    tab: 0,
    range: at(wide, "A1:A1000"),
    description: "Stageline",
    onlyWarns: true,
  });
  const marked = writeGrid(warned, {
    do: "addMetadata",
    place: { kind: "column", tab: 0, column: 3 },
    key: "stageline_column",
    value: "stage",
    isVisibleToAll: true,
  });
  const [tab] = marked.tabs;
  const whole: Tab = {
    ...(tab ?? newTab(0, "Sales")),
    merges: [at(values, "A20:B21")],
    filter: { range: at(values, "A1:E2"), hidden: { 2: ["yes"] } },
    groups: [
      { axis: "rows", first: 3, last: 6, depth: 1 },
      { axis: "rows", first: 4, last: 5, depth: 2, isCollapsed: true },
    ],
    otherProperties: { hideGridlines: true, rightToLeft: true, rowGroupControlAfter: true },
  };
  return expectSame({
    ...marked,
    tabs: [whole],
    namedRanges: [{ name: "Here", range: at(values, "B2:C3") }],
  });
});

test("tabs keep their order and their ids, wherever the one that takes over the empty sheet stands", async () => {
  const tabs = ["One", "Two", "Three"].reduce((state, name) => after(state, { do: "newTab", name }), values);
  const [first, ...others] = tabs.tabs;
  const moved = { ...tabs, tabs: [...others.slice(0, 2), first ?? newTab(0, "Sales"), ...others.slice(2)] };
  await expectSame(moved);
  expect((await sent(api, moved)).tabs.map(({ id }) => id)).toEqual(moved.tabs.map(({ id }) => id));
});

test("a tab that comes last is put in its place, and nothing of ours is marked before it is there", async () => {
  const tabs = ["_state", "After"].reduce((state, name) => after(state, { do: "newTab", name }), values);
  const filled = write(tabs, "_state!A1:B1", [["Key", "Value"]]);
  const there = await sent(api, filled, ({ name }) => name === "_state");
  expect(comparable((await reread(api, there)).state)).toEqual(comparable(filled));
});

test("what a formula puts into other cells stays its own", async () => {
  const [tab] = values.tabs;
  const formula = "=ARRAYFORMULA(X1:Y2)";
  const results = [
    [1, 2],
    [3, null],
  ];
  const spilling = {
    cells: [
      { value: 1, formula, call: { formula, inputs: [], results, isKept: true as const } },
      { value: null, spilled: 2 },
    ],
    refers: true,
    computes: true,
  };
  const below = { cells: [{ value: null, spilled: 3 }, undefined], refers: false, computes: true };
  const grid = { ...values, tabs: [{ ...(tab ?? newTab(0, "Sales")), rows: [spilling, below] }] };
  const { state } = await reread(api, grid);
  expect(state.tabs[0]?.rows[0]?.cells[0]?.call).toMatchObject({ formula, results, isKept: true });
  expect(seen(state, "A1:B2")).toEqual(results);
});
