// What a person does in the page's grid, read as an act on the book.

import { expect, test } from "vitest";
import type { Hands } from "../../../local/preview/hands/hands.ts";
import { meaningOf } from "../../../local/preview/hands/wishes-of-command.ts";

const CELL = { startRow: 2, endRow: 2, startColumn: 1, endColumn: 1 };
const ROWS = { startRow: 4, endRow: 6, startColumn: 0, endColumn: 25 };

function hands(change: Partial<Hands> = {}): Hands {
  return { tab: 7, selections: [CELL], isCheckbox: () => false, ...change };
}

function acts(id: string, params: unknown, change: Partial<Hands> = {}): unknown {
  const meaning = meaningOf({ id, params }, hands(change));
  return meaning.way === "ask" ? meaning.wishes : meaning.way;
}

test("what is typed goes to the book as it was typed, whatever the grid would make of it", () => {
  const typed = { row: 2, column: 1, text: "1/2" };
  expect(
    acts("sheet.command.set-range-values", { range: CELL, value: { v: 46_023, t: 2 } }, { typed }),
  ).toEqual([{ kind: "act", act: { do: "type", tab: 7, row: 3, column: 2, text: "1/2" } }]);
});

test("a choice of a dropdown is its text, typed", () => {
  expect(acts("sheet.command.set-range-values", { range: CELL, value: { v: "Won", t: 1 } })).toEqual([
    { kind: "act", act: { do: "type", tab: 7, row: 3, column: 2, text: "Won" } },
  ]);
});

test("a tick is a tick", () => {
  expect(
    acts("sheet.command.set-range-values", { range: CELL, value: { v: 1 } }, { isCheckbox: () => true }),
  ).toEqual([{ kind: "act", act: { do: "checkbox", tab: 7, row: 3, column: 2 } }]);
});

test("the delete key empties every range that is marked", () => {
  const range = { tab: 7, row: 5, column: 1, rows: 3, columns: 26 };
  expect(acts("sheet.command.clear-selection-content", undefined, { selections: [CELL, ROWS] })).toEqual([
    { kind: "act", act: { do: "clear", range: { tab: 7, row: 3, column: 2, rows: 1, columns: 1 } } },
    { kind: "act", act: { do: "clear", range } },
  ]);
});

test("rows are inserted before the place and deleted as many as are marked", () => {
  expect(acts("sheet.command.insert-row", { range: { ...ROWS, startRow: 4, endRow: 4 } })).toEqual([
    { kind: "act", act: { do: "insertLines", side: "before", tab: 7, axis: "rows", at: 5, count: 1 } },
  ]);
  expect(acts("sheet.command.remove-row", {}, { selections: [ROWS] })).toEqual([
    { kind: "act", act: { do: "deleteLines", tab: 7, axis: "rows", at: 5, count: 3 } },
  ]);
});

test("cells that are dragged are cut and pasted", () => {
  expect(
    acts("sheet.command.move-range", { fromRange: CELL, toRange: { ...CELL, startRow: 9, endRow: 9 } }),
  ).toMatchObject([
    { act: { do: "cutPaste", from: { row: 3, column: 2 }, to: { tab: 7, row: 10, column: 2 } } },
  ]);
});

test("a pick in a filter says what stays in sight, the empty cells too", () => {
  const criteria = { colId: 3, filters: { filters: ["Ann"], blank: true } };
  expect(acts("sheet.command.set-filter-criteria", { col: 3, criteria })).toEqual([
    { kind: "filter", tab: 7, column: 4, shown: ["Ann", ""] },
  ]);
});

test("a filter that picks nothing any more shows all", () => {
  expect(acts("sheet.command.set-filter-criteria", { col: 3, criteria: null })).toEqual([
    { kind: "filter", tab: 7, column: 4, shown: null },
  ]);
});

test("a filter by colour is stopped, since the book keeps none", () => {
  const criteria = { colId: 3, colorFilters: { cellFillColors: ["#ff0000"] } };
  expect(acts("sheet.command.set-filter-criteria", { col: 3, criteria })).toBe("refuse");
});

test("a sort leaves the line of headers where it is", () => {
  const range = { startRow: 0, endRow: 9, startColumn: 0, endColumn: 3 };
  const rules = { range, orderRules: [{ type: "desc", colIndex: 1 }], hasTitle: true };
  expect(acts("sheet.command.sort-range", rules)).toEqual([
    {
      kind: "act",
      act: {
        do: "sort",
        range: { tab: 7, row: 2, column: 1, rows: 9, columns: 4 },
        by: [{ column: 2, order: "descending" }],
      },
    },
  ]);
});

test("moving about is left to the grid", () => {
  expect(acts("sheet.command.move-selection", {})).toBe("let");
  expect(acts("sheet.operation.set-selections", {})).toBe("let");
});

test("what this product has no act for is stopped", () => {
  expect(acts("sheet.command.set-range-bold", {})).toBe("refuse");
});
