// The board over the sheet: cards moved by keys and by the pointer, refused and mended, looked for, and two thousand of them.

import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFaults } from "../../local/preview/serious-faults.ts";
import { WIDE_BOARD_NOW, wideBoard } from "../wide-board.ts";
import { addDeal, cellOf, openPractice, openSales, openSheet, type Sheet, sidebars } from "./sidebar.ts";

const open = sidebars();

async function openBoard(sheet: Sheet) {
  const sidebar = await open(sheet, "board-view");
  await sidebar.page.setViewportSize({ width: 1100, height: 640 });
  return sidebar;
}

function column(page: Page, stage: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${stage}, `) });
}

function tile(page: Page, name: string): Locator {
  return page.getByRole("listitem").getByRole("button", { name: new RegExp(`^${name}`) });
}

function stageOf(sheet: Sheet, name: string): string {
  return cellOf(sheet, { name, header: "Stage" });
}

/** What has the focus, by its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent");
}

/** Opens the menu of stages at the card that has the focus. */
async function askWhere(page: Page): Promise<void> {
  await page.keyboard.press("m");
  await page.locator("[role=menuitem]:focus").waitFor();
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error("nothing to drag, or nowhere to");
  await page.mouse.move(start.x + 20, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 40, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + 90, { steps: 5 });
  await page.locator(".column.target").waitFor();
  await page.mouse.up();
}

test("a card is moved by keys; what the stage needs is asked for, filled in, and the card goes there", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  const { page, calls } = await openBoard(sheet);
  await tile(page, "Ann Lee").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await askWhere(page);
  expect(await focused(page)).toBe("Initial Outreach");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Ann Lee" });
  await drawer
    .getByRole("alert")
    .getByText(/^Ann Lee is still in Networking Database. Initial Outreach needs/)
    .waitFor();
  await expect.poll(() => column(page, "Networking Database").getByRole("listitem").count()).toBe(2);
  expect(await seriousFaults(page)).toEqual([]);
  await drawer.getByLabel("Company", { exact: true }).fill("Lee & Co");
  await drawer.getByLabel("Company news", { exact: true }).fill("moved to a new office");
  await drawer.getByLabel("Company news on").fill("2026-10-30");
  await drawer.getByRole("button", { name: "Save and move" }).click();
  await drawer.waitFor({ state: "detached" });
  await column(page, "Initial Outreach").getByText("Lee & Co").waitFor();
  await page.locator("[data-record] :focus").getByText("Ann Lee").waitFor();
  expect(stageOf(sheet, "Ann Lee")).toBe("Initial Outreach");
  expect(calls).toEqual(["pageBoard", "pageMoveCard", "pageMove"]);
});

test("a card is dragged onto a folded column; what is closed there goes back by Reopen alone", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await openBoard(sheet);
  await tile(page, "Ann Lee").waitFor();
  await page.setViewportSize({ width: 2400, height: 640 });
  await drag(page, tile(page, "Ann Lee"), column(page, "Lost"));
  await page
    .getByRole("status")
    .getByText(/Ann Lee: .*Lost/)
    .waitFor();
  expect(stageOf(sheet, "Ann Lee")).toBe("Lost");
  await column(page, "Lost").getByRole("button", { name: /Lost/ }).click();
  await drag(page, tile(page, "Ann Lee"), column(page, "Dialogue"));
  const drawer = page.getByRole("dialog", { name: "Ann Lee" });
  await drawer
    .getByText(/"Lost" is closed/)
    .first()
    .waitFor();
  await drawer.getByRole("button", { name: "Reopen" }).click();
  await drawer.getByRole("form", { name: "Move to Dialogue" }).waitFor();
  await page.keyboard.press("Escape");
  await column(page, "Networking Database").getByText("Ann Lee").waitFor();
  expect(stageOf(sheet, "Ann Lee")).toBe("Networking Database");
});

test("in practice what is missing is asked for, too, and a card may go without it; Enter opens a card", async () => {
  const sheet = openPractice();
  addDeal(sheet, "Ann Lee");
  const { page } = await openBoard(sheet);
  await tile(page, "Ann Lee").hover();
  await page.getByRole("button", { name: "Move Ann Lee" }).click();
  await page.getByRole("menuitem", { name: "Initial Outreach" }).click();
  await page.getByRole("button", { name: "Move without it" }).click();
  await column(page, "Initial Outreach").getByText("Ann Lee").waitFor();
  expect(stageOf(sheet, "Ann Lee")).toBe("Initial Outreach");
  await tile(page, "Ann Lee").press("Enter");
  await page.getByRole("region", { name: "History" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => focused(page)).toContain("Ann Lee");
});

test("a card stands where it was put while the sheet is asked, and what others did meanwhile is said and shown", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  // Lost in a colour that nobody could read dark letters on.
  sheet.ada.type("Stages!P10", "#1a237e");
  const { page, holdBack } = await openBoard(sheet);
  await tile(page, "Ann Lee").focus();
  sheet.ada.page("pageMove", { board: "Sales", record: "Bob Ray", stage: "Lost", values: {} });
  const release = holdBack("pageMoveCard");
  await askWhere(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page
    .getByRole("button", { name: "2 Lost" })
    .or(page.getByRole("button", { name: "1 Lost" }))
    .waitFor();
  release();
  await page.getByText("Changed meanwhile: Bob Ray went to Lost").waitFor();
  await page.getByRole("button", { name: "2 Lost" }).click();
  await expect.poll(() => column(page, "Lost").getByRole("listitem").count()).toBe(2);
  expect(await seriousFaults(page)).toEqual([]);
});

test("of 2,000 records only what is seen is drawn, more of it as one scrolls or goes down", async () => {
  const { page } = await openBoard(openSheet({ state: wideBoard(2000), now: WIDE_BOARD_NOW }));
  const lead = column(page, "Lead");
  const drawn = () => lead.getByRole("listitem").count();
  await lead.getByRole("listitem").first().waitFor();
  expect(await page.getByRole("listitem").count()).toBeLessThanOrEqual(9 * 25);
  expect(await drawn()).toBe(25);
  await lead.getByRole("button").first().focus();
  for (let step = 0; step < 25; step++) await page.keyboard.press("ArrowDown");
  await expect.poll(drawn).toBeGreaterThan(25);
  await page.keyboard.press("ArrowRight");
  const stageOfFocus = () => page.evaluate("document.activeElement.closest('section').dataset.stage");
  await expect.poll(stageOfFocus).toBe("contacted");
  await page.getByLabel("Find").fill("hill 86");
  await page.getByText(/^\d+ of 2000 shown/).waitFor();
  await page.getByLabel("Find").fill("nowhere");
  await page.getByText("No deal matches what you look for").waitFor();
  await page.getByRole("button", { name: "Show all again" }).click();
  await page.getByLabel("Owner").selectOption("Nobody");
  expect(await page.getByRole("listitem").filter({ hasText: "Cem Kaya" }).count()).toBe(0);
});

test("a board without records, and a spreadsheet without a board, say how to begin", async () => {
  const { page } = await openBoard(openSales());
  await page.getByText(/^There is no deal yet/).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const { page: other } = await openBoard(openSheet());
  await other.getByRole("button", { name: "New board" }).click();
  await other.getByRole("heading").first().waitFor();
});
