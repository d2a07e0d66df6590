// A page whose answers are late, out of order, or never come.

import { expect, test } from "vitest";
import { openSales, sidebars } from "./sidebar.ts";

const open = sidebars();

test("a wait that lasts is shown, and what was there stays until the answer comes", async () => {
  const { page, holdBack } = await open(openSales("Ann Lee"), "numbers");
  await page.getByRole("heading", { name: "Sales" }).waitFor();
  const release = holdBack("pageNumbers");
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("Looking…").waitFor();
  expect(await page.getByRole("heading", { name: "Sales" }).count()).toBe(1);
  release();
  await page.getByText("Looking…").waitFor({ state: "detached" });
});

test("the late answer to an older question is dropped", async () => {
  const sheet = openSales("Ann Lee", "Bob Ray");
  sheet.ada.select("Sales!A2");
  const { page, holdBack, calls } = await open(sheet, "record");
  const asked = () => calls.filter((name) => name === "pageSelected").length;
  await page.getByRole("heading", { name: "Ann Lee" }).waitFor();
  const release = holdBack("pageSelected");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(asked).toBe(2);
  sheet.ada.select("Sales!A3");
  const releaseNewer = holdBack("pageSelected");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(asked).toBe(3);
  releaseNewer();
  await page.getByRole("heading", { name: "Bob Ray" }).waitFor();
  const late = page.waitForEvent("requestfinished");
  release();
  await late;
  await page.getByText("Looking…").waitFor({ state: "detached" });
  expect(await page.getByRole("heading", { name: "Ann Lee" }).count()).toBe(0);
});

test("a button keeps the focus while its act waits, and a second press does nothing", async () => {
  const sheet = openSales("Ann Lee");
  sheet.ada.select("Sales!A2");
  const { page, holdBack, calls } = await open(sheet, "record");
  const release = holdBack("pageLog");
  const button = page.getByRole("button", { name: "Log it" });
  await button.focus();
  for (const key of ["Enter", "Enter", "Enter"]) await page.keyboard.press(key);
  await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Log it");
  release();
  await page.getByRole("region", { name: "History" }).getByText("E-mail out").waitFor();
  expect(calls.filter((name) => name === "pageLog")).toHaveLength(1);
});

test("a script that fails is told with a way to try again, and the page goes on", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await open(sheet, "health");
  await page.getByText("Mode", { exact: true }).waitFor();
  sheet.google.hooks.interfere = () => ({ what: "fail", applied: 0 });
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("alert").waitFor();
  sheet.google.hooks.interfere = () => undefined;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
});

test("an act that fails keeps what was typed, and logs once when it is done again", async () => {
  const sheet = openSales("Ann Lee");
  sheet.ada.select("Sales!A2");
  const { page } = await open(sheet, "record");
  await page.getByLabel("Note").fill("wants a quote");
  sheet.google.hooks.interfere = () => ({ what: "fail", applied: 0 });
  await page.getByRole("button", { name: "Log it" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("Note").inputValue()).toBe("wants a quote");
  sheet.google.hooks.interfere = () => undefined;
  await page.getByRole("button", { name: "Log it" }).click();
  await page.getByRole("region", { name: "History" }).getByText("wants a quote").waitFor();
});

test("an answer that comes late takes neither the keys nor the words from who types meanwhile", async () => {
  const sheet = openSales("Ann Lee");
  sheet.ada.select("Sales!A2");
  const { page, holdBack } = await open(sheet, "record");
  const release = holdBack("pageLog");
  await page.getByRole("button", { name: "Log it" }).click();
  const note = page.getByLabel("Note", { exact: true });
  await note.focus();
  await page.keyboard.type("She will ");
  release();
  await page.getByText("Ann Lee: noted in the history").waitFor();
  await page.keyboard.type("call back");
  expect(await note.inputValue()).toBe("She will call back");
});

test("what could not be shown is asked for again when somebody comes back to the page", async () => {
  const sheet = openSales("Ann Lee");
  const { page } = await open(sheet, "health");
  await page.getByText("Mode", { exact: true }).waitFor();
  sheet.google.hooks.interfere = () => ({ what: "fail", applied: 0 });
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("alert").waitFor();
  sheet.google.hooks.interfere = () => undefined;
  await page.evaluate("dispatchEvent(new Event('focus'))");
  await page.getByRole("alert").waitFor({ state: "detached" });
});
