// What the other tabs of the page show: what to do today, the numbers, the state of the book.

import { expect, test } from "vitest";
import { addDeal, cellOf, openPractice, openSales, sidebars } from "./sidebar.ts";

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
  await page.getByText("The same as a table").click();
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
  for (const label of ["Mode", "Reminders", "E-mails today", "History"]) {
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
  await page.getByRole("button", { name: "Answer Ann Lee: received, I will get back to you" }).click();
  await page.getByRole("status").getByText("the holding answer is in the Outbox").waitFor();
  await page.getByText("a holding answer was asked for").waitFor();
  expect(await page.getByRole("button", { name: /^Answer Ann Lee/ }).count()).toBe(0);
});

test("what others changed since one looked is counted at once, unfolds, and is gone once it was seen", async () => {
  const sheet = openSales();
  sheet.ada.type("Sales!B2", "Ann Lee");
  const { page } = await open(sheet);
  const changes = page.getByRole("region", { name: "Changes" });
  await changes.getByText("Show 1 record").click();
  await changes.getByText("Ann Lee").waitFor();
  await page.getByRole("button", { name: "I have seen it" }).click();
  await page.getByText("Everything up to now counts as seen").waitFor();
  await page.getByRole("button", { name: "Refresh" }).click();
  await changes.getByText("Nothing changed since").waitFor();
});

test("a planned step is done by one click, and the next one wants to be planned", async () => {
  const sheet = openSales();
  const own = { owner: "ada@example.com", next_step: "call", next_step_on: "2026-11-02" };
  addDeal(sheet, "Ann Lee", own);
  const { page } = await open(sheet);
  await page.getByRole("button", { name: "Done: call, Ann Lee" }).click();
  await page.getByRole("status").getByText('"call" is done; no next step is planned').waitFor();
  await page.getByRole("heading", { name: "Nothing waits" }).waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Next step" })).toBe("");
});

test("what happened is logged beside what there is to do, and what was answered waits no more", async () => {
  const sheet = openSales();
  addDeal(sheet, "Ann Lee");
  const form = "the first reply of Ann Lee";
  sheet.ada.page("pageLog", { board: "Sales", record: "Ann Lee", activity: "reply-yes", note: "", form });
  const { page } = await open(sheet);
  const replies = page.getByRole("region", { name: "Replies to answer" });
  await replies.getByRole("button", { name: "Log what happened with Ann Lee" }).click();
  await page.getByLabel("Note").fill("sent the offer");
  await page.keyboard.press("Control+Enter");
  await replies.waitFor({ state: "detached" });
});

test("in practice Today says so, and how to begin in earnest", async () => {
  const { page } = await open(openPractice());
  await page.getByText("Practice is on").waitFor();
});

test("advice leads to its cell, too", async () => {
  const { page } = await open(openSales("Ann Lee", "Bob Ray"), "health");
  await page.getByRole("region", { name: "Advice" }).getByRole("button").first().click();
  await page.getByRole("status").getByText("is selected in the sheet").waitFor();
});
