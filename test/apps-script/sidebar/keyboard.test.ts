// The whole sidebar by keys alone, from what there is to do to what is wrong; whatever is opened on the way keeps nobody
// out who hears the page.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFaults } from "../../local/preview/serious-faults.ts";
import { addDeal, cellOf, openSales, type Sheet, sidebars } from "./sidebar.ts";

const open = sidebars();

/** A panel has fewer stops than that. */
const MOST_STOPS = 80;
const NAME_OF_FOCUS = `(() => {
  const at = document.activeElement;
  return at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
})()`;

/** Presses a key until what has the focus is called so. */
async function goTo(page: Page, name: RegExp, key = "Tab"): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (name.test(await page.evaluate<string>(NAME_OF_FOCUS))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no stop is called ${name}`);
}

async function enter(page: Page, name: RegExp): Promise<void> {
  await goTo(page, name);
  await page.keyboard.press("Enter");
}

/** From wherever, by the list of tabs. */
async function openTab(page: Page, name: string): Promise<void> {
  await goTo(page, /^(Today|Record|New|Numbers|Health)$/, "Shift+Tab");
  await goTo(page, new RegExp(`^${name}$`), "ArrowRight");
}

function openStory(): Sheet {
  const sheet = openSales();
  const own = { owner: "ada@example.com", next_step: "call", next_step_on: "2026-11-02" };
  addDeal(sheet, "Ann Lee", own);
  addDeal(sheet, "Bob Ray");
  const form = "the first reply of Bob Ray";
  sheet.ada.page("pageLog", { board: "Sales", record: "Bob Ray", activity: "reply-yes", note: "", form });
  return sheet;
}

test("a day at the sidebar needs no mouse", async () => {
  const sheet = openStory();
  const { page } = await open(sheet);
  await page.getByRole("heading", { name: /wait/ }).waitFor();
  await page.keyboard.press("Tab");
  await enter(page, /^Done: call, Ann Lee/);
  await page.getByRole("status").getByText('"call" is done').waitFor();
  await page.getByRole("region", { name: "Next steps" }).waitFor({ state: "detached" });

  await enter(page, /^Log what happened with Bob Ray/);
  await goTo(page, /^Note$/);
  await page.keyboard.type("sent the offer");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("region", { name: "Replies to answer" }).waitFor({ state: "detached" });

  sheet.ada.select("Sales!A3");
  await openTab(page, "Record");
  await page.getByRole("heading", { name: "Bob Ray" }).waitFor();
  await enter(page, /^Initial Outreach$/);
  await page.getByRole("form", { name: "Move to Initial Outreach" }).waitFor();
  expect(await page.evaluate(NAME_OF_FOCUS)).toMatch(/^Company/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.evaluate(NAME_OF_FOCUS)).toBe("Initial Outreach");
  await enter(page, /^Other stages$/);
  await enter(page, /^Dialogue$/);
  await page
    .getByRole("status")
    .getByText(/Dialogue/)
    .waitFor();
  await enter(page, /^Hand over$/);
  await goTo(page, /^Hand over to$/);
  await page.keyboard.type("Ben");
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText('handed over to "Ben"').waitFor();
  expect(cellOf(sheet, { name: "Bob Ray", header: "Stage" })).toBe("Dialogue");

  await openTab(page, "New");
  await page.getByRole("button", { name: "Add it" }).waitFor();
  await goTo(page, /^Name/);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  expect(await page.evaluate(NAME_OF_FOCUS)).toMatch(/^Name/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.type("Cem Kaya");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Cem Kaya").waitFor();

  await openTab(page, "Numbers");
  await page.getByRole("heading", { name: "Sales" }).waitFor();
  await enter(page, /^The same as a table$/);
  await page
    .getByRole("row", { name: /^Dialogue/ })
    .first()
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  sheet.ada.type("Sales!A2", "Wonn");
  await openTab(page, "Health");
  await page.getByRole("heading", { name: "1 thing to put right" }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await enter(page, /^Sales!A2/);
  await page.getByRole("status").getByText("Sales!A2 is selected in the sheet").waitFor();
});
