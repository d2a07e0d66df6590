import { expect, test } from "vitest";
import { readGrid } from "../../../local/grid/script/read-grid.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import { newSpreadsheet, usedSize } from "../../../local/grid/spreadsheet.ts";
import { at, dropdown, gridOf, paint, seen, valueAt, write } from "./grids.ts";

test("a new spreadsheet has one tab of 1000 rows and 26 columns whose id is 0", () => {
  expect(readGrid(newSpreadsheet({ name: "New" }), { ask: "spreadsheet" }).answer.tabs).toEqual([
    {
      id: 0,
      name: "Sheet1",
      isHidden: false,
      maxRows: 1000,
      maxColumns: 26,
      frozenRows: 0,
      frozenColumns: 0,
    },
  ]);
});

test("a script's text is parsed as if it were typed", () => {
  const grid = gridOf([["1,234", "'=x", "yes", "12%"]]);
  expect(seen(grid, "A1:D1")).toEqual([[1234, "=x", "yes", 0.12]]);
});

test("in a cell of plain text only a formula is more than its letters", () => {
  const grid = write(paint(gridOf([]), "A1:D1", { numberFormat: "@" }), "A1:D1", [
    ["12", "1/2", "=A1", "'=A1"],
  ]);
  expect(seen(grid, "A1:D1")).toEqual([["12", "1/2", null, "=A1"]]);
  expect(seen(grid, "A1:D1", "formulas")).toEqual([[null, null, "=A1", null]]);
});

test("a day that a script writes is a serial number in a cell that shows a day", () => {
  const grid = gridOf([[{ serial: 46_346 }]]);
  expect(valueAt(grid, "A1")).toEqual({ serial: 46_346 });
  expect(seen(grid, "A1", "display")).toEqual([["11/20/2026"]]);
});

test("a day is shown as the locale of the spreadsheet writes it", () => {
  expect(seen(gridOf([[{ serial: 46_346 }]], { locale: "de_DE" }), "A1", "display")).toEqual([
    ["20.11.2026"],
  ]);
});

test("a number that is none is an error in its cell", () => {
  expect(valueAt(gridOf([[Number.NaN]]), "A1")).toEqual({ error: "#NUM!" });
});

test("a number in a cell of days is a day, whoever wrote it", () => {
  expect(
    valueAt(write(paint(gridOf([]), "A1", { numberFormat: "yyyy-mm-dd" }), "A1", [[46_346]]), "A1"),
  ).toEqual({
    serial: 46_346,
  });
});

