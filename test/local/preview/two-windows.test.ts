// Two people in one book at the same moment: what each typed is there in the end, in the row that was meant, and both see
// the same.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { stageline } from "../../command.ts";
import { goTo, previews, salesBook, seeIn, typeInto } from "./preview-page.ts";

const open = previews();

/** Types, and leaves the cell open. */
async function beginIn(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await page.keyboard.type(text);
}

async function bothSee(pages: readonly Page[], address: string, text: string): Promise<void> {
  for (const page of pages) await seeIn(page, address, text);
}

test("two people type, sort, move and delete at once, and nothing that was typed goes astray", async () => {
  const { book, window, end } = await open(await salesBook("Ann Lee", "Bob Ray", "Cy Ott"));
  const [mira, jonas] = [await window(), await window()];
  const both = [mira, jonas];

  // The window that is behind the other draws late, and yet each word goes where its line says.
  const words = { H2: "Moved", D2: "Lee Ltd", H3: "Grew", D3: "Ray", H4: "Hired" };
  for (const [address, text] of Object.entries(words)) await typeInto(mira, address, text);
  for (const [address, text] of Object.entries(words)) await seeIn(jonas, address, text);

  // What the tab has no cell for is said, and what was marked is not written over.
  await goTo(mira, "H4");
  await goTo(mira, "ZZ99999");
  await mira.keyboard.type("9");
  await mira.getByText('"ZZ99999" is no cell of this tab, which ends with "').waitFor();
  await seeIn(jonas, "H4", "Hired");

  // In one cell: who is last has the last word.
  await beginIn(mira, "D2", "Lee");
  await beginIn(jonas, "D2", "Lee & Co");
  await mira.keyboard.press("Enter");
  await seeIn(mira, "D2", "Lee");
  await jonas.keyboard.press("Enter");
  await bothSee(both, "D2", "Lee & Co");

  // In two cells of a row.
  await beginIn(mira, "D3", "Ray Ltd");
  await beginIn(jonas, "H3", "A new office");
  for (const page of both) await page.keyboard.press("Enter");
  await bothSee(both, "D3", "Ray Ltd");
  await bothSee(both, "H3", "A new office");

  // One moves the deal that the other describes.
  await beginIn(mira, "H4", "Hired ten people");
  await typeInto(jonas, "A4", "Lost");
  await seeIn(jonas, "L4", "Lost");
  await mira.keyboard.press("Enter");
  await bothSee(both, "H4", "Hired ten people");
  await bothSee(both, "A4", "Lost");

  // One sorts while the other types: the words go with their deal.
  await beginIn(mira, "D2", "Lee & Sons");
  await goTo(jonas, "B2");
  await jonas.getByRole("button", { name: "Sort Z to A" }).click();
  await seeIn(jonas, "B4", "Ann Lee");
  await mira.keyboard.press("Enter");
  await bothSee(both, "D4", "Lee & Sons");
  await bothSee(both, "D2", "");

  // One deletes the row that the other types into.
  await beginIn(mira, "E3", "bob@ray.example");
  await goTo(jonas, "B3");
  await jonas.getByRole("button", { name: "Delete rows" }).click();
  await seeIn(jonas, "B3", "Ann Lee");
  await mira.keyboard.press("Enter");
  await mira.getByText('"bob@ray.example" was not written: its row was deleted meanwhile').waitFor();
  await bothSee(both, "E3", "");

  // Each deal has its own story, and who told it by name in the sidebar is named.
  await goTo(mira, "A3");
  const sidebar = mira.frameLocator("aside iframe");
  await sidebar.getByRole("tab", { name: "Record" }).click();
  await sidebar.getByRole("heading", { name: "Ann Lee" }).waitFor();
  await sidebar.getByLabel("Note", { exact: true }).fill("Wants to hear of us in May");
  await sidebar.getByRole("button", { name: "Log it" }).click();
  await sidebar.getByText("you@stageline.example").first().waitFor();
  await goTo(jonas, "A3");
  await jonas.frameLocator("aside iframe").getByRole("tab", { name: "Record" }).click();
  await jonas.frameLocator("aside iframe").getByText("you@stageline.example").first().waitFor();
  await jonas.frameLocator("aside iframe").getByText('Company: "Lee & Sons"').waitFor();

  expect(await end()).toBe(0);
  const { json } = await stageline("report", book, "--as", "json");
  expect(json).toMatchObject({ boards: [{ records: 3, outcomes: { won: 0, lost: 1 } }] });
});
