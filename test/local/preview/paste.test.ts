// Five hundred rows as they come out of somebody's old list, with all that is wrong in such lists: what its owner reads.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { stageline } from "../../command.ts";
import { choose, goTo, previews, seeIn } from "./preview-page.ts";

const open = previews();

const STAGES = ["Networking Database", "", "Wonn", "Lost"];
const DAYS = ["2026-02-20", "20/02/2026", "Feb 20, 2026", "next week"];
const TOO_LONG = "x".repeat(50_001);

/** Two of them share an e-mail; the companies of two more are as given. */
function oldList(company: string): string {
  const rows = Array.from({ length: 500 }, (_, at) => {
    const name = at === 4 ? "Zoë 🚀 Ünal" : at === 8 ? "=1+2" : `Client ${at}`;
    const email = at === 12 || at === 16 ? "same@dup.example" : `c${at}@client.example`;
    const firm = at === 20 || at === 24 ? company : `Firm ${at}`;
    return [STAGES[at % 4], name, "Mira", firm, email, "", "", "news", DAYS[at % 4]].join("\t");
  });
  return rows.join("\n");
}

async function pasteAtTop(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await goTo(page, "A2");
  await page.keyboard.press("Control+V");
}

test("an old list of five hundred rows is refused whole or taken whole, and what is wrong in it is told once", async () => {
  const { book, window, end } = await open();
  const page = await window();

  // What no cell can hold is said before anything is written.
  await pasteAtTop(page, oldList(TOO_LONG));
  await page.getByText("more than the maximum of 50000 characters").waitFor();
  await seeIn(page, "B2", "");

  // A stage in four is none, so that 375 rows are deals; each mistake is told once.
  await pasteAtTop(page, oldList("Firm"));
  await page.getByText('Sales!A4: stage "Wonn" is not one of').waitFor();
  await page.getByText("the same in 124 more cells").first().waitFor();
  await seeIn(page, "A3", "Networking Database");
  await seeIn(page, "A4", "Wonn");
  await seeIn(page, "B6", "Zoë 🚀 Ünal");
  await seeIn(page, "B10", "=1+2");
  await seeIn(page, "I4", "2026-02-20");
  await seeIn(page, "I5", "next week");

  // The check says it in as few words.
  await choose(page, "Stageline", "Check this sheet");
  const box = page.getByRole("dialog");
  await box.getByText('Sales!A4: stage "Wonn"').waitFor();
  expect(((await box.textContent()) ?? "").match(/"Wonn"/g)).toHaveLength(1);
  await page.keyboard.press("Enter");

  expect(await end()).toBe(0);
  const { json } = await stageline("report", book, "--as", "json");
  expect(json).toMatchObject({ boards: [{ records: 375 }] });
});
