// Two deals that look like one, made one from the card and taken apart again.

import { expect, test } from "vitest";
import { addDeal, cellOf, openSales, sidebars } from "./sidebar.ts";

const open = sidebars();

test("a deal that looks like another is made one with it, and taken out again", async () => {
  const sheet = openSales("Ann Lee");
  addDeal(sheet, "A. Lee", { phone: "+31 20 555 1234" });
  sheet.ada.select("Sales!A2");
  const { page } = await open(sheet, "record");
  const doubles = page.getByRole("region", { name: "Doubles" });
  await doubles.getByText('the same E-mail "x@example.org"').waitFor();
  await doubles.getByRole("button", { name: "Make “A. Lee” one with this" }).click();
  await page.getByRole("status").getByText("it took over Phone").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Phone" })).toBe("+31 20 555 1234");
  expect(() => cellOf(sheet, { name: "A. Lee", header: "Stage" })).toThrow("no Stage of A. Lee");
  await doubles.getByRole("button", { name: "Take “A. Lee” out again" }).click();
  await page.getByRole("status").getByText("are two again").waitFor();
  expect(cellOf(sheet, { name: "Ann Lee", header: "Phone" })).toBe("");
  expect(cellOf(sheet, { name: "A. Lee", header: "Phone" })).toBe("+31 20 555 1234");
});
