// What people do in the preview, told as they would: the built command, the add-on that is pushed, a real browser.

import { expect, test } from "vitest";
import { hashOf, stageline } from "../../command.ts";
import {
  choose,
  goTo,
  moveToMonday,
  ordersBook,
  previews,
  salesBook,
  seeIn,
  solarBook,
  typeInto,
} from "./preview-page.ts";

const open = previews();

test("the first edit is ruled, logged, shown, said and kept", async () => {
  const { book, window, end } = await open();
  const page = await window();
  await typeInto(page, "B2", "Ann Lee");
  await page.getByText("Ann Lee is new in Networking Database").waitFor();
  await seeIn(page, "A2", "Networking Database");
  expect(await end()).toBe(0);
  const { json } = await stageline("sync", book, "--dry-run", "--json");
  expect(json).toMatchObject({ entries: 0, problems: [] });
});

test("five hundred rows that are pasted become records, and none is lost", async () => {
  const { book, window, end } = await open();
  const page = await window();
  const rows = Array.from({ length: 500 }, (_, index) => `Client ${index + 1}`);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join("\n"))})`);
  await goTo(page, "B2");
  await page.keyboard.press("Control+V");
  await seeIn(page, "A501", "Networking Database");
  await end();
  const { json } = await stageline("report", book, "--as", "json");
  expect(json).toMatchObject({ boards: [{ records: 500 }] });
});

test("an order is cancelled by its deadline as the clock moves on", async () => {
  const page = await (await open(await ordersBook())).window();
  await choose(page, "Stageline", "On");
  await page
    .getByRole("dialog")
    .getByText(/Reminders are on/)
    .waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await moveToMonday(page);
  await moveToMonday(page);
  await seeIn(page, "A2", "Invoice Cancelled");
});

test("a mail goes to the outbox of the page, and nowhere else", async () => {
  const page = await (await open(await solarBook())).window();
  await choose(page, "Stageline", "On");
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await typeInto(page, "A2", "Inspection Scheduled");
  await seeIn(page, "A2", "Inspection Scheduled");
  // At night and on Sundays no mail goes out.
  await moveToMonday(page);
  await page.getByRole("button", { name: "Outbox (1)" }).click();
  await page.getByText(/^Your inspection on /).click();
  await page.getByText(/we come to inspect your roof and meter/).waitFor();
});

test("a book that nobody changed is left as it is", async () => {
  const book = await salesBook("Ann Lee");
  const before = hashOf(book);
  const { window, end } = await open(book);
  const page = await window();
  await page.frameLocator("iframe").getByText("What others changed").waitFor();
  await goTo(page, "B2");
  expect(await end()).toBe(0);
  expect(hashOf(book)).toBe(before);
});

test("another run is told that the book is being worked in", async () => {
  const book = await salesBook("Ann Lee");
  await open(book);
  const { exitCode, stderr } = await stageline("sync", book);
  expect([exitCode, stderr]).toEqual([3, expect.stringMatching(/another run \(process \d+\) is writing/)]);
});
