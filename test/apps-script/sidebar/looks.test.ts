// How the page looks and speaks: nothing wider than 300 pixels, nothing that a screen reader or a keyboard trips over.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFaults } from "../../local/preview/serious-faults.ts";
import { addDeal, openSales, openSheet, sidebars } from "./sidebar.ts";

const open = sidebars();

/** Everything that is folded is opened. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
}

const isTooWide = "document.documentElement.scrollWidth > window.innerWidth";
const LONG = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ${"Ltd ".repeat(30)}`;

test.each([
  ["today", (page: Page) => page.getByRole("heading", { name: /wait/ })],
  ["record", (page: Page) => page.getByRole("region", { name: "History" })],
  ["new", (page: Page) => page.getByLabel("Name")],
  ["numbers", (page: Page) => page.getByRole("heading", { name: "Sales" })],
  ["health", (page: Page) => page.getByText("Mode", { exact: true })],
  ["new-board", (page: Page) => page.getByRole("button", { name: /^Speaking/ })],
  ["adopt", (page: Page) => page.getByText("is a board already")],
])(
  "%s has no serious fault for those who hear it or use the keyboard, and fits 300 pixels with long names",
  async (start, shows) => {
    const sheet = openSales("Ann Lee", "Bob Ray");
    addDeal(sheet, LONG, { company: "W".repeat(300), owner: LONG });
    sheet.ada.select("Sales!A4");
    const { page } = await open(sheet, start);
    await shows(page).first().waitFor();
    await unfold(page);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(isTooWide)).toBe(false);
  },
);

test("an empty spreadsheet has no serious fault either", async () => {
  const { page } = await open(openSheet());
  await page.getByText("no board yet").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

test("the arrow keys go round the tabs, Home and End to the first and the last, and Tab leaves them", async () => {
  const { page } = await open(openSales());
  const chosen = () => page.locator("[role=tab][aria-selected=true]").textContent();
  await page.getByRole("tab", { name: "Today" }).focus();
  const seen: (string | null)[] = [];
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowRight", "End", "Home"]) {
    await page.keyboard.press(key);
    seen.push(await chosen());
  }
  expect(seen).toEqual(["Health", "Today", "Record", "Health", "Today"]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Refresh");
});

test("what was typed on one tab is there after a visit to another", async () => {
  const { page } = await open(openSales("Ann Lee"), "new");
  await page.getByLabel("Name").fill("Bob Ray");
  await page.getByRole("tab", { name: "Health" }).click();
  await page.getByText("Mode", { exact: true }).waitFor();
  await page.getByRole("tab", { name: "New" }).click();
  expect(await page.getByLabel("Name").inputValue()).toBe("Bob Ray");
});

test("a dialog takes the focus, and Escape gives it back", async () => {
  const { page } = await open(openSales());
  await page.getByRole("button", { name: "New board…" }).click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate("document.activeElement.textContent")).toBe("New board…");
});
