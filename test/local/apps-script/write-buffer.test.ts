import { expect, test } from "vitest";
import { dealsCell, lastExecution, smallGoogle } from "./small-google.ts";

const READS = `
function readAfterWrite() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Deals");
  sheet.getRange("A1").setValue("one");
  sheet.getRange("A2").setValue("two");
  return sheet.getRange("A1:A2").getValues();
}
function onlyWrites() {
  SpreadsheetApp.getActive().getRange("Deals!A1").setValue("three");
  SpreadsheetApp.getActive().getRange("Deals!A2").setValue("four");
}
function nothing() {
  SpreadsheetApp.getActive().getRange("'Deals'!A1:B9").getA1Notation();
  SpreadsheetApp.flush();
}
function missingTab() { SpreadsheetApp.getActive().getRange("Gone!A1"); }
function outside() { SpreadsheetApp.getActive().getRange("Deals!A1001"); }
function grown() {
  var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
  sheet.insertRowsAfter(1000, 1);
  return sheet.getRange("A1001").getA1Notation();
}`;

test("a read sends the waiting writes first, and is one trip with them", () => {
  const small = smallGoogle(READS);
  expect(small.ada.page("readAfterWrite")).toEqual([["one"], ["two"]]);
  expect(lastExecution(small).counts).toMatchObject({ trips: 2, cellsRead: 2, cellsWritten: 2 });
});

test("the end of an execution sends what waits, as one trip", () => {
  const small = smallGoogle(READS);
  small.ada.page("onlyWrites");
  expect([dealsCell(small, 1, 1), dealsCell(small, 2, 1)]).toEqual(["three", "four"]);
  expect(lastExecution(small).counts).toMatchObject({ trips: 1, cellsWritten: 2 });
});

test("building a range is no trip, nor is a flush of nothing", () => {
  const small = smallGoogle(READS);
  small.ada.page("nothing");
  expect(lastExecution(small).counts.trips).toBe(0);
});

test("a range of a tab that does not exist is not found", () => {
  expect(() => smallGoogle(READS).ada.page("missingTab")).toThrow("Range not found");
});

test("a range beyond the last row is refused where it is built", () => {
  expect(() => smallGoogle(READS).ada.page("outside")).toThrow("outside the dimensions of the sheet");
});

test("rows that wait to be inserted count for the ranges built after them", () => {
  expect(smallGoogle(READS).ada.page("grown")).toBe("A1001");
});

const STRICT = `
function strict() {
  var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
  var rule = SpreadsheetApp.newDataValidation().requireValueInList(["Lead", "Won"], true).setAllowInvalid(false).build();
  sheet.getRange("B2").setDataValidation(rule);
  SpreadsheetApp.flush();
  sheet.getRange("A1").setValue("before");
  sheet.getRange("B2").setValue("Wonn");
  sheet.getRange("A2").setValue("after");
  console.log("still going");
  try { SpreadsheetApp.flush(); } catch (error) { return [error.message, error instanceof Error, error.name]; }
}`;

test("a strict rule throws at the flush and names the cell; what waited before it is written", () => {
  const small = smallGoogle(STRICT);
  const [message, isError, name] = small.ada.page("strict") as [string, boolean, string];
  expect(message).toContain(
    "The data you entered in cell B2 violates the data validation rules set on this cell",
  );
  expect([isError, name]).toEqual([true, "Exception"]);
  expect(lastExecution(small).logs).toEqual(["still going"]);
  expect([dealsCell(small, 1, 1), dealsCell(small, 2, 1)]).toEqual(["before", null]);
});
