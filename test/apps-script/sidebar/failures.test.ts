// Whatever the page asks the script for may take long, and may fail: the page says so in words, what was there and what
// was typed stays, and it works again as soon as the script does. Each function that the panels call is made slow, made
// to fail, and let go; one that nobody tried is named at the end.

import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { addDeal, openSales, type Sheet, sidebars } from "./sidebar.ts";

const open = sidebars();
const tried = new Set<string>();

/** Another page has tests of its own; and where nobody asked, nothing is said. */
const ELSEWHERE = ["pageAdopt", "pageAdoptPreview", "pageSelection"];

afterAll(() => {
  const folder = "apps-script/sidebar";
  const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file));
  const asked = files.flatMap((file) => [
    ...readFileSync(`${folder}/${file}`, "utf8").matchAll(/ask\("(page\w+)"/g),
  ]);
  const names = new Set(asked.map(([, name]) => name ?? ""));
  expect([...names].filter((name) => !tried.has(name) && !ELSEWHERE.includes(name))).toEqual([]);
});

function openTwo(): Sheet {
  const sheet = openSales();
  const own = { owner: "ada@example.com", next_step: "call", next_step_on: "2026-11-02" };
  addDeal(sheet, "Ann Lee", own);
  addDeal(sheet, "Bob Ray");
  const form = "the first reply of Ann Lee";
  sheet.ada.page("pageLog", { board: "Sales", record: "Ann Lee", activity: "reply-later", note: "", form });
  sheet.ada.select("Sales!A2");
  return sheet;
}

const fails = () => ({ what: "fail", applied: 0 }) as const;
const works = () => undefined;

test.each([
  ["today", "pageToday"],
  ["record", "pageSelected"],
  ["new", "pageNewForm"],
  ["numbers", "pageNumbers"],
  ["health", "pageHealth"],
])(
  "%s says that it looks, that it could not, and what to do; and shows what there is when it can",
  async (start, asked) => {
    tried.add(asked);
    const sheet = openTwo();
    const { page, holdBack } = await open(sheet, start);
    // Above the panel stands what is told of young boards, which is asked for beside it.
    const heading = page.getByRole("tabpanel").getByRole("heading").first();
    const before = await heading.textContent();
    const release = holdBack(asked);
    sheet.google.hooks.interfere = fails;
    await page.getByRole("button", { name: "Refresh" }).click();
    await page.getByRole("status").getByText("Looking…").waitFor();
    release();
    await page
      .getByRole("alert")
      .getByText(/try again/)
      .waitFor();
    expect(await heading.textContent()).toBe(before);
    sheet.google.hooks.interfere = works;
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
  },
);

interface Doing {
  readonly name: string;
  readonly button: string | RegExp;
  /** What the page says when it was done. */
  readonly said: string | RegExp;
  readonly ready?: (page: Page) => Promise<void>;
}

/** Slow, then failed, then done; each in words, and one call for each press. */
async function tryAct(sheet: Sheet, side: Awaited<ReturnType<typeof open>>, doing: Doing): Promise<void> {
  const { page, holdBack, calls } = side;
  tried.add(doing.name);
  await doing.ready?.(page);
  const button = page.getByRole("button", { name: doing.button }).first();
  await button.waitFor();
  const release = holdBack(doing.name);
  sheet.google.hooks.interfere = fails;
  const before = calls.length;
  await button.click();
  await page
    .getByRole("status")
    .getByText(/^(Saving|Looking)…/)
    .first()
    .waitFor();
  // A second press, while the first is under way.
  await button.dispatchEvent("click");
  release();
  await page
    .getByRole("alert")
    .getByText(/try again/)
    .waitFor();
  expect(calls.slice(before).filter((name) => name === doing.name)).toHaveLength(1);
  sheet.google.hooks.interfere = works;
  await button.click();
  await page.getByRole("status").getByText(doing.said).first().waitFor();
}

test("every act of the card says that it is under way, that it failed, and that it was done", async () => {
  const sheet = openTwo();
  const side = await open(sheet, "record");
  const unfold = (text: string) => async (page: Page) => page.locator("summary", { hasText: text }).click();
  const acts: readonly Doing[] = [
    { name: "pageShowRecord", button: "Show it in the sheet", said: "is selected in the sheet" },
    {
      ...{ name: "pageLog", button: "Log it", said: "noted in the history" },
      ready: async (page) => page.getByLabel("Note").fill("wants a quote"),
    },
    {
      ...{ name: "pageSet", button: /^Save/, said: "noted in the history" },
      ready: async (page) => {
        await unfold("Fields")(page);
        await page.getByLabel("Phone").fill("0123");
      },
    },
    {
      ...{ name: "pageHandOver", button: "Hand over", said: 'is handed over to "Ben"' },
      ready: async (page) => {
        await unfold("Hand over")(page);
        await page.getByLabel("Hand over to").fill("Ben");
      },
    },
    { name: "pageMerge", button: /^Make “Bob Ray” one/, said: /one/ },
    { name: "pageUnmerge", button: /^Take “Bob Ray” out/, said: "are two again" },
    { name: "pageMove", button: "Lost", said: /Lost/, ready: unfold("Other stages") },
    { name: "pageAct", button: "Reopen", said: /Networking Database/ },
  ];
  for (const act of acts) await tryAct(sheet, side, act);
});

test("every act of Today, New and Health does, too; a record that cannot be shown is told with a way to try again", async () => {
  const sheet = openTwo();
  sheet.ada.type("Sales!G3", "no link");
  sheet.ada.type("Sales!B4", "Dora Ek");
  const side = await open(sheet);
  const { page } = side;
  await tryAct(sheet, side, { name: "pageStepDone", button: /^Done: call/, said: '"call" is done' });
  await tryAct(sheet, side, { name: "pageHoldingAnswer", button: /^Answer Ann Lee/, said: "in the Outbox" });
  await tryAct(sheet, side, { name: "pageSeen", button: "I have seen it", said: "counts as seen" });
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  await tab("New");
  await tryAct(sheet, side, {
    ...{ name: "pageCreate", button: "Add it", said: "Cem Kaya is new" },
    ready: async () => page.getByLabel("Name").fill("Cem Kaya"),
  });
  tried.add("pageRecord");
  await page.getByRole("button", { name: "Open it" }).waitFor();
  sheet.google.hooks.interfere = fails;
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("alert").waitFor();
  sheet.google.hooks.interfere = works;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Cem Kaya" }).waitFor();
  await tab("Health");
  await tryAct(sheet, side, { name: "pageShowCell", button: /^Sales!/, said: "is selected in the sheet" });
});
