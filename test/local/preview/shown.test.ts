// What a page is shown of a book, and what it has to draw anew after a change: worked out without a browser.

import { expect, test } from "vitest";
import { act } from "../../../local/grid/people/acts.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import { newSpreadsheet, type Spreadsheet, tabById } from "../../../local/grid/spreadsheet.ts";
import { shownBook } from "../../../local/preview/shown/shown-book.ts";
import { EVERY_CELL } from "../../../local/preview/shown/shown-cell.ts";
import { shownChanges } from "../../../local/preview/shown/shown-changes.ts";
import { shownRules } from "../../../local/preview/shown/shown-rules.ts";

const LIST = {
  criteria: { kind: "list", values: ["Lead", "Won, at last"], showsDropdown: true },
  allowsInvalid: true,
} as const;

function after(...acts: readonly PersonAct[]): Spreadsheet {
  return acts.reduce(
    (state, what) => act(state, what).state,
    newSpreadsheet({ name: "Work", tabs: ["Sales", "Notes"] }),
  );
}

function typed(row: number, column: number, text: string): PersonAct {
  return { do: "type", tab: 0, row, column, text };
}

function painted(row: number, rows: number, paint: Extract<PersonAct, { do: "paint" }>["paint"]): PersonAct {
  return { do: "paint", range: { tab: 0, row, column: 1, rows, columns: 1 }, paint };
}

test("texts, numbers, days and yes or no are shown as what they are", () => {
  const state = after(
    typed(1, 1, "Ann"),
    typed(1, 2, "12.5"),
    typed(1, 3, "2026-11-02"),
    typed(1, 4, "TRUE"),
  );
  expect(shownBook(state).sheets["0"]?.cellData[0]).toEqual({
    0: { v: "Ann", t: 1 },
    1: { v: 12.5, t: 2 },
    2: { v: 46_328, t: 2, s: { n: { pattern: "yyyy-mm-dd" } } },
    3: { v: 1, t: 3 },
  });
});

test("of a formula its result is shown, and the formula is at hand", () => {
  const cell = { value: 3, formula: "=1+2" };
  const row = { cells: [cell], refers: true, computes: true };
  const state = after();
  const [sales, ...others] = state.tabs;
  if (sales === undefined) throw new Error("there is a tab");
  const shown = shownBook({ ...state, tabs: [{ ...sales, rows: [row] }, ...others] });
  expect(shown.sheets["0"]?.cellData[0]?.[0]).toEqual({ v: 3, t: 2, custom: { formula: "=1+2" } });
});

test("a hidden tab stays out of the page", () => {
  const state = after({ do: "hideTab", tab: 1001 });
  expect(shownBook(state).sheetOrder).toEqual(["0"]);
});

test("cells below one another with the same dropdown are one stretch of one rule", () => {
  const state = after(painted(2, 4, { validation: LIST }), painted(8, 1, { validation: LIST }));
  expect(shownRules(state, tabById(state, 0))).toMatchObject([
    {
      formula1: '["Lead","Won, at last"]',
      ranges: [
        { startRow: 1, endRow: 4, startColumn: 0, endColumn: 0 },
        { startRow: 7, endRow: 7, startColumn: 0, endColumn: 0 },
      ],
    },
  ]);
});

test("a dropdown offers what the cells that it takes from hold now", () => {
  const range = { tab: 1001, row: 1, column: 1, rows: 9, columns: 1 };
  const rule = { criteria: { kind: "range", range, showsDropdown: true }, allowsInvalid: true } as const;
  const before = after(painted(2, 1, { validation: rule }));
  const state = act(before, { do: "type", tab: 1001, row: 1, column: 1, text: "Ann" }).state;
  expect(shownChanges(before, state).find(({ what }) => what === "rules")).toMatchObject({
    tab: 0,
    rules: [{ formula1: '["Ann"]' }],
  });
});

test("a dropdown of a file offers what stands in its list", () => {
  const formula = "OFFSET('_lists'!$A$4,0,0,MAX(1,'_lists'!$A$3),1)";
  const rule = { criteria: { kind: "formula", formula, isList: true }, allowsInvalid: true } as const;
  const state = ["names", "", "2", "Lead", "Won"].reduce(
    (before, text, index) => act(before, { do: "type", tab: 1001, row: index + 1, column: 1, text }).state,
    after({ do: "renameTab", tab: 1001, name: "_lists" }, painted(2, 1, { validation: rule })),
  );
  expect(shownRules(state, tabById(state, 0))).toMatchObject([{ formula1: '["Lead","Won"]' }]);
});

test("after an edit only its cell is drawn anew, with nothing left of its look", () => {
  const before = after(typed(2, 2, "2026-11-02"), typed(3, 1, "Bob"));
  const state = act(before, typed(3, 1, "Ben")).state;
  const plain = { ...EVERY_CELL, bg: null, cl: null, bl: 0, tb: 1, ht: 0, n: null };
  expect(shownChanges(before, state)).toEqual([
    { what: "cells", tab: 0, cells: { 2: { 0: { v: "Ben", t: 1, custom: null, s: plain } } } },
  ]);
});

test("a cell that was emptied is drawn as nothing", () => {
  const before = after(typed(3, 1, "Bob"));
  const range = { tab: 0, row: 3, column: 1, rows: 1, columns: 1 };
  expect(shownChanges(before, act(before, { do: "clear", range }).state)).toEqual([
    { what: "cells", tab: 0, cells: { 2: { 0: null } } },
  ]);
});

test("what changes on a hidden tab is told to nobody", () => {
  const before = after({ do: "hideTab", tab: 1001 });
  expect(
    shownChanges(before, act(before, { do: "type", tab: 1001, row: 1, column: 1, text: "x" }).state),
  ).toEqual([]);
});

test("an inserted row makes the tab longer and moves what stood below it", () => {
  const before = after(typed(1, 1, "Ann"), typed(2, 1, "Bob"));
  const changes = shownChanges(
    before,
    act(before, { do: "insertLines", side: "before", tab: 0, axis: "rows", at: 2, count: 1 }).state,
  );
  expect(changes).toMatchObject([
    { what: "size", rows: 1001 },
    { what: "cells", cells: { 1: { 0: null }, 2: { 0: { v: "Bob" } } } },
  ]);
});

test("a tab that comes into sight brings the whole book again", () => {
  const before = after({ do: "hideTab", tab: 1001 });
  const changes = shownChanges(before, act(before, { do: "showTab", tab: 1001 }).state);
  expect(changes).toMatchObject([{ what: "book", book: { sheetOrder: ["0", "1001"] } }]);
});

test("a filter tells which texts stay in sight", () => {
  const filter = {
    do: "setFilter",
    range: { tab: 0, row: 1, column: 1, rows: 4, columns: 1 },
    hidden: { 1: ["Bob"] },
  } as const;
  const state = after(typed(1, 1, "Name"), typed(2, 1, "Ann"), typed(3, 1, "Bob"), filter);
  const data = shownBook(state).resources.find(({ name }) => name === "SHEET_FILTER_PLUGIN")?.data ?? "";
  expect(JSON.parse(data)).toMatchObject({
    0: { filterColumns: [{ colId: 0, filters: { filters: ["Ann"], blank: true } }] },
  });
});
