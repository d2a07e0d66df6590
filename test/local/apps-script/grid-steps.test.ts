import { expect, test } from "vitest";
import type { GridStep } from "../../../local/apps-script/world/grid-step.ts";
import { smallGoogle } from "./small-google.ts";

const HEARS = `
function onEdit() {
  var sheet = SpreadsheetApp.getActive().getSheetByName("Deals");
  sheet.getRange("B1").setValue(sheet.getRange("A1").getValue());
}`;

function watched() {
  const small = smallGoogle(HEARS);
  const steps: GridStep[] = [];
  small.google.hooks.observe = (step) => steps.push(step);
  return { small, steps };
}

test("whoever keeps a ledger is told of acts, reads and writes in the order in which they happened", () => {
  const { small, steps } = watched();
  small.ada.type("Deals!A1", "Won");
  expect(steps.map(({ kind }) => kind)).toEqual(["act", "read", "read", "write", "event", "event"]);
  const [act, , read, write] = steps;
  if (act?.kind !== "act" || read?.kind !== "read" || write?.kind !== "write") throw new Error("other steps");
  expect([act.after === read.after, write.before === read.after]).toEqual([true, true]);
  expect(write.after).toBe(small.google.spreadsheet(small.book).state);
});

test("an event that is lost is told as unheard", () => {
  const { small, steps } = watched();
  small.google.hooks.drops = () => true;
  small.ada.type("Deals!A1", "Won");
  expect(steps.flatMap((step) => (step.kind === "event" ? [step.fate] : []))).toEqual(["unheard", "unheard"]);
});
