// What first aid says of what a book holds.

import { expect, test } from "vitest";
import { sales } from "../../../shared/definition/templates/sales.ts";
import { pipelineFromPlan } from "../../../shared/definition/templates/template.ts";
import { hostRowChanges } from "../../../shared/engine/host-rows.ts";
import { instantMs, momentFromInstant, utc } from "../../../shared/value/moment.ts";
import { bookFindings } from "../../../sync/doctor/book-findings.ts";
import { openWorld } from "../../world.ts";

function salesBook() {
  const world = openWorld({ boards: { Sales: pipelineFromPlan(sales) } });
  world.add({ Name: "Ada" });
  world.run();
  return world;
}

/** What is said of one step; `minutes` ago the add-on was at work, for `owner`. */
async function said(step: string, world: ReturnType<typeof salesBook>, sheetZone?: string) {
  const findings = await bookFindings({
    tables: world.tables(),
    address: "sales.xlsx",
    run: () => world.nextRun(),
    ...(sheetZone === undefined ? {} : { sheetZone }),
  });
  const finding = findings.find((each) => each.step === step);
  return finding === undefined
    ? undefined
    : [finding.state, finding.found, ...(finding.todo === undefined ? [] : [finding.todo])];
}

const minutesAgo = (world: ReturnType<typeof salesBook>, minutes: number) =>
  momentFromInstant(instantMs(world.nextRun().now) - minutes * 60_000, utc);

/** A book in which the add-on was at work so many minutes ago, with the reminders of the owner. */
function keptBook(minutes: number, owner: string) {
  const world = salesBook();
  world.apply(hostRowChanges(world.tables(), { heartbeat: minutesAgo(world, minutes), owner }));
  return world;
}

function syncedBook(minutes: number) {
  const world = salesBook();
  world.apply(hostRowChanges(world.tables(), { synced: minutesAgo(world, minutes) }));
  return world;
}

test("a book that is well is said to be so, step by step", async () => {
  const world = salesBook();
  expect(await said("Time zone", world)).toEqual(["ok", "UTC"]);
  expect(await said("Set-up and rows", world)).toEqual(["ok", "no problems"]);
  expect(await said("History", world)).toEqual(["ok", "whole, 1 entry"]);
});

test("a file is kept by nobody, so nobody is looked for", async () => {
  expect(await said("Add-on", salesBook())).toBeUndefined();
});

test("a spreadsheet in another zone than its book lacks that they are the same", async () => {
  expect(await said("Time zone", salesBook(), "Europe/Paris")).toEqual([
    "missing",
    "the spreadsheet counts in Europe/Paris, and the book in UTC",
    "make them the same: File > Settings, or the column Time zone of the tab Pipelines",
  ]);
  // Google calls it so.
  expect(await said("Time zone", salesBook(), "Etc/GMT")).toEqual(["ok", "UTC"]);
});

test("an add-on that looked within two hours is at work, and it is said whose reminders they are", async () => {
  const [state, found] = (await said("Add-on", keptBook(119, "ada@example.org"), "UTC")) ?? [];
  expect(state).toBe("ok");
  expect(found).toMatch(
    /^it was last at work on 20\d\d-\d\d-\d\d \d\d:\d\d \(\+00:00\); its reminders are those of ada@example.org$/,
  );
});

test("one that did not look for longer is missed", async () => {
  const [state, , todo] = (await said("Add-on", keptBook(121, "ada@example.org"), "UTC")) ?? [];
  expect([state, todo]).toEqual([
    "missing",
    'switch its reminders on in the sheet (Stageline > Reminders > On), or run "stageline sync" by a timer',
  ]);
});

test("one whose reminders are off does not keep the book while nobody types", async () => {
  const [state, found] = (await said("Add-on", keptBook(5, ""), "UTC")) ?? [];
  expect([state, found]).toEqual(["missing", expect.stringMatching(/; its reminders are off$/)]);
});

test("a timer that syncs once a day keeps the book as well", async () => {
  const [state, found] = (await said("Add-on", syncedBook(25 * 60), "UTC")) ?? [];
  expect(state).toBe("ok");
  expect(found).toMatch(/^it was never at work in this sheet; "stageline sync" wrote last on 20/);
});

test("a sync that wrote nothing for longer may have had nothing to write", async () => {
  const [state, , todo] = (await said("Add-on", syncedBook(25 * 60 + 1), "UTC")) ?? [];
  expect([state, todo]).toEqual(["note", "look whether its timer still runs"]);
});

test("a sheet in which no add-on ever was at work is told how it is kept", async () => {
  expect((await said("Add-on", salesBook(), "UTC"))?.slice(0, 2)).toEqual([
    "missing",
    "it was never at work in this sheet",
  ]);
});

test("problems are counted, with the command that lists them; changes of people are not problems", async () => {
  const world = salesBook();
  world.add([{ Name: "Bea", Stage: "Nowhere" }, { Name: "Cy" }]);
  expect(await said("Set-up and rows", world)).toEqual([
    "missing",
    "1 problem; 1 change of people waits for the next look",
    'stageline check "sales.xlsx" lists them',
  ]);
});

test("a history that was altered is told where", async () => {
  const world = salesBook();
  const activity = world.table("Activity");
  const stageAt = activity.header.indexOf("To");
  const rows = activity.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => (at === stageAt ? "Won" : cell)),
  }));
  world.replace(world.tables().map((table) => (table === activity ? { ...table, rows } : table)));
  expect(await said("History", world)).toEqual(["missing", expect.stringMatching(/^Activity/)]);
});

test("a row that is gone from the history is told", async () => {
  const world = salesBook();
  const activity = world.table("Activity");
  world.replace(world.tables().map((table) => (table === activity ? { ...table, rows: [] } : table)));
  expect((await said("History", world))?.[1]).toContain("the history has 1 row fewer than Stageline wrote");
});

test("a workbook without boards of ours is told how to get some", async () => {
  const findings = await bookFindings({ tables: [], address: "x", run: () => salesBook().nextRun() });
  expect(findings).toEqual([
    {
      step: "Boards",
      state: "missing",
      found: "there are none of ours yet",
      todo: 'make boards with "stageline new", or one of a tab that is there with "stageline adopt"',
    },
  ]);
});
