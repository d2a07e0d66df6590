// What people do in the preview, told as they would: the built command, the add-on that is pushed, a real browser.

import { expect, test } from "vitest";
import { hashOf, stageline } from "../../command.ts";
import {
  choose,
  goTo,
  openDropdown,
  openFilter,
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

test("a refused move goes back, says what is needed first, and is done once that is there", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  await typeInto(page, "A2", "Initial Outreach");
  await page.getByText(/Ann Lee: Initial Outreach needs: /).waitFor();
  await seeIn(page, "A2", "Networking Database");
  await typeInto(page, "D2", "Lee & Co");
  await typeInto(page, "H2", "moved to a new office");
  await typeInto(page, "I2", new Date().toISOString().slice(0, 10));
  await typeInto(page, "A2", "Initial Outreach");
  await page
    .getByText(/Ann Lee moved to Initial Outreach|Ann Lee: .*Initial Outreach/)
    .last()
    .waitFor();
  await seeIn(page, "A2", "Initial Outreach");
});

test("a stage is picked from the dropdown of its cell", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  await openDropdown(page);
  await page.getByText("Lost", { exact: true }).click();
  await seeIn(page, "A2", "Lost");
});

test("rows that are pasted become records, all at once", async () => {
  const page = await (await open()).window();
  const rows = Array.from({ length: 12 }, (_, index) => `Client ${index + 1}\tMira`);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join("\n"))})`);
  await goTo(page, "B2");
  await page.keyboard.press("Control+V");
  await seeIn(page, "B13", "Client 12");
  await seeIn(page, "A13", "Networking Database");
  await seeIn(page, "C13", "Mira");
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

test("a filter takes rows out of sight, and brings them back", async () => {
  const page = await (await open(await salesBook("Ann Lee", "Bob Ray"))).window();
  const rowBelow = async () => {
    await goTo(page, "B1");
    await page.keyboard.press("ArrowDown");
    return page.getByLabel("Cell, such as B3").inputValue();
  };
  await page.getByRole("button", { name: "Filter" }).click();
  await openFilter(page);
  await page.getByText("Bob Ray").last().hover();
  await page.getByText("Filter Only").last().click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect.poll(rowBelow).toBe("B3");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect.poll(rowBelow).toBe("B2");
});

test("what is copied in the sheet is pasted as its cells", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  await goTo(page, "B2");
  await page.keyboard.press("Control+C");
  await goTo(page, "B3");
  await page.keyboard.press("Control+V");
  await seeIn(page, "B3", "Ann Lee");
  await seeIn(page, "A3", "Networking Database");
});

test("what was typed is taken back by undo, and done again by redo", async () => {
  const page = await (await open(await salesBook("Ann Lee"))).window();
  await typeInto(page, "D2", "Lee & Co");
  await seeIn(page, "D2", "Lee & Co");
  await page.keyboard.press("Control+Z");
  await seeIn(page, "D2", "");
  await page.keyboard.press("Control+Y");
  await seeIn(page, "D2", "Lee & Co");
});

test("rows are sorted, inserted and deleted, and stay the same records", async () => {
  const page = await (await open(await salesBook("Cy Ott", "Ann Lee", "Bob Ray"))).window();
  await goTo(page, "B2");
  await page.getByRole("button", { name: "Sort A to Z" }).click();
  await seeIn(page, "B2", "Ann Lee");
  await page.getByRole("button", { name: "Row above" }).click();
  await seeIn(page, "B3", "Ann Lee");
  await goTo(page, "B2");
  await page.getByRole("button", { name: "Delete rows" }).click();
  await seeIn(page, "B4", "Cy Ott");
  await choose(page, "Stageline", "Check this sheet");
  await page.getByRole("dialog").getByText("No problems").waitFor();
});

test("the sidebar shows the row that is marked, and moves it", async () => {
  const page = await (await open(await salesBook("Ann Lee", "Bob Ray"))).window();
  await goTo(page, "A3");
  const sidebar = page.frameLocator("iframe");
  await sidebar.getByRole("tab", { name: "Record" }).click();
  await sidebar.getByRole("heading", { name: "Bob Ray" }).waitFor();
  await sidebar.getByText("Other stages").click();
  await sidebar.getByRole("button", { name: "Lost" }).click();
  await seeIn(page, "A3", "Lost");
});

test("a page that is loaded again goes on where the book is", async () => {
  const page = await (await open()).window();
  await typeInto(page, "B2", "Ann Lee");
  await seeIn(page, "A2", "Networking Database");
  await page.reload();
  await seeIn(page, "B2", "Ann Lee");
  await typeInto(page, "B3", "Bob Ray");
  await seeIn(page, "A3", "Networking Database");
});

test("a second window is a second person, and each sees what the other does", async () => {
  const preview = await open(await salesBook("Ann Lee"));
  const [one, other] = [await preview.window(), await preview.window()];
  expect(await one.getByLabel("You are").inputValue()).not.toBe(
    await other.getByLabel("You are").inputValue(),
  );
  await typeInto(one, "D2", "Lee & Co");
  await seeIn(other, "D2", "Lee & Co");
  await typeInto(other, "A2", "Lost");
  await seeIn(one, "A2", "Lost");
});

test("an order is cancelled by its deadline as the clock moves on", async () => {
  const page = await (await open(await ordersBook())).window();
  await choose(page, "Stageline", "On");
  await page
    .getByRole("dialog")
    .getByText(/Reminders are on/)
    .waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  for (const _ of ["a week", "two weeks"]) {
    const move = page.getByRole("button", { name: "next Monday", disabled: false });
    await move.click();
    await move.waitFor();
  }
  await seeIn(page, "A2", "Invoice Cancelled");
});

test("a mail goes to the outbox of the page, and nowhere else", async () => {
  const page = await (await open(await solarBook())).window();
  await choose(page, "Stageline", "On");
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await typeInto(page, "A2", "Inspection Scheduled");
  await seeIn(page, "A2", "Inspection Scheduled");
  // At night and on Sundays no mail goes out.
  await page.getByRole("button", { name: "next Monday" }).click();
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
