// A file that is a copy of a book: nothing of it is touched until somebody says what it is for.

import { expect, test } from "vitest";
import { ADA, eyes, openBoard, type SheetWorld } from "./sheet-world.ts";

function copied(): SheetWorld {
  const world = openBoard("sales");
  world.ada.type("Sales!B2", "Acme");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Reminders", "On");
  const spreadsheet = world.google.copySpreadsheet(world.spreadsheet, ADA);
  world.google.install(world.script, ADA, { inSpreadsheet: spreadsheet });
  const ada = world.google.person(ADA, spreadsheet);
  ada.open();
  return { ...world, spreadsheet, ada, ...eyes(world.google, spreadsheet) };
}

test("an edit in a copy is not looked at, and its editor is told what to do", () => {
  const { ada, rows } = copied();
  ada.type("Sales!A2", "Dialogue");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created"]);
  expect(ada.seen.toasts.slice(-1)[0]?.message).toBe(
    "This sheet is a copy; open Stageline > Check this sheet to say whether it starts fresh or goes on",
  );
});

test("a fresh start empties the copy of records and history, keeps the set-up and practises", () => {
  const { ada, rows } = copied();
  ada.answers.push("YES", "OK");
  ada.menu("Stageline", "Check this sheet");
  expect(rows("Sales")).toEqual([]);
  expect(rows("Activity")).toEqual([]);
  expect(rows("Stages").length).toBe(9);
  ada.type("Sales!B2", "Bolt");
  expect(rows("Activity").map((row) => row["Name"])).toEqual(["Bolt"]);
});

test("a copy that goes on keeps everything, and has no reminders", () => {
  const { ada, rows, google, spreadsheet } = copied();
  ada.answers.push("NO", "OK");
  ada.menu("Stageline", "Check this sheet");
  ada.type("Sales!A2", "Dialogue");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created", "moved"]);
  expect(rows("_state").find((row) => row["Key"] === "owner")?.["Value"]).toBeNull();
  expect(google.triggers().filter((trigger) => trigger.spreadsheet === spreadsheet)).toEqual([]);
});

test("closing the question leaves the copy as it is, and the question comes again", () => {
  const { ada, rows } = copied();
  ada.answers.push("CANCEL", "OK");
  ada.menu("Stageline", "Check this sheet");
  expect(ada.seen.dialogs.slice(-1)[0]?.prompt).toBe("Nothing was done: first say what this copy is for");
  ada.answers.push("NO", "OK");
  ada.menu("Stageline", "Check this sheet");
  expect(rows("Sales").map((row) => row["Name"])).toEqual(["Acme"]);
});

test("the page makes no board in a copy before somebody says what it is for, and reminders ask first", () => {
  const { ada, google, spreadsheet } = copied();
  const before = google.spreadsheet(spreadsheet).state.tabs;
  expect(ada.page("pageNewBoard", { template: "coaching", tab: "" })).toHaveProperty("problem");
  expect(ada.page("pageAdopt", { tab: "Sheet1" })).toHaveProperty("problem");
  expect(google.spreadsheet(spreadsheet).state.tabs).toEqual(before);
  ada.answers.push("CANCEL", "OK");
  ada.menu("Stageline", "Reminders", "On");
  expect(ada.seen.dialogs.slice(-1)[0]?.prompt).toBe("Nothing was done: first say what this copy is for");
});
