// New records from the form, and new boards from their pictures.

import { expect, test } from "vitest";
import { cellOf, openSales, openSheet, sidebars } from "./sidebar.ts";

const open = sidebars();

test("a new record is made with the keyboard alone", async () => {
  const sheet = openSales();
  const { page } = await open(sheet);
  await page.getByRole("tab", { name: "Today" }).focus();
  for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await page.getByLabel("Name").waitFor();
  for (const key of ["Tab", "Tab"]) await page.keyboard.press(key);
  await page.keyboard.type("Ann Lee");
  while ((await page.evaluate("document.activeElement.type")) !== "email") await page.keyboard.press("Tab");
  await page.keyboard.type("ann@example.org");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Open it" }).waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "E-mail" })).toBe("ann@example.org");
  for (const key of ["Tab", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("heading", { name: "Ann Lee" }).waitFor();
});

test("what is wrong with a form stands at its fields, all at once", async () => {
  const sheet = openSales();
  const { page } = await open(sheet, "new");
  await page.getByLabel("E-mail").fill("nobody");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("alert").waitFor();
  for (const label of ["Name", "E-mail"]) {
    expect(await page.getByLabel(label).getAttribute("aria-invalid")).toBe("true");
  }
});

test("a double click adds one record", async () => {
  const sheet = openSales();
  const { page, holdBack } = await open(sheet, "new");
  await page.getByLabel("Name").fill("Ann Lee");
  await page.getByLabel("Phone").fill("0123");
  const release = holdBack("pageCreate");
  await page.getByRole("button", { name: "Add it" }).dblclick();
  release();
  await page.getByRole("button", { name: "Open it" }).waitFor();
  const rows = sheet.state().tabs.find(({ name }) => name === "Sales")?.rows ?? [];
  const named = rows.filter((row) => row?.cells.some((cell) => cell?.value === "Ann Lee"));
  expect(named).toHaveLength(1);
});

test("a tab of people's own is told what it would become, and is a board then", async () => {
  const sheet = openSheet();
  sheet.ada.paste("Sheet1!A1", [
    ["Client", "Status"],
    ["Ann Lee", "Lead"],
    ["Bob Ray", "Won"],
  ]);
  const { page } = await open(sheet, "adopt");
  await page.getByText("B “Status” becomes Stage").waitFor();
  await page.getByRole("button", { name: "Turn it into a board" }).click();
  await page.getByRole("status").getByText('"Sheet1" is a board now').waitFor();
  sheet.ada.select("Sheet1!A3");
  const { page: sidebar } = await open(sheet, "record");
  await sidebar.getByRole("heading", { name: "Bob Ray" }).waitFor();
});

test("an empty spreadsheet offers a board, shows what each is for, and goes on with it", async () => {
  const sheet = openSheet();
  const { page } = await open(sheet);
  await page.getByRole("status").getByRole("button", { name: "New board" }).click();
  await page.getByRole("img", { name: /^Networking Database, Initial Outreach/ }).waitFor();
  await page.getByRole("button", { name: /^Speaking/ }).click();
  await page.getByLabel("Name of the tab").fill("Gigs");
  await page.keyboard.press("Enter");
  await page.getByText(/Nothing waits/).waitFor();
  expect(sheet.state().tabs.map(({ name }) => name)).toContain("Gigs");
});
