// A morning without a pointer: what somebody does who has only keys, from the empty sheet to the answer of a dialog. Each
// stop of the way has to be seen, which is asked of the browser at every step.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { chooseByKeys, previews, salesBook } from "./preview-page.ts";
import { seriousFaults } from "./serious-faults.ts";

const open = previews();

const address = (page: Page) => page.getByLabel("Cell, such as B3").inputValue();
const content = (page: Page) => page.getByLabel("Content of the cell");

async function keys(page: Page, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

/** Faster than anything can be drawn in between. */
async function keysAtOnce(page: Page, ...pressed: readonly string[]): Promise<void> {
  const events = pressed.map((key) => ({ key: key.replace("Alt+", ""), altKey: key.startsWith("Alt+") }));
  const press = `for (const event of ${JSON.stringify(events)})
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...event, bubbles: true, cancelable: true }))`;
  await page.evaluate(press);
}

/** What has the focus, in the page of the add-on where that has it, and whether it is seen to have it. */
async function focused(page: Page): Promise<{ readonly words: string; readonly isSeen: boolean }> {
  const frame = page.frames().find((each) => each.url().includes("/frame/"));
  const isBeside = await page.evaluate<boolean>("document.activeElement.matches('aside iframe')");
  const place = isBeside && frame !== undefined ? frame : page.mainFrame();
  return place.evaluate(`(() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const words = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
    // Within a field for a day the browser marks the part itself.
    const isSeen = at.type === "date" || (outlineStyle !== "none" && outlineWidth !== "0px");
    return { words: words.trim(), isSeen };
  })()`);
}

/** Tab, until what has the focus is called so. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at.isSeen) throw new Error(`"${at.words}" has the focus, and it is not to be seen`);
    if (words.test(at.words)) return;
    passed.push(at.words.slice(0, 40));
  }
  throw new Error(`Tab does not come to ${words}: ${passed.join(" | ")}`);
}

test("from the empty sheet to a moved deal, a logged call and the answer of a box, keys are enough", async () => {
  const page = await (
    await open({ book: await salesBook(), beginsWith: "Stage", now: "2026-11-11T09:00" })
  ).window();
  await page.reload();
  await page.getByRole("textbox", { name: "Cell, such as B3", disabled: false }).waitFor();

  await keys(page, "ArrowDown", "ArrowRight");
  await page.keyboard.type("Ann Lee");
  await keys(page, "Enter");
  await expect.poll(() => address(page)).toBe("B3");
  await page.getByText("Ann Lee is new in Networking Database").waitFor();

  // The list of the stages; the stage says what it needs.
  await keys(page, "ArrowUp", "ArrowLeft");
  await keysAtOnce(page, "Alt+ArrowDown", "ArrowDown", "ArrowDown");
  await page.getByText("Initial Outreach, 2 of 9").waitFor();
  await keys(page, "Enter");
  await page.getByText(/Ann Lee: Initial Outreach needs: Company/).waitFor();
  expect(await address(page)).toBe("A2");

  // Over to the sidebar, where what is missing is filled in, and the deal moved.
  const sidebar = page.frameLocator("aside iframe");
  await keys(page, "F6");
  await tabTo(page, /^Today$/);
  await keys(page, "ArrowRight");
  await sidebar.getByRole("heading", { name: "Ann Lee" }).waitFor();
  await tabTo(page, /^(→ )?Initial Outreach/);
  await keys(page, "Enter");
  const form = sidebar.getByRole("form", { name: "Move to Initial Outreach" });
  await form.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await keys(page, "Escape");
  await form.waitFor({ state: "detached" });
  await keys(page, "Enter");
  await page.keyboard.type("Lee & Co");
  await tabTo(page, /^Company news$/);
  await page.keyboard.type("moved to a new office");
  await tabTo(page, /^Company news on$/);
  await page.keyboard.type("11112026");
  await tabTo(page, /^Save and move$/);
  await keys(page, "Enter");
  await sidebar.getByText("Moved from").first().waitFor();

  // A call is logged.
  await tabTo(page, /^What happened$/);
  await page.keyboard.type("Call");
  await tabTo(page, /^Note$/);
  await page.keyboard.type("She likes the plan");
  await tabTo(page, /^Log it$/);
  await keys(page, "Enter");
  await sidebar.getByText("She likes the plan").last().waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  // Back in the sheet, where what is typed can be undone.
  await keys(page, "Escape");
  await expect.poll(() => content(page).textContent()).toBe("Initial Outreach");
  await keys(page, "ArrowRight");
  await page.keyboard.type("Ann Ray");
  await keys(page, "Enter");
  await expect.poll(() => address(page)).toBe("B3");
  await keys(page, "ArrowUp");
  await expect.poll(() => content(page).textContent()).toBe("Ann Ray");
  await keys(page, "Control+Z");
  await expect.poll(() => content(page).textContent()).toBe("Ann Lee");

  // The menu, and the box that it opens; whoever closed it goes on in the sheet.
  await keys(page, "Shift+F6", "Shift+F6", "Enter");
  await chooseByKeys(page, "Check this sheet");
  await page.getByRole("dialog").getByText("No problems").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await keys(page, "Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await keys(page, "ArrowDown");
  await expect.poll(() => address(page)).toBe("B3");
});
