import { expect, test } from "vitest";
import { newSpreadsheet } from "../../../local/grid/spreadsheet.ts";
import { gridRangeFrom } from "../../../local/sheets-api/grid-range.ts";
import { rangeFromText, rangeText } from "../../../local/sheets-api/range-text.ts";

const book = {
  ...newSpreadsheet({ name: "Book", tabs: ["Sheet1", "it's mine", "D3"] }),
  namedRanges: [{ name: "Won", range: { tab: 0, row: 2, column: 3, rows: 4, columns: 1 } }, { name: "Gone" }],
};

const read = (text: string) => rangeText(book, rangeFromText(book, text));

test.each([
  ["Sheet1", "Sheet1!A1:Z1000"],
  ["'Sheet1'", "Sheet1!A1:Z1000"],
  ["sheet1!b2", "Sheet1!B2"],
  ["A1:B2", "Sheet1!A1:B2"],
  ["Sheet1!B2:A1", "Sheet1!A1:B2"],
  ["Sheet1!$A$1:C", "Sheet1!A1:C1000"],
  ["Sheet1!2:3", "Sheet1!A2:Z3"],
  ["Sheet1!C2:2", "Sheet1!C2:Z2"],
  ["A:A", "Sheet1!A1:A1000"],
  ["'it''s mine'!A1", "'it''s mine'!A1"],
  ["it's mine", "'it''s mine'!A1:Z1000"],
  ["'D3'", "'D3'!A1:Z1000"],
  ["'D3'!D3", "'D3'!D3"],
  ["D3", "Sheet1!D3"],
  ["Won", "Sheet1!C2:C5"],
  ["won", "Sheet1!C2:C5"],
])("%s is %s", (text, range) => {
  expect(read(text)).toBe(range);
});

test.each(["Nowhere", "Nowhere!A1", "'Nowhere'", "Sheet1!A0x", "", "Gone", "Sheet1!"])(
  "%s names nothing",
  (text) => {
    expect(() => rangeFromText(book, text)).toThrow(`Unable to parse range: ${text}`);
  },
);

test("an address without a tab is one of the first tab in sight", () => {
  const [first, ...rest] = book.tabs;
  const hidden = { ...book, tabs: [...(first === undefined ? [] : [{ ...first, isHidden: true }]), ...rest] };
  expect(rangeText(hidden, rangeFromText(hidden, "A1"))).toBe("'it''s mine'!A1");
});

test("a rectangle of the API counts from 0, and its end is not in it", () => {
  const range = { tab: 1001, row: 2, column: 3, rows: 4, columns: 5 };
  const json = { sheetId: 1001, startRowIndex: 1, endRowIndex: 5, startColumnIndex: 2, endColumnIndex: 7 };
  expect(gridRangeFrom(book, json)).toEqual(range);
});

test("a rectangle that leaves an end open goes on to the end of the tab", () => {
  expect(gridRangeFrom(book, { startRowIndex: 998 })).toEqual({
    tab: 0,
    row: 999,
    column: 1,
    rows: 2,
    columns: 26,
  });
});

test("a rectangle of a tab that is not there, or beyond it, is refused", () => {
  expect(() => gridRangeFrom(book, { sheetId: 5 })).toThrow("No grid with id: 5");
  expect(() => gridRangeFrom(book, { startRowIndex: 1000 })).toThrow("Range (Sheet1!A1001:Z)");
});