test("values of another size than their range are refused with both sizes", () => {
  expect(() => write(gridOf([]), "A1:A2", [["one"]])).toThrow(
    "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  );
  expect(() => write(gridOf([]), "A1:B1", [["one"]])).toThrow("The data has 1 but the range has 2.");
});

test("a range outside the tab is refused", () => {
  const range = { tab: 0, row: 1000, column: 1, rows: 2, columns: 1 };
  expect(() => readGrid(gridOf([]), { ask: "cells", range, what: "values" })).toThrow(
    "The coordinates of the range are outside the dimensions of the sheet.",
  );
});

test("a rule that refuses others stops a script and names the cell, and nothing of that write is done", () => {
  const grid = paint(gridOf([]), "B2:B5", dropdown("Lead", "Won"));
  expect(() =>
    write(grid, "A2:B3", [
      ["Ada", "Won"],
      ["Bob", "Wonn"],
    ]),
  ).toThrow("The data you entered in cell B3 violates the data validation rules set on this cell.");
  expect(usedSize(grid.tabs[0] ?? expect.fail())).toEqual({ rows: 0, columns: 0 });
  expect(valueAt(write(grid, "B3", [["Won"]]), "B3")).toBe("Won");
  expect(valueAt(write(grid, "B3", [[""]]), "B3")).toBeNull();
});

test("a rule by range takes the texts that its cells show now", () => {
  const grid = gridOf([["Lead"], ["Won"]]);
  const ruled = paint(grid, "C1", {
    validation: {
      criteria: { kind: "range", range: at(grid, "A1:A2"), showsDropdown: true },
      allowsInvalid: false,
    },
  });
  expect(() => write(ruled, "C1", [["Lost"]])).toThrow("cell C1 violates");
  expect(valueAt(write(write(ruled, "A2", [["Lost"]]), "C1", [["Lost"]]), "C1")).toBe("Lost");
});

test("clear takes contents and formats and leaves notes and rules", () => {
  const grid = paint(gridOf([["Won"]]), "A1", { ...dropdown("Won"), background: "#ff0000", note: "why" });
  const cleared = writeGrid(grid, { do: "clear", range: at(grid, "A1"), what: "all" });
  expect(valueAt(cleared, "A1")).toBeNull();
  expect(seen(cleared, "A1", "backgrounds")).toEqual([[null]]);
  expect(seen(cleared, "A1", "notes")).toEqual([["why"]]);
  expect(seen(cleared, "A1", "validations")).toEqual([[dropdown("Won").validation]]);
});

test("an appended row goes below the last one that holds anything, and the tab grows for it", () => {
  const full = write(gridOf([["Ada"]]), "A1000", [["Zoe"]]);
  const grid = writeGrid(full, { do: "appendRow", tab: 0, values: ["Bob", 1] });
  expect(seen(grid, "A1001:B1001")).toEqual([["Bob", 1]]);
  expect(grid.tabs[0]?.maxRows).toBe(1001);
});

test("a tab name that is taken is refused, whatever its case", () => {
  expect(() => readGrid(gridOf([]), { ask: "insertTab", name: "sales" })).toThrow(
    'A sheet with the name "sales" already exists. Please enter another name.',
  );
});

test("the last tab in sight can neither be deleted nor hidden", () => {
  expect(() => writeGrid(gridOf([]), { do: "deleteTab", tab: 0 })).toThrow(/remove all the visible/);
  expect(() => writeGrid(gridOf([]), { do: "setTab", tab: 0, isHidden: true })).toThrow(/hide all/);
});

test("rows that are inserted look like the row before them and hold nothing", () => {
  const grid = paint(gridOf([["Stage"], ["Won"]]), "A2", {
    ...dropdown("Won"),
    numberFormat: "@",
    note: "why",
  });
  const grown = writeGrid(grid, { do: "insertRows", tab: 0, before: 3, count: 2 });
  expect(seen(grown, "A3:A4")).toEqual([[null], [null]]);
  expect(seen(grown, "A4", "formats")).toEqual([["@"]]);
  expect(seen(grown, "A4", "validations")).toEqual([[dropdown("Won").validation]]);
  expect(seen(grown, "A4", "notes")).toEqual([[null]]);
});

test("a cell takes 50,000 characters and no more", () => {
  expect(valueAt(gridOf([["x".repeat(50_000)]]), "A1")).toHaveLength(50_000);
  expect(() => gridOf([["x".repeat(50_001)]])).toThrow("maximum of 50000 characters");
});

test("a spreadsheet has room for ten million cells and no more", () => {
  const rows = 10_000_000 / 26 - 1000;
  expect(() =>
    writeGrid(gridOf([]), { do: "insertRows", tab: 0, before: 1001, count: Math.floor(rows) }),
  ).not.toThrow();
  expect(() =>
    writeGrid(gridOf([]), { do: "insertRows", tab: 0, before: 1001, count: Math.floor(rows) + 1 }),
  ).toThrow("above the limit of 10000000 cells");
});

test("a finder looks at what is on the screen", () => {
  const grid = gridOf([
    ["won", "Won"],
    ["Wonder", "12%"],
  ]);
  const find = (text: string, matchesEntireCell: boolean, matchesCase: boolean) =>
    readGrid(grid, {
      ask: "find",
      range: at(grid, "A1:Z1000"),
      text,
      matchesEntireCell,
      matchesCase,
    }).answer.map(({ row, column }) => [row, column]);
  expect(find("Won", true, true)).toEqual([[1, 2]]);
  expect(find("Won", true, false)).toEqual([
    [1, 1],
    [1, 2],
  ]);
  expect(find("Won", false, true)).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(find("12%", true, true)).toEqual([[2, 2]]);
});
