// The first five minutes, from an empty spreadsheet to a running board, as somebody has them who never saw it before.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fileOf, stageline } from "../../command.ts";
import { handWritten } from "../book/hand-written-book.ts";
import { goTo, previews, seeIn } from "./preview-page.ts";

const open = previews();

async function paste(page: Page, address: string, rows: readonly string[]): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join("\n"))})`);
  await goTo(page, address);
  await page.keyboard.press("Control+V");
}

test("from an empty spreadsheet to a board that runs, in five minutes", async () => {
  const empty = fileOf(handWritten({ tabs: { Sheet1: "<sheetData/>" } }), "empty.xlsx");
  const { book, window, end } = await open({ book: empty, beginsWith: "" });
  const page = await window();
  const sidebar = page.frameLocator("aside iframe");

  await sidebar.getByRole("button", { name: /^Sales/ }).press("Enter");
  await sidebar.getByLabel("Name of the tab").press("Enter");
  await sidebar.getByText("The 3 grey rows are examples").waitFor();
  await seeIn(page, "B3", "Bob Ray (example)");
  await sidebar.getByRole("button", { name: "Remove the examples" }).click();
  await sidebar.getByText("3 examples removed").waitFor();
  await seeIn(page, "B3", "");

  const pasted = [
    "Ann Lee\t\t\tann@lee.example",
    "Bob Ray\t\t\tbob@ray.example",
    "A. Lee\t\t\tann@lee.example",
  ];
  await paste(page, "B2", pasted);
  await page.getByText("3 added, 1 looks like a duplicate").waitFor();
  await sidebar.getByRole("tab", { name: "Today" }).click();
  await sidebar.getByRole("button", { name: "A. Lee (B4)" }).click();
  await sidebar.getByRole("heading", { name: "A. Lee" }).waitFor();

  await sidebar.getByText("Other stages").click();
  await sidebar.getByRole("button", { name: "Lost", exact: true }).click();
  await sidebar.getByText(/^Moved to Lost/).waitFor();
  await seeIn(page, "A4", "Lost");
  await sidebar
    .getByRole("button", { name: /^Undo: back to/ })
    .first()
    .click();
  await sidebar.getByText("Taken back: it is in").waitFor();
  await seeIn(page, "A4", "Networking Database");

  await sidebar.getByRole("heading", { name: "Shall I remind you at 8:00?" }).waitFor();
  await sidebar.getByRole("button", { name: "Yes" }).click();
  await sidebar.getByText("Reminders are on").waitFor();

  expect(await end()).toBe(0);
  const report = await stageline("report", book, "--as", "json");
  expect(report.json).toMatchObject({ boards: [{ board: "Sales", records: 3 }] });
  // All that may be left to do is the Dashboard, which shows the numbers of before.
  const check = await stageline("sync", book, "--dry-run", "--json");
  expect(check.json).toMatchObject({ entries: 0, messages: 0, problems: [] });
});
