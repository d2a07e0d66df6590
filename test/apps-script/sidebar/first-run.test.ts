// The beginning, as the sidebar of a sheet without a board shows it: pictures, three questions, examples, the first move.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { seriousFaults } from "../../local/preview/serious-faults.ts";
import { addDeal, cellOf, openPractice, openSheet, sidebars } from "./sidebar.ts";

const open = sidebars();

/** Clicks a button; what has the focus when the next key can come, long before the next picture is drawn. */
function focusAfter(page: Page, button: string): Promise<string> {
  return page.evaluate<string>(`new Promise((resolve) => {
    const nameOf = (place) => place.getAttribute("aria-label") ?? place.labels?.[0]?.textContent ?? place.textContent;
    const key = new MessageChannel();
    key.port1.onmessage = () => resolve(nameOf(document.activeElement));
    [...document.querySelectorAll("button")].find((each) => nameOf(each) === ${JSON.stringify(button)}).click();
    key.port2.postMessage("");
  })`);
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>("document.documentElement.scrollWidth > window.innerWidth");
}

test("Enter on a picture and Enter on the questions make a board, and its examples go in one click", async () => {
  const sheet = openSheet();
  const { page } = await open(sheet, "start");
  await page.getByRole("button", { name: /^Sales/ }).press("Enter");
  await page.getByLabel("Name of the tab").press("Enter");
  await page.getByText("The 3 grey rows are examples").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(cellOf(sheet, { name: "Bob Ray (example)", header: "Stage" })).toBe("Initial Outreach");
  await page.getByRole("button", { name: "Remove the examples" }).click();
  await page.getByText("3 examples removed").waitFor();
  expect(() => cellOf(sheet, { name: "Bob Ray (example)", header: "Stage" })).toThrow("no Stage");
  await page.getByText("grey rows").waitFor({ state: "detached" });
  await expect.poll(() => sheet.state().tabs[0]?.name).toBe("Dashboard");
});

test("stages are renamed, moved, added and removed by keys, and what is wrong is said where it is", async () => {
  const sheet = openSheet();
  const { page } = await open(sheet, "start");
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^My own stages/ }).press("Enter");
  await page.getByLabel("Name of the tab").fill("Repairs");
  await page.getByLabel("Name of stage 1").fill("Asked for");
  await page.getByRole("button", { name: "Move In progress up" }).press("Enter");
  await page.getByRole("button", { name: "Add a stage" }).press("Enter");
  await page.keyboard.type("asked for");
  await page.getByRole("button", { name: "Remove Dropped" }).press("Enter");
  await page.getByRole("button", { name: "Add a person" }).press("Enter");
  await page.keyboard.type("Mira");
  await page.getByLabel("E-mail of person 1").fill("mira at home");
  await page.getByLabel("Holidays").fill("2026-12-25 Christmas\nsome day");
  await page.getByRole("button", { name: "Make the board" }).press("Enter");
  await page.getByText('"asked for" stands twice').waitFor();
  await page.getByText('"some day" names no day').waitFor();
  await page.getByText('"mira at home" is not an e-mail address').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await page.getByLabel("Name of stage 3").fill("Waiting");
  await page.getByLabel("E-mail of person 1").fill("mira@example.org");
  await page.getByLabel("Holidays").fill("2026-12-25 Christmas");
  await page.getByRole("button", { name: "Make the board" }).press("Enter");
  await page.getByRole("heading", { name: "Nothing waits" }).waitFor();
  const stages = sheet.state().tabs.find(({ name }) => name === "Stages")?.rows ?? [];
  const names = stages.slice(1).flatMap((row) => row?.cells[1]?.value ?? []);
  expect(names).toEqual(["In progress", "Asked for", "Waiting", "Done"]);
});

