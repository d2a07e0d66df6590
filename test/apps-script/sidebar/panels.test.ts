// What the other tabs of the page show: what to do today, the numbers, the state of the book.

import { expect, test } from "vitest";
import { addDeal, openSales, sidebars } from "./sidebar.ts";

const open = sidebars();

test("the oldest unanswered reply stands first, and a click opens its record", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  for (const row of [3, 2]) {
    sheet.ada.select(`Sales!A${row}`);
    const { page } = await open(sheet, "record");
    await page.getByLabel("What happened").selectOption("Reply: yes");
    await page.getByRole("button", { name: "Log it" }).click();
    await page.getByRole("region", { name: "History" }).getByText("Reply: yes").waitFor();
    sheet.google.advance(3_600_000);
  }
  const { page } = await open(sheet);
  const first = page.getByRole("region", { name: "Replies to answer" }).getByRole("button").first();
  expect(await first.textContent()).toContain("Bob Ray");
  await first.click();
  await page.getByRole("heading", { name: "Bob Ray" }).waitFor();
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Bob Ray");
});

test("below five records a share is told as a count, never as a percentage", async () => {
  const { page } = await open(openSales("Ann Lee", "Bob Ray", "Cem Kaya"), "numbers");
  const row = page.getByRole("row", { name: /^Networking Database/ }).first();
  expect(await row.textContent()).toBe("Networking Database330 of 3");
  expect(await page.getByRole("table").first().textContent()).not.toContain("%");
});

test("a board without records says how to begin", async () => {
  const { page } = await open(openSales(), "numbers");
  await page.getByText(/There are no deals yet/).waitFor();
});

test("a problem of the book leads to its cell", async () => {
  const sheet = openSales("Ann Lee");
  sheet.ada.type("Sales!A2", "Wonn");
  const { page } = await open(sheet, "health");
  await page.getByRole("region", { name: "Problems" }).getByRole("button").first().click();
  await page.getByRole("status").getByText("Sales").waitFor();
});

test("health tells mode, reminders and the mails that are left", async () => {
  const { page } = await open(openSales("Ann Lee"), "health");
  for (const label of ["Mode", "Reminders", "E-mails left today", "History"]) {
    await page.getByText(label, { exact: true }).waitFor();
  }
});

test("text from people is shown as text, whatever it looks like", async () => {
  const name = '<img src=x onerror="document.title=1">{{7*7}}</script>';
  const sheet = openSales();
  addDeal(sheet, name);
  sheet.ada.select("Sales!A2");
  const { page } = await open(sheet, "record");
  await page.getByRole("heading", { name }).waitFor();
  expect(await page.title()).toBe("Stageline");
});

test("a reply is answered for now by one click, and then says so", async () => {
  const sheet = openSales();
  addDeal(sheet, "Ann Lee", { owner: "ada@example.com" });
  sheet.ada.page("pageLog", {
    ...{ board: "Sales", record: "Ann Lee", activity: "reply-later", note: "" },
    form: "the first reply of Ann Lee",
  });
  const { page } = await open(sheet);
  await page.getByRole("button", { name: "Send a holding answer to Ann Lee" }).click();
  await page.getByRole("status").getByText("the holding answer is in the Outbox").waitFor();
  await page.getByText("a holding answer was asked for").waitFor();
  expect(await page.getByRole("button", { name: /^Send a holding answer/ }).count()).toBe(0);
});

test("what changed since one looked is shown when one asks, and is gone once it was seen", async () => {
  const sheet = openSales();
  sheet.ada.type("Sales!B2", "Ann Lee");
  const { page } = await open(sheet);
  await page.getByRole("button", { name: "What changed since I last looked" }).click();
  await page.getByRole("region", { name: "Changes" }).getByText("Ann Lee").waitFor();
  await page.getByRole("button", { name: "I have seen it" }).click();
  await page.getByText("Everything up to now counts as seen").waitFor();
  await page.getByRole("button", { name: "What changed since I last looked" }).click();
  await page.getByText("Nothing changed").waitFor();
});
