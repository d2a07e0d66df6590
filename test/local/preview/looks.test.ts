// The page for those who hear it or use the keyboard. The grid itself is a picture: what it shows is said in the line above.

import { expect, test } from "vitest";
import { choose, chooseByKeys, goTo, leaves, previews, salesBook, seeIn, typeInto } from "./preview-page.ts";
import { seriousFaults } from "./serious-faults.ts";

const open = previews();

test("the page has no serious fault, with its menu or a question open either", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Stageline" }).first().click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await choose(page, "Stageline", "Check this sheet");
  await page.getByRole("dialog").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

test("from the menu to the answer, the keyboard is enough", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  const menu = page.getByRole("navigation", { name: "Menus of the add-on" }).getByRole("button");
  await menu.focus();
  await page.keyboard.press("Enter");
  await chooseByKeys(page, "Check this sheet");
  await page.getByRole("dialog").getByText("No problems").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("a formula is shown as one where it is edited, and stays one", async () => {
  const page = await (await open()).window();
  await typeInto(page, "D2", "=1+2");
  await seeIn(page, "D2", "=1+2");
  await page.keyboard.press("F2");
  await page.keyboard.press("Enter");
  await leaves(page, "D2");
  await seeIn(page, "D2", "=1+2");
});

test("an address beyond the tab leads nowhere", async () => {
  const page = await (await open()).window();
  await goTo(page, "ZZ9");
  await seeIn(page, "B1", "Name");
});

test("a box of the add-on opens over the sheet, and closes", async () => {
  const page = await (await open()).window();
  await choose(page, "Stageline", "New board");
  const box = page.getByRole("dialog", { name: "New board" });
  await box.waitFor();
  await page.frameLocator("dialog iframe").getByText("Coaching").first().waitFor();
  await box.getByRole("button", { name: "Close" }).click();
  await box.waitFor({ state: "detached" });
});

test("whoever sits down at a window is somebody else from then on", async () => {
  const page = await (await open()).window();
  const loaded = page.waitForEvent("load");
  await page.getByLabel("You are").selectOption("colleague@stageline.example");
  await loaded;
  await expect.poll(() => page.getByLabel("You are").inputValue()).toBe("colleague@stageline.example");
});

test("the clock begins at the time that was asked for", async () => {
  const book = await salesBook();
  const page = await (await open({ book, beginsWith: "Stage", now: "2030-05-06T08:30" })).window();
  await page.getByText("Mon, 6 May 2030, 08:30").waitFor();
});

test("the Dashboard's charts are seen beside their cells, go along when the sheet is scrolled, and say their figures", async () => {
  const page = await (await open(await salesBook("Ann Lee", "Bo Ek"))).window();
  const tabs = page.getByRole("navigation", { name: "Tabs of the book" });
  await tabs.getByRole("button", { name: "Dashboard" }).click();
  const chart = page.getByRole("img", { name: /deals stand/ });
  await chart.waitFor();
  expect(await chart.locator("desc").textContent()).toContain("Networking Database 2");
  expect(await seriousFaults(page)).toEqual([]);
  const topOf = async () => (await chart.boundingBox())?.y ?? 0;
  const before = await topOf();
  await page.mouse.move(300, 400);
  const topAfterTurn = async () => {
    await page.mouse.wheel(0, 20);
    return topOf();
  };
  await expect.poll(topAfterTurn).toBeLessThan(before);
  await tabs.getByRole("button", { name: "Sales" }).click();
  await chart.waitFor({ state: "detached" });
});
