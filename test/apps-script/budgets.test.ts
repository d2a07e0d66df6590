// What an edit and the hourly look ask of a spreadsheet, counted: trips, cells, and calls of other services beside them.
// The book is large, since the counts of an edit must not depend on its size.

import { expect, test } from "vitest";
import type { ExecutionRecord } from "../../local/apps-script/world/execution-record.ts";
import { largeBook } from "./large-book.ts";
import { openSheet, type SheetWorld } from "./sheet-world.ts";

const RECORDS = 10_000;
const ENTRIES_EACH = 10;

let world: SheetWorld | undefined;

// Made once: the tests go through one day in its order.
function openWorld(): SheetWorld {
  world ??= openSheet({ state: largeBook(RECORDS, ENTRIES_EACH).state, now: Date.UTC(2026, 10, 2, 9) });
  return world;
}

function beside({ counts }: ExecutionRecord): number {
  const { lock, properties, cache, session, toast } = counts.beside;
  return lock + properties + cache + session + toast;
}

test("a stage edit in a book that nobody looked at yet: 6 trips and 3,000 cells at the most", () => {
  const { ada, last, rows } = openWorld();
  ada.type("Sales!A5000", "Won");
  const { counts } = last("onEdit");
  expect(rows("Sales")[4998]).toMatchObject({ Stage: "Won" });
  expect(counts.trips).toBeLessThanOrEqual(6);
  expect(counts.cellsRead + counts.cellsWritten).toBeLessThanOrEqual(3000);
});

test("any later stage edit: 5 calls beside at the most, too", () => {
  const { ada, last, google } = openWorld();
  ada.type("Sales!A5001", "Lost");
  const { counts } = last("onEdit");
  expect(counts.trips).toBeLessThanOrEqual(6);
  expect(counts.cellsRead + counts.cellsWritten).toBeLessThanOrEqual(3000);
  expect(beside(last("onEdit"))).toBeLessThanOrEqual(5);
  expect(google.failures()).toEqual([]);
});

test("an edit of a column that nothing depends on: no trip, and one question to the cache", () => {
  const { ada, last, rows } = openWorld();
  const unwatched = Object.keys(rows("Sales")[0] ?? {}).indexOf("Next step");
  ada.type(`Sales!${String.fromCharCode(65 + unwatched)}5000`, "call on Monday");
  expect(last("onEdit").counts).toMatchObject({ trips: 0, cellsRead: 0, cellsWritten: 0 });
  expect(last("onEdit").counts.beside).toMatchObject({
    cache: 1,
    lock: 0,
    properties: 0,
    session: 0,
    toast: 0,
  });
});

test("the board over the sheet: 6 trips, and none of the 100,000 entries of the history", () => {
  const { ada, last } = openWorld();
  const view = ada.page("pageBoard", { board: "" });
  expect(view).toMatchObject({ board: "Sales", seen: RECORDS * ENTRIES_EACH + 2 });
  expect(last("pageBoard").counts.trips).toBeLessThanOrEqual(6);
  expect(last("pageBoard").counts.cellsRead).toBeLessThan(30 * RECORDS);
});

test("a paste of 1,000 names: 8 trips at the most", () => {
  const { ada, last, rows } = openWorld();
  ada.paste(
    `Sales!B${RECORDS + 2}`,
    Array.from({ length: 1000 }, (_, index) => [`New ${index + 1}`]),
  );
  expect(rows("Sales").slice(-1)[0]).toMatchObject({ Stage: "Lead", Name: "New 1000" });
  expect(last("onEdit").counts.trips).toBeLessThanOrEqual(8);
  expect(last("onEdit").counts.lockMilliseconds).toBeLessThan(5000);
});

test("the hourly look over 10,000 records and 100,000 entries: 20 trips at the most, and one for charts that move, with what it finds written", () => {
  const { ada, google, last, rows } = openWorld();
  ada.answers.push("OK");
  ada.menu("Stageline", "Reminders", "On");
  google.tick();
  ada.deleteRows("Sales!A5001");
  google.tick();
  expect(rows("Activity").slice(-1)[0]).toMatchObject({ Entry: "removed", Name: "Deal 5000" });
  // One more than the look itself: charts whose cells have moved are asked for.
  expect(last("hourlyLook").counts.trips).toBeLessThanOrEqual(20 + 1);
  expect(beside(last("hourlyLook"))).toBeLessThanOrEqual(5);
  expect(last("hourlyLook").counts.lockMilliseconds).toBeLessThan(5000);
  expect(google.failures()).toEqual([]);
});
