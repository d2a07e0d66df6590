import { expect, test } from "vitest";
import type { Interference } from "../../../local/apps-script/world/world.ts";
import { dealsCell, lastExecution, smallGoogle } from "./small-google.ts";

const WRITES = `
function go() {
  var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
  sheet.getRange("A1").setValue(1); sheet.getRange("A2").setValue(2); sheet.getRange("A3").setValue(3);
  try { SpreadsheetApp.flush(); } catch (error) { console.log(error.message); }
  sheet.getRange("B1").setValue("after");
}`;

function struck(interference: Interference) {
  const small = smallGoogle(WRITES);
  small.google.hooks.interfere = ({ request }) =>
    request.ask === "grid" && request.writes.length === 3 ? interference : undefined;
  return { small, column: () => [1, 2, 3].map((row) => dealsCell(small, row, 1)) };
}

test("of an execution that is killed at its flush the first writes may arrive, and nothing after them", () => {
  const { small, column } = struck({ what: "kill", applied: 2 });
  expect(() => small.ada.page("go")).toThrow("killed");
  expect([...column(), dealsCell(small, 1, 2)]).toEqual([1, 2, null, null]);
  expect(lastExecution(small).status).toBe("killed");
});

test("a flush that fails throws in the script, which goes on", () => {
  const { small, column } = struck({ what: "fail", applied: 1 });
  small.ada.page("go");
  expect([...column(), dealsCell(small, 1, 2)]).toEqual([1, null, null, "after"]);
  expect(lastExecution(small).logs).toEqual([
    `Service Spreadsheets timed out while accessing document with id ${small.book}.`,
  ]);
});

test("a person may come in between two calls of a script", () => {
  const small = smallGoogle(`function go() {
    var cell = SpreadsheetApp.getActive().getRange("Deals!A1");
    return [cell.getValue(), cell.getValue()];
  }`);
  small.google.hooks.interfere = ({ number }) => {
    if (number === 2) small.ben.type("Deals!A1", "typed");
    return undefined;
  };
  expect(small.ada.page("go")).toEqual(["", "typed"]);
});

test("a mail can be out, and the note of it not made", () => {
  const small = smallGoogle(`function go() {
    MailApp.sendEmail({ to: "eve@example.com", subject: "s", body: "b" });
    SpreadsheetApp.getActive().getRange("Deals!A1").setValue("sent");
    SpreadsheetApp.flush();
  }`);
  small.google.hooks.interfere = ({ request }) =>
    request.ask === "grid" ? { what: "kill", applied: 0 } : undefined;
  expect(() => small.ada.page("go")).toThrow("killed");
  expect([small.google.outbox.length, dealsCell(small, 1, 1)]).toEqual([1, null]);
});

const deletesBeforeSecond = (code: string) => {
  const small = smallGoogle(`function go() {
    var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
    return sheet.getRange(${code}).getValues().length;
  }`);
  small.google.hooks.interfere = ({ number }) => {
    if (number === 2) small.ben.deleteRows("Deals!A2", 3);
    return undefined;
  };
  return small;
};

test("a range without a last row ends where the tab ends when it is read", () => {
  expect(deletesBeforeSecond('"A:C"').ada.page("go")).toBe(997);
});

test("a range whose last row is gone when it is read is outside of the sheet", () => {
  expect(() => deletesBeforeSecond('"A1:C1000"').ada.page("go")).toThrow("outside the dimensions");
});
