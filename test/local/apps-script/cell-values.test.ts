import { expect, test } from "vitest";
import { dealsCell, lastExecution, smallGoogle } from "./small-google.ts";

const IN_AMSTERDAM = { zone: "Europe/Amsterdam" };

function deals(body: string): string {
  return `function go() { var sheet = SpreadsheetApp.getActive().getSheetByName("Deals"); ${body} }`;
}

test("a day comes out as a Date at midnight in the spreadsheet's zone", () => {
  const small = smallGoogle(
    deals(`var day = sheet.getRange("A1").getValue();
      return [day instanceof Date, day.toISOString(), Utilities.formatDate(day, "Europe/Amsterdam", "yyyy-MM-dd HH:mm")];`),
    IN_AMSTERDAM,
  );
  small.ada.type("Deals!A1", "2026-11-20");
  expect(small.ada.page("go")).toEqual([true, "2026-11-19T23:00:00.000Z", "2026-11-20 00:00"]);
});

test("a Date goes in as the serial of the spreadsheet's wall clock", () => {
  const code = deals(
    `sheet.getRange("A1").setNumberFormat("yyyy-mm-dd hh:mm").setValue(new Date("2026-06-01T10:30:00Z"));`,
  );
  const small = smallGoogle(code, IN_AMSTERDAM);
  small.ada.page("go");
  // 2026-06-01 is 46174; half past twelve is 0.520833… of the day.
  expect(dealsCell(small, 1, 1)).toEqual({ serial: 46_174 + 12.5 / 24 });
});

test("a time without a day is a Date on 1899-12-30", () => {
  const small = smallGoogle(
    deals(
      `return Utilities.formatDate(sheet.getRange("A1").getValue(), "Europe/Amsterdam", "yyyy-MM-dd HH:mm");`,
    ),
    IN_AMSTERDAM,
  );
  small.ada.type("Deals!A1", "14:45");
  expect(small.ada.page("go")).toBe("1899-12-30 14:45");
});

test("an empty cell is an empty text, an error its text, a formula its result", () => {
  const small = smallGoogle(
    `function TWICE(n) { return n * 2; }\n${deals(`return [sheet.getRange("A1:D1").getValues()[0], sheet.getRange("D1").getFormula(), sheet.getRange("A1").getFormula()];`)}`,
  );
  small.ada.type("Deals!B1", "=NOBODY(1)");
  small.ada.type("Deals!C1", "21");
  small.ada.type("Deals!D1", "=TWICE(C1)");
  expect(small.ada.page("go")).toEqual([["", "#NAME?", 21, 42], "=TWICE(C1)", ""]);
});

test("text that begins with an apostrophe is the text behind it, and no formula", () => {
  const small = smallGoogle(
    deals(`sheet.getRange("A1:A3").setValues([["'=1+1"], ["'007"], ["'2026-11-20"]]);`),
  );
  small.ada.page("go");
  expect([1, 2, 3].map((row) => dealsCell(small, row, 1))).toEqual(["=1+1", "007", "2026-11-20"]);
});

test("rows that do not fit the range are refused at once", () => {
  const small = smallGoogle(deals(`sheet.getRange("A1:B2").setValues([["a", "b"]]);`));
  expect(() => small.ada.page("go")).toThrow(
    "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  );
});

test("what services hand over is of the script's own engine", () => {
  const small = smallGoogle(
    deals(`var rows = sheet.getRange("A1:B2").getValues();
      return [rows instanceof Array, rows[0] instanceof Array, rows.constructor === Array, Object.getPrototypeOf(rows[1]) === Array.prototype];`),
  );
  expect(small.ada.page("go")).toEqual([true, true, true, true]);
});

test("a script that changes a row which it read empty changes no other", () => {
  const small = smallGoogle(
    deals(
      `var rows = sheet.getRange("A8:B10").getValues(); rows[0][0] = "mine"; rows[1].push("more"); return rows;`,
    ),
  );
  expect(small.ada.page("go")).toEqual([
    ["mine", ""],
    ["", "", "more"],
    ["", ""],
  ]);
});

test("a call beyond the services that are imitated is a missing function", () => {
  expect(() => smallGoogle(deals(`sheet.autoResizeColumn(1);`)).ada.page("go")).toThrow(
    "autoResizeColumn is not a function",
  );
});

test("clearing takes contents and formats away, and leaves notes and rules", () => {
  const small = smallGoogle(
    deals(`var cell = sheet.getRange("A1");
      cell.setValue("x").setNote("kept").setBackground("#AABBCC").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      cell.clear();
      return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidations()[0][0] === null];`),
  );
  expect(small.ada.page("go")).toEqual(["", "#ffffff", "kept", false]);
});

test("formats and notes for each cell go out as one write for each block of equal ones", () => {
  const small = smallGoogle(
    deals(`sheet.getRange("A1:B3").setNumberFormats([["@", "0"], ["@", "0"], ["0.00", "0"]]);
      sheet.getRange("A1:B2").setNotes([["n", ""], ["n", "m"]]);
      return [sheet.getRange("A1:B3").getNumberFormats(), sheet.getRange("A1:B2").getNotes()];`),
  );
  expect(small.ada.page("go")).toEqual([
    [
      ["@", "0"],
      ["@", "0"],
      ["0.00", "0"],
    ],
    [
      ["n", ""],
      ["n", "m"],
    ],
  ]);
  expect(lastExecution(small).counts.cellsWritten).toBe(6 + 4);
});

test("an appended row stands below the last one", () => {
  const small = smallGoogle(
    deals(
      `sheet.appendRow(["b", 2, true]); return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`,
    ),
  );
  small.ada.type("Deals!A4", "a");
  expect(small.ada.page("go")).toEqual([5, 3, "A1:C5"]);
});
