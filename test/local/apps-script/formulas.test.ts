import { expect, test } from "vitest";
import { dealsCell, smallGoogle } from "./small-google.ts";

const FUNCTIONS = `
function TOTAL(rows) { return rows.reduce(function (sum, row) { return sum + row.reduce(function (part, cell) { return part + Number(cell); }, 0); }, 0); }
function PAIRS(name) { return [[name, 1], [name, 2]]; }
function DAYWORD(day) { return Utilities.formatDate(day, SpreadsheetApp.getActive().getSpreadsheetTimeZone(), "yyyy-MM-dd"); }
function WRITES() { SpreadsheetApp.getActive().getRange("Deals!Z1").setValue(1); }
function MAILS() { MailApp.sendEmail({ to: "a@example.com" }); }
function HIDDEN_() { return 1; }
function FAILS() { throw new Error("no such thing"); }`;

test("a formula calls the script with rows of values, again only when they changed", () => {
  const small = smallGoogle(FUNCTIONS);
  small.ada.paste("Deals!A1", [
    ["1", "2"],
    ["3", "4"],
  ]);
  small.ada.type("Deals!D1", "=TOTAL(A1:B2)");
  expect(dealsCell(small, 1, 4)).toBe(10);
  const calls = small.google.executions.length;
  small.ada.type("Deals!F9", "elsewhere");
  expect(small.google.executions).toHaveLength(calls);
  small.ada.type("Deals!A1", "11");
  expect(dealsCell(small, 1, 4)).toBe(20);
});

test("rows that a formula gives spill", () => {
  const small = smallGoogle(FUNCTIONS);
  small.ada.type("Deals!A1", '=PAIRS("x")');
  expect([dealsCell(small, 1, 1), dealsCell(small, 1, 2), dealsCell(small, 2, 2)]).toEqual(["x", 1, 2]);
});

test("a day reaches a formula as a Date in the spreadsheet's zone", () => {
  const small = smallGoogle(FUNCTIONS, { zone: "America/New_York" });
  small.ada.type("Deals!A1", "2026-11-20");
  small.ada.type("Deals!B1", "=DAYWORD(A1)");
  expect(dealsCell(small, 1, 2)).toBe("2026-11-20");
});

test("a formula may not write, mail or call what is private; what it throws shows as an error", () => {
  const small = smallGoogle(FUNCTIONS);
  small.ada.paste("Deals!A1", [["=WRITES()", "=MAILS()", "=HIDDEN_()", "=FAILS()"]]);
  expect([1, 2, 3, 4].map((column) => dealsCell(small, 1, column))).toEqual([
    { error: "#ERROR!" },
    { error: "#ERROR!" },
    { error: "#NAME?" },
    { error: "#ERROR!" },
  ]);
  const told = small.google.failures().map(({ error }) => error?.message);
  expect(told).toEqual([
    "You do not have permission to call setValues",
    "You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail",
    "no such thing",
  ]);
});

test("a script's own write has its formulas worked out before it reads again", () => {
  const small = smallGoogle(`${FUNCTIONS}\nfunction go() {
    var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
    sheet.getRange("A1:B1").setValues([[5, "=TOTAL(A1:A2)"]]);
    return sheet.getRange("B1").getValue();
  }`);
  expect(small.ada.page("go")).toBe(5);
});
