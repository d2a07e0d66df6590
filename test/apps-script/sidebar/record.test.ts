// The record of the selected row: moved, mended, logged on, handed over, taken back.

import { expect, test } from "vitest";
import { addDeal, cellOf, openPractice, openSales, type Sheet, sidebars } from "./sidebar.ts";

const open = sidebars();

function openDeal(sheet: Sheet) {
  sheet.ada.select("Sales!A2");
  return open(sheet, "record");
}

test("a move that is refused asks for what is missing, and is done once that is filled in", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByRole("button", { name: "Initial Outreach" }).click();
  const form = page.getByRole("form", { name: "Move to Initial Outreach" });
  await form.getByLabel("Company", { exact: true }).fill("Lee & Co");
  await form.getByLabel("Company news", { exact: true }).fill("moved to a new office");
  await form.getByLabel("Company news on").fill("2026-10-30");
  await form.getByRole("button", { name: "Save and move" }).click();
  await page.getByRole("status").getByText("Initial Outreach").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Initial Outreach");
  expect(cellOf(sheet, { name: "Ann Lee", header: "Company" })).toBe("Lee & Co");
});

test("a move with a value that does not fit is not done, and the fault stands at its field", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Invoice" }).click();
  const form = page.getByRole("form", { name: "Move to Invoice" });
  await form.getByLabel("Amount").fill("plenty");
  await form.getByRole("button", { name: "Save and move" }).click();
  await page.getByRole("alert").waitFor();
  expect(await form.getByLabel("Amount").getAttribute("aria-invalid")).toBe("true");
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Networking Database");
});

test("a missing activity is logged from where it is missed, and opens the stage", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Dialogue" }).click();
  await page.getByRole("button", { name: "Log “Reply: yes” now" }).click();
  await page.getByRole("region", { name: "History" }).getByText("Reply: yes").waitFor();
  await page.getByRole("button", { name: "Dialogue" }).click();
  await page.getByRole("status").getByText("Dialogue").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Dialogue");
});

test("in practice a record may also go without what is missing", async () => {
  const sheet = openPractice();
  addDeal(sheet, "Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByRole("button", { name: "Initial Outreach" }).click();
  await page.getByRole("button", { name: "Move without it" }).click();
  await page.getByRole("status").getByText("Initial Outreach").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Initial Outreach");
});

test("an activity is logged once, however often the button is pressed", async () => {
  const { page, holdBack } = await openDeal(openSales("Ann Lee"));
  await page.getByLabel("What happened").selectOption("Call");
  await page.getByLabel("Note").fill("wants a quote");
  const release = holdBack("pageLog");
  await page.getByRole("button", { name: "Log it" }).dblclick();
  release();
  const history = page.getByRole("region", { name: "History" });
  await history.getByText("wants a quote").waitFor();
  expect(await history.getByText("Call", { exact: true }).count()).toBe(1);
  expect(await page.getByLabel("Note").inputValue()).toBe("");
});

test("fields are saved from the card, and only those that were changed", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByText("Fields", { exact: true }).click();
  await page.getByLabel("Phone").fill("+31 20 555 1234");
  sheet.ada.type("Sales!B2", "Ann Lee-Jones");
  await page.getByRole("button", { name: "Save 1 field" }).click();
  await page.getByRole("heading", { name: "Ann Lee-Jones" }).waitFor();
  expect(cellOf(sheet, { name: "Ann Lee-Jones", header: "Phone" })).toBe("+31 20 555 1234");
});

test("a deal is handed over with a word along, and the history has both", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.locator("summary", { hasText: "Hand over" }).click();
  await page.getByLabel("Hand over to").fill("Ben");
  await page.getByLabel("A word along").fill("likes tea");
  await page.locator("button", { hasText: "Hand over" }).click();
  const history = page.getByRole("region", { name: "History" });
  await history.getByText('handed over to "Ben"').waitFor();
  await history.getByText("“likes tea”").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Owner" })).toBe("Ben");
});

test("what was lost is opened again by Reopen, and nothing else is offered", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Lost" }).click();
  await page.getByText('“Lost” is closed; Reopen takes it back to "Networking Database"').waitFor();
  expect(await page.getByRole("button", { name: "Dialogue" }).count()).toBe(0);
  await page.getByRole("button", { name: "Reopen" }).click();
  await page.getByText(/opened again/i).waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Networking Database");
});

test("the last move is taken back by Undo", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openDeal(sheet);
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Lost" }).click();
  await page.getByRole("button", { name: 'Undo the last move: back to "Networking Database"' }).click();
  await page.getByText(/taken back/).waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Networking Database");
});

test("the card follows the selection when it is asked to", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  const { page } = await openDeal(sheet);
  await page.getByRole("heading", { name: "Ann Lee" }).waitFor();
  sheet.ada.select("Sales!C3");
  await page.getByRole("button", { name: "Show the selected row" }).click();
  await page.getByRole("heading", { name: "Bob Ray" }).waitFor();
});

test("a row that is no record says what to select", async () => {
  const sheet = openSales("Ann Lee");
  sheet.ada.select("Sales!A9");
  const { page } = await open(sheet, "record");
  await page.getByText(/select a row/i).waitFor();
});

test("whoever comes back to the page is told that another row is selected by now, and is shown it on demand", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  const { page, calls } = await openDeal(sheet);
  await page.getByRole("heading", { name: "Ann Lee" }).waitFor();
  sheet.ada.select("Sales!C3");
  await page.evaluate("window.dispatchEvent(new Event('focus'))");
  await page.getByText("Row 3 of “Sales” is selected in the sheet now").waitFor();
  expect(await page.getByRole("heading", { name: "Ann Lee" }).count()).toBe(1);
  await page.getByRole("button", { name: "Show that one" }).click();
  await page.getByRole("heading", { name: "Bob Ray" }).waitFor();
  expect(calls.filter((name) => name === "pageSelected")).toHaveLength(2);
});
