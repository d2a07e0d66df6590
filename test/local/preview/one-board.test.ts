// An hour at one board, in one window: what a person does with its rows, each thing where the one before left off.

import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { openDropdown, openFilter } from "./clicks-in-grid.ts";
import { choose, goTo, type Preview, previews, salesBook, seeIn, typeInto } from "./preview-page.ts";

const open = previews(afterAll);
let board: Promise<{ readonly preview: Preview; readonly page: Page }> | undefined;

/** The window, opened by the first who asks. */
function atBoard() {
  board ??= salesBook("Cy Ott", "Ann Lee", "Bob Ray")
    .then(open)
    .then(async (preview) => ({ preview, page: await preview.window() }));
  return board;
}

test("rows are sorted, inserted and deleted, and stay the same records", async () => {
  const { page } = await atBoard();
  await goTo(page, "B2");
  await page.getByRole("button", { name: "Sort A to Z" }).click();
  await seeIn(page, "B2", "Ann Lee");
  await page.getByRole("button", { name: "Row above" }).click();
  await seeIn(page, "B3", "Ann Lee");
  await goTo(page, "B2");
  await page.getByRole("button", { name: "Delete rows" }).click();
  await seeIn(page, "B4", "Cy Ott");
  await choose(page, "Stageline", "Check this sheet");
  await page.getByRole("dialog").getByText("No problems").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("a stage is picked from the dropdown of its cell", async () => {
  const { page } = await atBoard();
  await openDropdown(page, "Lost");
  await page.getByText("Lost", { exact: true }).click();
  await seeIn(page, "A2", "Lost");
});

test("a filter takes rows out of sight, and brings them back", async () => {
  const { page } = await atBoard();
  const rowBelow = async () => {
    await goTo(page, "B1");
    await page.keyboard.press("ArrowDown");
    return page.getByLabel("Cell, such as B3").inputValue();
  };
  await page.getByRole("button", { name: "Filter" }).click();
  await openFilter(page);
  await page.getByText("Cy Ott").last().hover();
  await page.getByText("Filter Only").last().click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect.poll(rowBelow).toBe("B4");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect.poll(rowBelow).toBe("B2");
});

test("a refused move goes back, says what is needed first, and is done once that is there", async () => {
  const { page } = await atBoard();
  await typeInto(page, "A4", "Initial Outreach");
  await page.getByText(/Cy Ott: Initial Outreach needs: /).waitFor();
  await seeIn(page, "A4", "Networking Database");
  await typeInto(page, "D4", "Ott AG");
  await typeInto(page, "H4", "moved to a new office");
  await typeInto(page, "I4", new Date().toISOString().slice(0, 10));
  await typeInto(page, "A4", "Initial Outreach");
  await page
    .getByText(/Cy Ott moved to Initial Outreach|Cy Ott: .*Initial Outreach/)
    .last()
    .waitFor();
  await seeIn(page, "A4", "Initial Outreach");
});

test("what was typed is taken back by undo, and done again by redo", async () => {
  const { page } = await atBoard();
  await typeInto(page, "D3", "Ray Ltd");
  await seeIn(page, "D3", "Ray Ltd");
  await page.keyboard.press("Control+Z");
  await seeIn(page, "D3", "");
  await page.keyboard.press("Control+Y");
  await seeIn(page, "D3", "Ray Ltd");
});

test("the sidebar shows the row that is marked, and moves it", async () => {
  const { page } = await atBoard();
  await goTo(page, "A3");
  const sidebar = page.frameLocator("iframe");
  await sidebar.getByRole("tab", { name: "Record" }).click();
  await sidebar.getByRole("heading", { name: "Bob Ray" }).waitFor();
  await sidebar.getByText("Other stages").click();
  await sidebar.getByRole("button", { name: "Lost" }).click();
  await seeIn(page, "A3", "Lost");
});

test("what is copied in the sheet is pasted as its cells", async () => {
  const { page } = await atBoard();
  await goTo(page, "B4");
  await page.keyboard.press("Control+C");
  await goTo(page, "B5");
  await page.keyboard.press("Control+V");
  await seeIn(page, "B5", "Cy Ott");
  await seeIn(page, "A5", "Networking Database");
});

test("rows that are pasted become records, all at once", async () => {
  const { page } = await atBoard();
  const rows = Array.from({ length: 12 }, (_, index) => `Client ${index + 1}\tMira`);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join("\n"))})`);
  await goTo(page, "B6");
  await page.keyboard.press("Control+V");
  await seeIn(page, "B17", "Client 12");
  await seeIn(page, "A17", "Networking Database");
  await seeIn(page, "C17", "Mira");
});

test("a page that is loaded again goes on where the book is", async () => {
  const { page } = await atBoard();
  await typeInto(page, "B18", "Dee Fox");
  await seeIn(page, "A18", "Networking Database");
  await page.reload();
  await seeIn(page, "B18", "Dee Fox");
  await typeInto(page, "B19", "Eva Lim");
  await seeIn(page, "A19", "Networking Database");
});

test("a second window is a second person, and each sees what the other does", async () => {
  const { page: one, preview } = await atBoard();
  const other = await preview.window();
  expect(await one.getByLabel("You are").inputValue()).not.toBe(
    await other.getByLabel("You are").inputValue(),
  );
  await typeInto(one, "D5", "Lee & Co");
  await seeIn(other, "D5", "Lee & Co");
  await typeInto(other, "A5", "Lost");
  await seeIn(one, "A5", "Lost");
});
