// The page is loaded again in the middle of things: nothing that was done is lost, and what was asked is asked again.

import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { choose, goTo, previews, salesBook, seeIn, typeInto } from "./preview-page.ts";

const open = previews();

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole("textbox", { name: "Cell, such as B3", disabled: false }).waitFor();
}

const GOOD = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** What becomes of requests on their way from now on. */
async function makeLine(session: CDPSession, conditions: Partial<typeof GOOD>): Promise<void> {
  await session.send("Network.emulateNetworkConditions", { ...GOOD, ...conditions });
}

test("a page that is loaded again while somebody types, while a look runs and while a box asks goes on", async () => {
  const page = await (await open(await salesBook("Ann Lee", "Bob Ray"))).window();

  // Whoever is in the middle of a word is asked first, and stays.
  const asked = page.waitForEvent("dialog");
  await goTo(page, "D2");
  await page.keyboard.type("Lee & C");
  const reloading = page.reload({ timeout: 1000 }).catch(() => undefined);
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await reloading;
  await page.keyboard.type("o");
  await page.keyboard.press("Enter");
  await seeIn(page, "D2", "Lee & Co");

  // What was asked for is done, though nobody waits for it, and once, however slow the line is; the page comes back to
  // where it was.
  const line = await page.context().newCDPSession(page);
  await makeLine(line, { latency: 500 });
  await typeInto(page, "A2", "Lost");
  await reload(page);
  await makeLine(line, {});
  expect(await page.getByLabel("Cell, such as B3").inputValue()).toBe("A3");
  await seeIn(page, "A2", "Lost");
  await seeIn(page, "L2", "Lost");

  // Nor is anything lost that is typed while the preview cannot be reached.
  await makeLine(line, { offline: true });
  await typeInto(page, "D2", "Lee & Sons");
  const lost = page.getByText("The preview does not answer");
  await lost.waitFor();
  await makeLine(line, {});
  await lost.waitFor({ state: "detached" });
  await seeIn(page, "D2", "Lee & Sons");

  // So is what was asked for in the sidebar.
  const sidebar = page.frameLocator("aside iframe");
  await goTo(page, "A3");
  await sidebar.getByRole("tab", { name: "Record" }).click();
  await sidebar.getByRole("heading", { name: "Bob Ray" }).waitFor();
  await sidebar.getByLabel("Note", { exact: true }).fill("Called twice");
  await sidebar.getByRole("button", { name: "Log it" }).click();
  await reload(page);
  await sidebar.getByRole("tab", { name: "Record" }).click();
  await sidebar.getByText("Called twice").first().waitFor();

  // A question that waits for an answer comes again; a page of the add-on that was open is closed.
  await choose(page, "Stageline", "Hand over all records of a person");
  await page
    .getByRole("dialog")
    .getByText(/^Whose records/)
    .waitFor();
  await reload(page);
  await page
    .getByRole("dialog")
    .getByText(/^Whose records/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").getByText("Nothing was handed over").waitFor();
  await page.keyboard.press("Enter");
  await choose(page, "Stageline", "New board");
  await page.getByRole("dialog", { name: "New board" }).waitFor();
  await reload(page);
  await sidebar.getByRole("tab", { name: "Today" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
});
