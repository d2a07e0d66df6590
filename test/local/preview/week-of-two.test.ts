// A week of a sales team of two, Mira and Jonas, each in a window of their own, from Monday morning to Friday.
// What is counted at its end was worked out by hand.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { stageline } from "../../command.ts";
import { choose, goTo, previews, salesBook, seeIn, typeInto } from "./preview-page.ts";
import { seriousFaults } from "./serious-faults.ts";

const open = previews();

async function openTab(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole("navigation", { name: "Tabs of the book" });
  await tabs.getByRole("button", { name, exact: true }).click();
}

async function paste(page: Page, address: string, rows: readonly string[]): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join("\n"))})`);
  await goTo(page, address);
  await page.keyboard.press("Control+V");
}

async function moveClock(page: Page, to: string, shows: string): Promise<void> {
  await page.getByRole("button", { name: to, disabled: false }).click();
  await page.getByRole("region", { name: "Clock" }).getByText(shows, { exact: true }).waitFor();
}

/** The mails to somebody, as far as they speak of that. */
function mailsTo(page: Page, email: string, words: string) {
  return page
    .locator(".mails li")
    .filter({ hasText: `to ${email}` })
    .filter({ hasText: words });
}

/** A panel of the sidebar, looked at anew; a window that is behind another takes no clicks beside its sheet. */
async function panel(page: Page, name: "Today" | "Record") {
  await page.bringToFront();
  const beside = page.getByRole("complementary", { name: "Beside the sheet" });
  await beside.getByRole("button", { name: "Stageline" }).click();
  const sidebar = page.frameLocator("aside iframe");
  await sidebar.getByRole("tab", { name }).click();
  return sidebar;
}

async function record(page: Page, row: number, name: string) {
  await goTo(page, `B${row}`);
  const sidebar = await panel(page, "Record");
  await sidebar.getByRole("heading", { name }).waitFor();
  return sidebar;
}

test("a team of two works from leads to a paid advance, is reminded, hands over, and reads its numbers", async () => {
  const preview = await open({ book: await salesBook(), beginsWith: "Stage", now: "2026-03-02T08:30" });
  const mira = await preview.window();

  // Monday: who they are, and that they want to be reminded.
  await choose(mira, "Stageline", "Show");
  await openTab(mira, "Team");
  for (const [row, name, email] of [
    [2, "Mira", "you@stageline.example"],
    [3, "Jonas", "colleague@stageline.example"],
  ]) {
    await typeInto(mira, `A${row}`, String(name));
    await typeInto(mira, `B${row}`, String(email));
  }
  await choose(mira, "Stageline", "Hide");
  await openTab(mira, "Sales");
  await choose(mira, "Stageline", "On");
  await mira.getByRole("dialog").getByText("Reminders are on").waitFor();
  await mira.keyboard.press("Enter");

  // Leads are pasted and typed, researched, and written to.
  const jonas = await preview.window();
  await paste(mira, "B2", [
    "Ann Lee\tMira\tLee & Co\tann@lee.example",
    "Bob Ray\tJonas\tRay Ltd\tbob@ray.example",
    "Cy Ott\tMira\tOtt AG\tcy@ott.example",
  ]);
  await seeIn(jonas, "A4", "Networking Database");
  await typeInto(jonas, "B5", "Di Foe");
  await seeIn(mira, "A5", "Networking Database");
  for (const [page, row] of [
    [mira, 2],
    [jonas, 3],
  ] as const) {
    await typeInto(page, `H${row}`, "moved to a new office");
    await typeInto(page, `I${row}`, "2026-02-27");
    await typeInto(page, `A${row}`, "Initial Outreach");
    await seeIn(page, `AO${row}`, "2026-03-16");
    await typeInto(page, `AL${row}`, "E-mail out");
    await seeIn(page, `AL${row}`, "");
  }

  // Wednesday: nobody answered yet, and both hear of it; then Bob says yes, and they meet.
  await moveClock(mira, "tomorrow", "Tue, 3 Mar 2026, 09:00");
  await moveClock(mira, "tomorrow", "Wed, 4 Mar 2026, 09:00");
  await mira.getByRole("button", { name: /^Outbox/ }).click();
  await mailsTo(mira, "you@stageline.example", "no reply for 2 days").waitFor();
  await mailsTo(mira, "colleague@stageline.example", "no reply for 2 days").waitFor();
  await typeInto(jonas, "AL3", "Reply: yes");
  await seeIn(jonas, "L3", "Warm");
  await typeInto(jonas, "A3", "Dialogue");
  await seeIn(mira, "A3", "Dialogue");
  await typeInto(jonas, "AL3", "Meeting");
  await seeIn(jonas, "AL3", "");

  // Thursday, a day after the meeting: a reminder of it; a proposal that lacks something, and what it lacks.
  await moveClock(mira, "tomorrow", "Thu, 5 Mar 2026, 09:00");
  await moveClock(mira, "next hour", "Thu, 5 Mar 2026, 10:00");
  const today = await panel(jonas, "Today");
  await today.getByText("follow up on the meeting").waitFor();
  await typeInto(jonas, "A3", "Proposal");
  await seeIn(jonas, "AP3", "Proposal needs: Need, Services, Terms, Delivery deadline, Budget estimate");
  await seeIn(jonas, "A3", "Dialogue");
  const sidebar = await record(jonas, 3, "Bob Ray");
  await sidebar.getByRole("button", { name: "Proposal" }).click();
  const form = sidebar.getByRole("form", { name: "Move to Proposal" });
  await form.getByLabel("Need", { exact: true }).fill("More clients");
  await form.getByLabel("Services").fill("A campaign");
  await form.getByLabel("Terms").fill("30 days");
  await form.getByLabel("Delivery deadline").fill("2026-03-31");
  await form.getByLabel("Budget estimate").fill("1500");
  expect(await seriousFaults(jonas)).toEqual([]);
  await form.getByRole("button", { name: "Save and move" }).click();
  await seeIn(jonas, "A3", "Proposal");

  // The invoice is made by itself, its half paid in advance, and the work may begin.
  await typeInto(jonas, "V3", "1200");
  await typeInto(jonas, "W3", "EUR");
  await typeInto(jonas, "X3", "50/50");
  await typeInto(jonas, "A3", "Invoice");
  await seeIn(jonas, "Y3", "INV-0001");
  await typeInto(jonas, "A3", "Order Processing");
  await seeIn(jonas, "AP3", "Order Processing needs: the advance is paid or Advance paid is yes");
  await openTab(jonas, "Payments");
  await typeInto(jonas, "A2", "2026-03-05");
  await typeInto(jonas, "B2", "INV-0001");
  await typeInto(jonas, "C2", "600");
  await typeInto(jonas, "D2", "EUR");
  await openTab(jonas, "Sales");
  await typeInto(jonas, "A3", "Order Processing");
  await seeIn(mira, "L3", "Won");

  // Jonas hands over to Mira with a word, who sees what changed, and gives up another deal.
  const handing = await record(jonas, 3, "Bob Ray");
  await handing.getByText("Hand over", { exact: true }).first().click();
  await handing.getByLabel("Hand over to").fill("Mira");
  await handing.getByLabel("A word along").fill("He likes short calls");
  await handing.getByRole("button", { name: "Hand over" }).click();
  await seeIn(mira, "C3", "Mira");
  await typeInto(mira, "A4", "Lost");
  await typeInto(mira, "AG4", "Too dear");
  await seeIn(jonas, "L4", "Lost");
  await seeIn(jonas, "AG1", "Lost reason");
  await seeIn(jonas, "AG4", "Too dear");
  const hers = await record(mira, 3, "Bob Ray");
  await hers.getByText("He likes short calls").first().waitFor();
  await hers.getByText('Moved from "Invoice" to "Order Processing"').first().waitFor();
  const news = await panel(mira, "Today");
  await news.getByText(/^Show \d+ records?$/).click();
  const changed = news.getByRole("region", { name: "Changes" }).getByRole("button", { name: "Bob Ray" });
  await changed.getByText("He likes short calls").waitFor();

  // Friday: Ann has not answered, and Mira goes on hearing of it; of Bob, who did, nobody hears so.
  await mira.getByRole("button", { name: /^Outbox/ }).click();
  await moveClock(mira, "tomorrow", "Fri, 6 Mar 2026, 09:00");
  await mailsTo(mira, "you@stageline.example", "no reply for 4 days").waitFor();
  const ofBob = mira.locator(".mails li").filter({ hasText: /Bob Ray \([^)]*\): no reply for 4 days/ });
  expect(await ofBob.count()).toBe(0);

  expect(await preview.end()).toBe(0);
  const { json } = await stageline("report", preview.book, "--as", "json", "--now", "2026-03-06T17:00");
  const { boards } = json as {
    boards: readonly { stages: readonly { stage: string; reached: number; now: number }[] }[];
  };
  expect(boards[0]?.stages.map(({ stage, reached, now }) => [stage, reached, now])).toEqual([
    ["Networking Database", 4, 1],
    ["Initial Outreach", 2, 1],
    ["Dialogue", 1, 0],
    ["Proposal", 1, 0],
    ["Invoice", 1, 0],
    ["Order Processing", 1, 1],
    ["Order Delivery", 0, 0],
    ["The Loop", 0, 0],
    ["Lost", 1, 1],
  ]);
  expect(boards[0]).toMatchObject({ records: 4, outcomes: { won: 1, lost: 1, winRate: 0.5 } });
});
