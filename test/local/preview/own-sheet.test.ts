// An owner with a sheet of her own: a list of customers that she made, turned into a board where it stands, tried in
// practice, and then taken for good.

import { writeFileSync } from "node:fs";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { newPath, stageline } from "../../command.ts";
import { choose, previews, seeIn, typeInto } from "./preview-page.ts";
import { seriousFaults } from "./serious-faults.ts";

const open = previews();

const day = (date: number) => new Date(Date.UTC(2026, 2, date));
const customers = [
  ["Customer", "Contact", "Status", "Who", "Value", "Next call", "Remarks"],
  ["Acme GmbH", "ann@acme.example", "New", "Mira", 1200, day(5), "met at the fair"],
  ["Bolt Ltd", "bob@bolt.example", "Offer sent", "Jonas", 800, null, null],
  ["Crane & Co", null, "Won", "Mira", 2500, null, "paid at once"],
  ["Dune AG", "di@dune.example", "Lost", "Jonas", 300, null, "too dear"],
  ["Elm", null, "New", null, null, day(9), null],
];

async function ownBook(): Promise<string> {
  const book = newPath();
  const sheets = [
    { name: "Customers", rows: customers },
    { name: "Notes", rows: [["call the printer"]] },
  ];
  writeFileSync(book, await writeXlsx({ sheets }));
  return book;
}

test("a home-made list becomes a board where it stands, warns while it is tried, and binds once it is live", async () => {
  const own = { book: await ownBook(), beginsWith: "Customer", now: "2026-03-02T09:00" };
  const { book, window, end } = await open(own);
  const page = await window();
  const sidebar = page.frameLocator("aside iframe");

  // What her columns and words are taken for is said before anything is done.
  await choose(page, "Stageline", "Turn this tab into a board");
  const box = page.frameLocator("dialog iframe");
  await box.getByText("would become a board with 5 customers").waitFor();
  await box.getByText("“Status” becomes Stage").waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await box.getByRole("button", { name: "Turn it into a board" }).click();
  await box.getByText("nothing in it was moved").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await seeIn(page, "A2", "Acme GmbH");
  await seeIn(page, "C5", "Lost");
  await seeIn(page, "G4", "paid at once");

  // That it is only tried for now stands in Health.
  await page.reload();
  await sidebar.getByRole("tab", { name: "Health" }).click();
  await sidebar
    .getByText(/practice/)
    .first()
    .waitFor();

  // In practice what is closed may be left, with a word about it; live it may not.
  await typeInto(page, "C5", "New");
  await seeIn(page, "C5", "New");
  await typeInto(page, "C5", "Lost");
  await seeIn(page, "C5", "Lost");
  await choose(page, "Stageline", "Live");
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await typeInto(page, "C5", "New");
  await page.getByText(/^Dune AG: "Lost" is closed.*Reopen/).waitFor();
  await seeIn(page, "C5", "Lost");

  expect(await end()).toBe(0);
  const { json } = await stageline("check", book, "--json");
  expect(json).toMatchObject({ problems: [] });
});
