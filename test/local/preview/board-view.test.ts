// The board over the sheet, in the preview: opened from the sidebar, and the sheet below it follows.

import { test } from "vitest";
import { previews, salesBook, seeIn } from "./preview-page.ts";

const open = previews();

test("a card is moved on the board, its drawer is left by Escape, and the sheet has what was done", async () => {
  const page = await (await open(await salesBook("Ann Lee", "Bob Ray"))).window();
  await page.frameLocator("aside iframe").getByRole("button", { name: "Board view…" }).click();
  const board = page.frameLocator(".page-box iframe");
  const bob = board.getByRole("button", { name: /^Bob Ray/ });
  await bob.press("m");
  await board.getByRole("menuitem", { name: "Lost" }).click();
  await board
    .getByRole("status")
    .getByText(/^Bob Ray: .*Lost/)
    .waitFor();
  await board.getByRole("button", { name: /^Ann Lee/ }).press("Enter");
  await board.getByRole("region", { name: "History" }).waitFor();
  await page.keyboard.press("Escape");
  await board.getByRole("dialog").waitFor({ state: "detached" });
  await board.getByRole("button", { name: "Refresh" }).waitFor();
  await page.getByRole("dialog", { name: "Board view" }).getByRole("button", { name: "Close" }).click();
  await seeIn(page, "A3", "Lost");
});
