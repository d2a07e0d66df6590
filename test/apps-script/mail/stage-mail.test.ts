// Mail that an edit asks for goes at once: from the account that looks after the sheet, once.

import { expect, test } from "vitest";
import { ADA, eyes, type SheetWorld } from "../sheet-world.ts";
import { columnOf, HOUR_MS, mailsOf, reminders, sheetWith, statesOf } from "./mail-sheet.ts";

function plan(world: SheetWorld, row: number, day = "2026-11-20", who = world.ada): void {
  who.type(`Solar!${columnOf(world, "Solar", "Inspection on")}${row}`, day);
  who.type(`Solar!A${row}`, "Inspection Scheduled");
}

test("whoever plans an inspection in the sheet, the customer is mailed at once, once, by whom the reminders are", () => {
  const world = sheetWith("Cleo");
  plan(world, 2, "2026-11-20", world.ben);
  expect(mailsOf(world)).toEqual(["cleo@example.org: Your inspection on 20 November 2026"]);
  expect(world.google.outbox[0]?.from).toBe(ADA);
  world.google.advance(3 * HOUR_MS);
  expect(mailsOf(world).length).toBe(1);
  expect(statesOf(world)).toEqual(["Your inspection on 20 November 2026: sent"]);
  expect(world.google.failures()).toEqual([]);
});

test("what went is an e-mail in the history of the record", () => {
  const world = sheetWith("Cleo");
  plan(world, 2);
  const mails = world.rows("Activity").filter((row) => row["Entry"] === "email-out");
  expect(mails.map((row) => [row["Name"], row["Note"], row["Who"]])).toEqual([
    ["Cleo", "Your inspection on 20 November 2026", "Stageline"],
  ]);
});

test("a new day mails once more", () => {
  const world = sheetWith("Cleo");
  plan(world, 2);
  plan(world, 2, "2026-11-23");
  expect(mailsOf(world).slice(1)).toEqual([
    "cleo@example.org: A new day for your inspection: 23 November 2026",
  ]);
});

test("with reminders off everything waits, and turning them on sends nothing of it", () => {
  const world = sheetWith("Cleo", "Dora");
  reminders(world, "Off");
  plan(world, 2);
  world.google.advance(2 * HOUR_MS);
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Check this sheet");
  expect(statesOf(world)).toEqual(["Your inspection on 20 November 2026: waiting to send"]);
  reminders(world, "On");
  world.google.advance(2 * HOUR_MS);
  expect([mailsOf(world), statesOf(world)]).toEqual([[], ["Your inspection on 20 November 2026: cancelled"]]);
  plan(world, 3);
  expect(mailsOf(world)).toEqual(["dora@example.org: Your inspection on 20 November 2026"]);
});

test("in practice a message waits for a person, whose Send in the tab sends it", () => {
  const world = sheetWith("Cleo");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Practice");
  plan(world, 2);
  expect([mailsOf(world), statesOf(world)]).toEqual([
    [],
    ["Your inspection on 20 November 2026: waiting for you"],
  ]);
  world.ben.type(`Outbox!${columnOf(world, "Outbox", "Send or Cancel")}2`, "Send");
  expect(mailsOf(world)).toEqual(["cleo@example.org: Your inspection on 20 November 2026"]);
});

test("a move in the sidebar mails at once where the reminders are one's own, and with the next turn where not", () => {
  for (const [who, now] of [
    ["ada", 1],
    ["ben", 0],
  ] as const) {
    const world = sheetWith("Cleo");
    world.google.install(world.script, "ben@example.com");
    const record = String(world.rows("Solar")[0]?.["ID"]);
    const request = {
      board: "solar",
      record,
      stage: "Inspection Scheduled",
      values: { inspection_on: "2026-11-20" },
    };
    expect(world[who].page("pageMove", request)).toMatchObject({
      said: expect.stringContaining("Inspection Scheduled"),
    });
    expect(mailsOf(world).length).toBe(now);
    world.google.advance(HOUR_MS);
    expect(mailsOf(world).length).toBe(1);
  }
});

test("a copy of the sheet sends nothing of what waited in the original", () => {
  const world = sheetWith("Cleo");
  const { google, script, ada, ben } = world;
  reminders(world, "Off");
  plan(world, 2);
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  expect(statesOf(world)).toEqual(["Your inspection on 20 November 2026: waiting to send"]);
  google.install(script, ben.email);
  const file = google.copySpreadsheet(world.spreadsheet, ben.email);
  const copy = google.person(ben.email, file);
  copy.open();
  // It is a copy: go on with everything. Reminders are on.
  copy.answers.push("NO", "OK");
  copy.menu("Stageline", "Reminders", "On");
  google.advance(2 * HOUR_MS);
  expect(mailsOf(world)).toEqual([]);
  expect(eyes(google, file).rows("Outbox")).toEqual([]);
});

test("Set-up tabs shows and hides the Outbox, too", () => {
  const world = sheetWith();
  const isHidden = () =>
    world.google.spreadsheet(world.spreadsheet).state.tabs.find(({ name }) => name === "Outbox")?.isHidden;
  expect(isHidden()).toBe(true);
  world.ada.menu("Stageline", "Set-up tabs", "Show");
  expect(isHidden()).toBe(false);
  world.ada.menu("Stageline", "Set-up tabs", "Hide");
  expect(isHidden()).toBe(true);
});
