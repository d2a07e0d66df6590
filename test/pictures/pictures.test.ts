// What the guides show, seen first: each picture is of a book with a year of made-up life, on one Friday morning.

import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { fileOf, newPath, stageline } from "../command.ts";
import { handWritten } from "../local/book/hand-written-book.ts";
import { choose, goTo, previews, seeIn } from "../local/preview/preview-page.ts";
import { takePicture } from "./picture.ts";

const NOW = "2026-11-20T08:30";
const SCREEN = { width: 1280, height: 800 };

const open = previews();

test("a board with Today beside it, its cards, a record, the Dashboard, invoices, and what is wrong", async () => {
  const page = await demoWindow();
  const side = page.getByRole("complementary", { name: "Beside the sheet" });
  const panel = sidePanel(page);
  await panel.getByRole("heading", { name: "Per person" }).waitFor();
  await panel.getByRole("button", { name: "Not now" }).click();
  await panel.getByText("Shall I remind you").waitFor({ state: "detached" });
  await takePicture("dashboard", page);

  await openTab(page, { name: "Sales", beginsWith: "Stage" });
  await takePicture("sales-board", page);
  await takePicture("today", side);

  await choose(page, "Stageline", "Board view");
  const box = page.getByRole("dialog", { name: "Board view" });
  await page.frameLocator("dialog iframe").getByText("Initial Outreach").first().waitFor();
  await takePicture("board-view", page);
  await box.getByRole("button", { name: "Close" }).first().click();

  await goTo(page, "A31");
  await panel.getByRole("tab", { name: "Record" }).click();
  await panel.getByRole("heading", { name: "History" }).waitFor();
  await takePicture("record", side);

  await panel.getByRole("tab", { name: "Health" }).click();
  await panel.getByText("Reminders").first().waitFor();
  await takePicture("health", side);

  await openTab(page, { name: "Invoices", beginsWith: "Number" });
  await takePicture("invoices", page);
});

test("the first pictures, the three questions, and a new board with its examples", async () => {
  const book = fileOf(handWritten({ tabs: { Sheet1: "<sheetData/>" } }), "deals.xlsx");
  const page = await (await open({ book, beginsWith: "", now: NOW })).window();
  await page.setViewportSize(SCREEN);
  const side = page.getByRole("complementary", { name: "Beside the sheet" });
  const panel = sidePanel(page);
  await panel.getByRole("button", { name: /^Sales/ }).waitFor();
  await takePicture("start", side);
  await panel.getByRole("button", { name: /^Sales/ }).click();
  await panel.getByLabel("Name of the tab").waitFor();
  await takePicture("three-questions", side);
  await panel.getByLabel("Name of the tab").press("Enter");
  await panel.getByText("The 3 grey rows are examples").waitFor();
  await seeIn(page, "B3", "Bob Ray (example)");
  await page
    .getByRole("navigation", { name: "Tabs of the book" })
    .getByRole("button", { name: "Dashboard" })
    .waitFor();
  await takePicture("new-board", page);
});

async function demoWindow(): Promise<Page> {
  const book = newPath("demo.xlsx");
  const { exitCode, stderr } = await stageline("demo", book, "--now", NOW);
  expect(exitCode, stderr).toBe(0);
  const page = await (await open({ book, beginsWith: "As of", now: NOW })).window();
  await page.setViewportSize(SCREEN);
  return page;
}

async function openTab(
  page: Page,
  { name, beginsWith }: { readonly name: string; readonly beginsWith: string },
): Promise<void> {
  await page
    .getByRole("navigation", { name: "Tabs of the book" })
    .getByRole("button", { name, exact: true })
    .click();
  await seeIn(page, "A1", beginsWith);
}

/** The page of the add-on, beside the sheet. */
function sidePanel(page: Page): FrameLocator {
  return page.frameLocator("aside iframe");
}