test("a move says what it set going, is taken back from there, and is followed by one question", async () => {
  const sheet = openPractice();
  addDeal(sheet, "Ann Lee");
  sheet.ada.select("Sales!A2");
  const { page } = await open(sheet, "record");
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Lost", exact: true }).click();
  await page.getByText("Moved to Lost. A reminder comes").waitFor();
  await page.getByRole("heading", { name: "Shall I remind you at 8:00?" }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Undo: back to "Networking Database"/ })
    .first()
    .click();
  await page.getByText("Taken back: it is in Networking Database again").waitFor();
  await page.getByRole("button", { name: "Another hour" }).click();
  await page.getByLabel("Remind me at").fill("07:30");
  await page.getByRole("button", { name: "Remind me then" }).click();
  await page.getByText("Reminders are on").waitFor();
  await page.getByRole("heading", { name: /Shall I remind/ }).waitFor({ state: "detached" });
  const pipelines = sheet.state().tabs.find(({ name }) => name === "Pipelines")?.rows ?? [];
  expect(pipelines[1]?.cells.some((cell) => cell?.value === "07:30")).toBe(true);
});

test("whoever types at once after a row was added types into it", async () => {
  const { page } = await open(openSheet(), "start");
  await page.getByRole("button", { name: /^My own stages/ }).press("Enter");
  await page.getByLabel("Name of stage 1").waitFor();
  expect(await focusAfter(page, "Add a stage")).toBe("Name of stage 3");
  expect(await focusAfter(page, "Add a person")).toBe("Name of person 1");
});

test("what was answered is not answered again while the page looks what became of it", async () => {
  const sheet = openPractice();
  addDeal(sheet, "Ann Lee");
  sheet.ada.select("Sales!A2");
  const { page, holdBack, calls } = await open(sheet, "record");
  await page.getByText("Other stages").click();
  await page.getByRole("button", { name: "Lost", exact: true }).click();
  const question = page.getByRole("region", { name: "Reminders" });
  const yes = question.getByRole("button", { name: "Yes" });
  await yes.waitFor();
  const release = holdBack("pageBand");
  await yes.click();
  await page.getByText("Reminders are on").waitFor();
  await yes.dispatchEvent("click");
  release();
  await question.waitFor({ state: "detached" });
  expect(calls.filter((name) => name === "pageRemind")).toHaveLength(1);
});

test("practice says what it means, and goes live only after it was told what changes", async () => {
  const sheet = openPractice();
  const { page } = await open(sheet);
  await page.getByRole("button", { name: "Go live…" }).click();
  await page.getByText("goes back, with the reason beside it").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Go live now" }).click();
  await page.getByRole("region", { name: "Practice" }).waitFor({ state: "detached" });
  addDeal(sheet, "Ann Lee");
  sheet.ada.type("Sales!A2", "Initial Outreach");
  expect(cellOf(sheet, { name: "Ann Lee", header: "Stage" })).toBe("Networking Database");
});

test("a workflow is told back while it is written, says what is wrong at its step, and becomes a board", async () => {
  const sheet = openSheet();
  const { page } = await open(sheet, "start");
  await page.getByRole("button", { name: /^Build it from our steps/ }).press("Enter");
  const story = page.getByRole("region", { name: "What becomes of it" });
  await story
    .getByRole("img", { name: "Asked for, Look at it, Repaired; beside them: Given back" })
    .waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await page.getByRole("button", { name: "Add a step below Asked for" }).press("Enter");
  await page.keyboard.type("Estimate");
  await page.getByText('"Estimate" has no department; write who does it').waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Accounts");
  await story.getByRole("img", { name: /^Asked for, Estimate, Look at it/ }).waitFor();
  const tab = page.getByLabel("Name of the tab");
  await tab.fill("In/Out");
  await tab.press("Enter");
  await page.locator("input[aria-invalid=true] + .error").getByText('"In/Out" holds one of').waitFor();
  await tab.fill("Repairs");
  await page.getByRole("button", { name: "Make the board" }).press("Enter");
  await page.getByRole("heading", { name: "Nothing waits" }).waitFor();
  expect(sheet.state().tabs.map(({ name }) => name)).toContain("Repairs");
});
