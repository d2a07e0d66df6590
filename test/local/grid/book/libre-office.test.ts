// What a spreadsheet program that is not ours makes of a file of the grid.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../../local/grid/book/spreadsheet-from-book.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { editInLibreOffice, lookInLibreOffice } from "../../../hands/libre-office.ts";
import { at, dropdown, gridOf, paint, seen } from "../grids.ts";

const folder = mkdtempSync(join(tmpdir(), "grid-office-"));
const path = join(folder, "grid.xlsx");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function drawn() {
  const values = gridOf([
    ["Stage", "Name", "Amount", "On"],
    ["Won", "'=1+1", 1234.5, { serial: 46_346 }],
  ]);
  const ruled = paint(paint(values, "A2:A100", dropdown("Lead", "Won")), "A1:D1", { isBold: true });
  const shown = paint(paint(ruled, "C2:C100", { numberFormat: "#,##0.00" }), "B2", { note: "a note" });
  const rule = {
    ranges: [at(shown, "A2:A100")],
    condition: { kind: "text is", text: "Won" },
    background: "#d9ead3",
  } as const;
  const coloured = writeGrid(shown, { do: "setConditionalFormats", tab: 0, rules: [rule] });
  const framed = writeGrid(coloured, { do: "setTab", tab: 0, frozenRows: 1, colour: "#3366cc" });
  return writeGrid(framed, { do: "setColumns", tab: 0, column: 2, count: 1, isHidden: true });
}

test("another program sees values, formats, dropdowns, colours, frozen and hidden parts", async () => {
  writeFileSync(path, bookFromSpreadsheet(drawn()));
  const [tab] = await lookInLibreOffice(path);
  expect(tab).toMatchObject({ name: "Sales", visible: true, colour: 0x3366cc, frozenRows: 1 });
  expect(tab?.hidden.slice(0, 4)).toEqual([false, true, false, false]);
  expect(tab?.cells["A1"]).toMatchObject({ value: "Stage", bold: true });
  expect(tab?.cells["B2"]).toMatchObject({ value: "=1+1" });
  expect(tab?.cells["B2"]?.formula).toBeUndefined();
  expect(tab?.cells["C2"]).toMatchObject({ value: 1234.5, shown: "1,234.50" });
  expect(tab?.cells["D2"]).toMatchObject({ value: 46_346 });
  expect(tab?.dropdowns[0]).toMatchObject({ type: "LIST", style: "STOP", formula: '"Lead";"Won"' });
  expect(tab?.colours[0]?.rules).toHaveLength(1);
});

test("what that program saves is the same in the grid", async () => {
  writeFileSync(path, bookFromSpreadsheet(drawn()));
  await editInLibreOffice(path, [{ do: "set", tab: "Sales", cell: "A3", value: "Lead" }]);
  const grid = spreadsheetFromBook(readFileSync(path), { name: "Test" });
  expect(seen(grid, "A1:D3")).toEqual([
    ["Stage", "Name", "Amount", "On"],
    ["Won", "=1+1", 1234.5, { serial: 46_346 }],
    ["Lead", null, null, null],
  ]);
  expect(seen(grid, "B2", "notes")).toEqual([["a note"]]);
  expect(seen(grid, "A100", "validations")).toEqual(seen(drawn(), "A100", "validations"));
  expect(grid.tabs[0]?.conditionalFormats).toEqual(drawn().tabs[0]?.conditionalFormats);
});
