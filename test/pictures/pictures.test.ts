// What the guides show, seen first: each picture is of a book with a year of made-up life, on one Friday morning.

import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { newPath, stageline } from "../command.ts";
import { goTo, previews, seeIn } from "../local/preview/preview-page.ts";
import { takePicture } from "./picture.ts";

const NOW = "2026-11-20T08:30";
const SCREEN = { width: 1280, height: 800 };

const open = previews();

test("a board with Today beside it, a record, invoices, and what is wrong with a book", async () => {
  const page = await demoWindow();
  const side = page.getByRole("complementary", { name: "Beside the sheet" });
  const panel = sidePanel(page);
  await panel.getByRole("heading", { name: "Per person" }).waitFor();
  await takePicture("sales-board", page);

  await goTo(page, "A31");
  await panel.getByRole("tab", { name: "Record" }).click();
  await panel.getByRole("heading", { name: "History" }).waitFor();
  await takePicture("record", side);

  await panel.getByRole("tab", { name: "Health" }).click();
  await panel.getByText("Reminders").first().waitFor();
  await takePicture("health", side);

  await page.getByRole("button", { name: "Invoices" }).click();
  await seeIn(page, "A1", "Number");
  await takePicture("invoices", page);
});

async function demoWindow(): Promise<Page> {
  const book = newPath("demo.xlsx");
  const { exitCode, stderr } = await stageline("demo", book, "--now", NOW);
  expect(exitCode, stderr).toBe(0);
  const page = await (await open({ book, beginsWith: "Stage", now: NOW })).window();
  await page.setViewportSize(SCREEN);
  return page;
}

/** The page of the add-on, beside the sheet. */
function sidePanel(page: Page): FrameLocator {
  return page.frameLocator("aside iframe");
}
