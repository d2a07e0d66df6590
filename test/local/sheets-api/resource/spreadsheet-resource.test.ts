import { expect, test } from "vitest";
import { newSpreadsheet, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { parseMask } from "../../../../local/sheets-api/field-mask.ts";
import { spreadsheetFromResource } from "../../../../local/sheets-api/resource/new-spreadsheet.ts";
import { spreadsheetResource } from "../../../../local/sheets-api/resource/spreadsheet-resource.ts";
import { at, gridOf, paint, seen, write } from "../../grid/grids.ts";

const told = (state: Spreadsheet, fields: string, ...ranges: readonly string[]) =>
  spreadsheetResource(state, {
    ranges: ranges.map((text) => at(state, text)),
    includesGridData: false,
    mask: parseMask(fields),
  });

test("without a mask all but the data of the grid is told, and of what there is none nothing", () => {
  const json = spreadsheetResource(gridOf([["a"]]), { ranges: [], includesGridData: false, mask: "all" });
  expect(Object.keys(json)).toEqual(["spreadsheetId", "properties", "sheets", "spreadsheetUrl"]);
  expect(json.sheets).toEqual([
    {
      properties: {
        sheetId: 0,
        title: "Sales",
        index: 0,
        sheetType: "GRID",
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    },
  ]);
  expect(json.properties?.spreadsheetTheme?.themeColors?.[2]).toEqual({
    colorType: "ACCENT1",
    color: { rgbColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 } },
  });
});

test("data of the grid is told where it is asked for, by a mask or without one", () => {
  const grid = gridOf([["a", 1]]);
  const whole = spreadsheetResource(grid, { ranges: [], includesGridData: true, mask: "all" });
  expect(whole.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[1]).toMatchObject({
    userEnteredValue: { numberValue: 1 },
    effectiveValue: { numberValue: 1 },
    formattedValue: "1",
    effectiveFormat: { horizontalAlignment: "RIGHT", textFormat: { bold: false, fontSize: 10 } },
  });
  const masked = spreadsheetResource(grid, {
    ranges: [],
    includesGridData: true,
    mask: parseMask("sheets.properties"),
  });
  expect(masked).toEqual({ sheets: [{ properties: whole.sheets?.[0]?.properties }] });
});

test("ranges leave out other sheets, and say where their data begins", () => {
  const grid = write(gridOf([["a"], ["b"]], { tabs: ["Sales", "Log"] }), "Log!C2", [["x"]]);
  const [sheet, ...more] =
    told(grid, "sheets.data(startRow,startColumn,rowData.values.formattedValue)", "Log!B2:D9", "Log!C2")
      .sheets ?? [];
  expect(more).toEqual([]);
  expect(sheet?.data).toEqual([
    { startRow: 1, startColumn: 1, rowData: [{ values: [{}, { formattedValue: "x" }] }] },
    { startRow: 1, startColumn: 2, rowData: [{ values: [{ formattedValue: "x" }] }] },
  ]);
});

test("what is empty at the end is left out, in between it is an empty message", () => {
  const grid = paint(gridOf([]), "B3", { note: "here" });
  expect(told(grid, "sheets.data.rowData.values.note").sheets?.[0]?.data).toEqual([
    { rowData: [{}, {}, { values: [{}, { note: "here" }] }] },
  ]);
  expect(told(grid, "sheets.data.rowData.values.note", "A1:Z2").sheets?.[0]?.data).toEqual([{}]);
});

test("a formula is told with what comes of it", () => {
  const grid = gridOf([['=HYPERLINK("https://a.example/","A")']]);
  const values = told(grid, "sheets.data.rowData.values(userEnteredValue,effectiveValue,hyperlink)");
  expect(values.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
    {
      userEnteredValue: { formulaValue: '=HYPERLINK("https://a.example/","A")' },
      hyperlink: "https://a.example/",
    },
  ]);
});

test("a spreadsheet is made from the sheets that are sent, the usual one only where none is", () => {
  const rows = [{ values: [{ userEnteredValue: { stringValue: "=x" } }] }];
  const sheets = [
    {
      properties: { title: "One", gridProperties: { rowCount: 5, columnCount: 2 } },
      data: [{ startRow: 1, rowData: rows }],
    },
    {
      properties: { title: "Sheet1", sheetId: 9 },
      merges: [{ startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }],
    },
  ];
  const made = spreadsheetFromResource({ sheets }, newSpreadsheet({ name: "New" }));
  expect(made.tabs.map(({ id, name, maxRows }) => [id, name, maxRows])).toEqual([
    [0, "One", 5],
    [9, "Sheet1", 1000],
  ]);
  expect(seen(made, "One!A1:A2")).toEqual([[null], ["=x"]]);
  expect(made.tabs[1]?.merges).toEqual([at(made, "Sheet1!A1:B1")]);
  const named = spreadsheetFromResource(
    { sheets: [{ properties: { title: "Only", sheetId: 3 } }] },
    newSpreadsheet({ name: "New" }),
  );
  expect(named.tabs.map(({ id, name }) => [id, name])).toEqual([[3, "Only"]]);
  expect(spreadsheetFromResource({}, newSpreadsheet({ name: "New" })).tabs.map(({ name }) => name)).toEqual([
    "Sheet1",
  ]);
});

test("what a new spreadsheet cannot be made with is refused", () => {
  const sheets = [{ properties: { title: "One" }, conditionalFormats: [] }];
  expect(() => spreadsheetFromResource({ sheets }, newSpreadsheet({ name: "New" }))).toThrow(
    '"conditionalFormats" of a new sheet is not made by this server',
  );
});
