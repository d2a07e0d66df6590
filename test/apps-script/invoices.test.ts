// Invoices in the sheet: made by the menu for the row that is selected, and paid by what somebody types into Payments.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

const FORM = "form of Ann in twenty letters";
const values = { name: "Ann", owner: "Zoe", amount: "1000", currency: "EUR", payment_schedule: "50/50" };

function salesWithAnn(): SheetWorld {
  const world = openBoard();
  world.ada.page("pageCreate", { board: "Sales", values, form: FORM });
  return world;
}

const invoices = ({ rows }: SheetWorld) =>
  rows("Invoices").map((row) => [row["Number"], row["Part"], row["Status"], row["Open"]].join(" "));

test("the menu makes the invoice of the selected row, and tells it", () => {
  const world = salesWithAnn();
  world.ada.select("Sales!B2");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Invoice of the selected row", "Make, or send out the next part");
  expect(world.ada.seen.dialogs.at(-1)?.prompt).toContain("Ann: INV-0001 of 500.00 EUR, to be paid by ");
  expect(invoices(world)).toEqual(["INV-0001 1 of 2 sent 500", "INV-0002 2 of 2 draft 500"]);
});

test("a payment counts as soon as it is typed, and opens the stage that needs it", () => {
  const world = salesWithAnn();
  world.ada.select("Sales!B2");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Invoice of the selected row", "Make, or send out the next part");
  const today = new Date(world.google.now()).toISOString().slice(0, 10);
  world.ada.type("Payments!A2", today);
  world.ada.type("Payments!B2", "INV-0001");
  world.ada.type("Payments!C2", "500");
  expect(invoices(world)).toEqual(["INV-0001 1 of 2 paid 0", "INV-0002 2 of 2 draft 500"]);
  const card = world.ada.page("pageRecord", { board: "Sales", record: "Ann" });
  const moves = (card as { card: { moves: readonly { stage: { name: string } }[] } }).card.moves;
  expect(moves.find(({ stage }) => stage.name === "Order Processing")).toMatchObject({ allowed: true });
});

test("without a row of a board the menu says what to do", () => {
  const world = salesWithAnn();
  world.ada.select("Payments!A2");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Invoice of the selected row", "Void");
  expect(world.ada.seen.dialogs.at(-1)?.prompt).toContain("select a row of a board first");
});
