import { expect, test } from "vitest";
import { tabById } from "../../../../local/grid/spreadsheet.ts";
import { at, dropdown, gridOf, paint, seen } from "../../grid/grids.ts";
import { batch, range, refusal, rowsOf, sheetSeen } from "./batches.ts";

const VALUE = "userEnteredValue";
const start = (rowIndex: number, columnIndex: number) => ({ sheetId: 0, rowIndex, columnIndex });

test("a text stays that text, whatever it begins with, and a formula is told as one", () => {
  const texts = ["=1+2", "'it", "+49 170", "01.02.2026", "TRUE", " 7 "];
  const values = [
    ...texts.map((stringValue) => ({ userEnteredValue: { stringValue } })),
    { userEnteredValue: { formulaValue: "=A1" } },
  ];
  const grid = batch(gridOf([]), { updateCells: { start: start(0, 0), rows: [{ values }], fields: VALUE } });
  expect(seen(grid, "A1:F1")).toEqual([texts]);
  expect(seen(grid, "A1:G1", "formulas")).toEqual([[null, null, null, null, null, null, "=A1"]]);
});

test("from a place on only the cells that are sent are written", () => {
  const grid = batch(
    gridOf([
      ["a", "b", "c"],
      ["d", "e", "f"],
    ]),
    { updateCells: { start: start(0, 1), rows: rowsOf([1], [true, false]), fields: VALUE } },
  );
  expect(seen(grid, "A1:C2")).toEqual([
    ["a", 1, "c"],
    ["d", true, false],
  ]);
});

test("a cell of a range that is not sent is emptied, and keeps its look and its rule", () => {
  const before = paint(
    gridOf([
      ["a", "b"],
      ["c", "d"],
    ]),
    "A1:B2",
    { isBold: true, ...dropdown("x") },
  );
  const grid = batch(before, {
    updateCells: { range: range(before, "A1:B2"), rows: rowsOf(["new"]), fields: VALUE },
  });
  expect(seen(grid, "A1:B2")).toEqual([
    ["new", null],
    [null, null],
  ]);
  expect(tabById(grid, 0).rows[1]?.cells[1]).toMatchObject({ value: null, isBold: true, validation: {} });
});

test("a cell that is sent without a value is emptied", () => {
  const grid = batch(gridOf([["a", "b"]]), {
    updateCells: { start: start(0, 0), rows: rowsOf([null, "c"]), fields: VALUE },
  });
  expect(seen(grid, "A1:B1")).toEqual([[null, "c"]]);
});

test("only the fields that are named change", () => {
  const before = paint(gridOf([["a"]]), "A1", { note: "old", background: "#ff0000" });
  const sent = { note: "new", userEnteredValue: { stringValue: "b" }, userEnteredFormat: {} };
  const grid = batch(before, {
    updateCells: { start: start(0, 0), rows: [{ values: [sent] }], fields: "note" },
  });
  expect(tabById(grid, 0).rows[0]?.cells[0]).toEqual({ value: "a", note: "new", background: "#ff0000" });
});

test("an empty note takes the note away", () => {
  const before = paint(gridOf([]), "A1", { note: "old" });
  const grid = batch(before, {
    updateCells: { start: start(0, 0), rows: [{ values: [{ note: "" }] }], fields: "note" },
  });
  expect(seen(grid, "A1", "notes")).toEqual([[null]]);
});

test("cells beyond the range or the sheet are refused", () => {
  const grid = gridOf([]);
  const into = (text: string) => ({
    updateCells: { range: range(grid, text), rows: rowsOf([1, 2], [3, 4]), fields: VALUE },
  });
  expect(refusal(grid, into("A1:B1"))).toContain(
    "Attempting to write row: 1, beyond the last requested row of: 0",
  );
  expect(refusal(grid, into("A1:A2"))).toContain(
    "Attempting to write column: 1, beyond the last requested column of: 0",
  );
  const outside = { updateCells: { start: start(1000, 0), rows: rowsOf([1]), fields: VALUE } };
  expect(refusal(grid, outside)).toContain("GridCoordinate.rowIndex[1000] is after last row in grid[999]");
});

test("appended rows come below the last row that holds anything, whatever is painted below", () => {
  const before = paint(gridOf([["head"], ["one"]]), "A2:A50", { background: "#eeeeee" });
  const append = (text: string) => ({ appendCells: { sheetId: 0, rows: rowsOf([text]), fields: VALUE } });
  const grid = batch(before, append("two"), append("three"));
  expect(seen(grid, "A1:A5")).toEqual([["head"], ["one"], ["two"], ["three"], [null]]);
  expect(tabById(grid, 0).maxRows).toBe(1000);
});

test("a sheet grows under appended rows as far as it has to", () => {
  const small = batch(gridOf([["a"], ["b"]]), {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 3 } },
      fields: "gridProperties.rowCount",
    },
  });
  const grid = batch(small, {
    appendCells: { sheetId: 0, rows: rowsOf(["c"], ["d"], ["e"]), fields: VALUE },
  });
  expect(tabById(grid, 0).maxRows).toBe(5);
  expect(seen(grid, "A1:A5")).toEqual([["a"], ["b"], ["c"], ["d"], ["e"]]);
});

test("a repeated formula names cells as seen from each cell, and a repeated format spares what it does not name", () => {
  const before = paint(gridOf([[1], [2]]), "B1:B2", { isBold: true, fontColour: "#112233" });
  const grid = batch(
    before,
    {
      repeatCell: {
        range: range(before, "B1:B2"),
        cell: { userEnteredValue: { formulaValue: "=A1*2" } },
        fields: VALUE,
      },
    },
    {
      repeatCell: {
        range: range(before, "B1:B2"),
        cell: { userEnteredFormat: { textFormat: { italic: true } } },
        fields: "userEnteredFormat.textFormat.bold,userEnteredFormat.textFormat.italic",
      },
    },
  );
  expect(seen(grid, "B1:B2", "formulas")).toEqual([["=A1*2"], ["=A2*2"]]);
  const look = tabById(grid, at(grid, "B1").tab).rows[0]?.cells[1];
  expect(look).toEqual({
    value: null,
    formula: "=A1*2",
    fontColour: "#112233",
    otherFormat: { textFormat: { italic: true } },
  });
});

test("a rule that the grid does not keep is refused", () => {
  const odd = {
    dataValidation: { condition: { type: "NUMBER_GREATER", values: [{ userEnteredValue: "1" }] } },
  };
  const request = {
    updateCells: { start: start(0, 0), rows: [{ values: [odd] }], fields: "dataValidation" },
  };
  expect(refusal(gridOf([]), request)).toContain('the condition "NUMBER_GREATER" is not kept by this server');
});

test("cells that were written look alike when they are read", () => {
  const format = {
    backgroundColor: { green: 1 },
    horizontalAlignment: "CENTER",
    textFormat: { fontSize: 12, bold: true },
  };
  const data = { userEnteredValue: { numberValue: 7 }, userEnteredFormat: format, note: "n" };
  const grid = batch(gridOf([]), {
    updateCells: { start: start(0, 0), rows: [{ values: [data] }], fields: "*" },
  });
  expect(
    sheetSeen(grid, "data.rowData.values(userEnteredValue,formattedValue,userEnteredFormat,note)").data,
  ).toEqual([
    {
      rowData: [
        {
          values: [
            {
              userEnteredValue: { numberValue: 7 },
              formattedValue: "7",
              userEnteredFormat: { ...format, backgroundColorStyle: { rgbColor: { green: 1 } } },
              note: "n",
            },
          ],
        },
      ],
    },
  ]);
});
