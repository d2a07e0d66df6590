// The Dashboard: a tab of ours that is rewritten whole, and only when there is something new to tell.

import { expect, test } from "vitest";
import { applyChanges as applyToBook } from "../../../../local/book/apply-changes.ts";
import { newBook, readBook } from "../../../../local/book/book.ts";
import { packageBytes } from "../../../../local/book/package.ts";
import { adoptTab } from "../../../../shared/engine/adopt/adopt-tab.ts";
import { checkedBook } from "../../../../shared/engine/checked-book.ts";
import { refreshDashboard } from "../../../../shared/report/dashboard/refresh-dashboard.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import { plainTab } from "../../../../shared/table/tab-facts.ts";
import { type Moment, parseMoment } from "../../../../shared/value/moment.ts";
import type { World } from "../../../world.ts";
import { openWorld } from "../../../world.ts";
import { dealsPipeline, worldWith } from "../../engine/deals.ts";
import { demoYear } from "../demo-year.ts";

const NOON = parseMoment("2026-11-20T12:00:00Z");
const LATER = parseMoment("2026-11-20T18:00:00Z");

function refresh(world: World, now: Moment = NOON) {
  const refreshed = refreshDashboard(world.tables(), { now });
  world.apply(refreshed.changes);
  return refreshed;
}

function lines(world: World, tab = "Dashboard"): readonly (readonly Cell[])[] {
  return world.table(tab).rows.map(({ cells }) => cells.filter((cell) => cell !== null));
}

test("B1 says as of when it is", () => {
  const world = worldWith("Ada");
  refresh(world);
  expect(world.table("Dashboard").header.slice(0, 2)).toEqual(["As of", NOON]);
});

test("it holds the figures of the report, counts as numbers", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  refresh(world);
  expect(lines(world)).toEqual(
    expect.arrayContaining([
      ["Deals: 3 deals, as of 20 November 2026"],
      ["Board", "Needs you", "Open", "Open, worth", "Won", "Lost", "Share won", "To expect", "By itself"],
      ["Deals", 2, 2, 0, 1, "0 of 1", 0],
    ]),
  );
});

test("while no figure and no day changed, neither does the tab nor its stamp", () => {
  const world = worldWith("Ada");
  refresh(world);
  expect(refresh(world, LATER).changes).toEqual([]);
  expect(world.table("Dashboard").header[1]).toBe(NOON);
});

test("a new day moves the stamp", () => {
  const world = worldWith("Ada");
  refresh(world);
  const tomorrow = parseMoment("2026-11-21T00:10:00Z");
  refresh(world, tomorrow);
  expect(world.table("Dashboard").header[1]).toBe(tomorrow);
});

test("a changed figure moves the stamp, and what was written over comes back", () => {
  const world = worldWith("Ada");
  refresh(world);
  world.add({ Name: "Bob" });
  world.run();
  refresh(world, LATER);
  expect(world.table("Dashboard").header[1]).toBe(LATER);
  const table = world.table("Dashboard");
  const scribbled = table.rows.map(({ at, cells }) => ({ at, cells: at === 3 ? ["mine"] : cells }));
  world.replace(world.tables().map((each) => (each === table ? { ...table, rows: scribbled } : each)));
  refresh(world, LATER);
  expect(world.table("Dashboard").rows).toEqual(table.rows);
});

test("a book of several boards begins with all of them in one table", () => {
  const world = openWorld({ boards: { Deals: dealsPipeline, Jobs: { ...dealsPipeline, name: "Jobs" } } });
  world.add({ Name: "Ada" }, "Jobs");
  world.run();
  refresh(world);
  const all = lines(world);
  expect(all[0]).toEqual(["2 boards, as of 20 November 2026"]);
  expect(all.slice(3, 6).map(([first]) => first)).toEqual(["Board", "Deals", "Jobs"]);
  expect(all.find(([first]) => first === "Jobs")?.slice(1)).toEqual([1, 1, 0, 0, "none closed", 0]);
});

test("people's own tab of that name is left alone", () => {
  const world = worldWith("Ada");
  const theirs = { tab: "Dashboard", header: ["My", "numbers"], rows: [], marks: {}, merges: [] };
  world.replace([...world.tables(), theirs]);
  expect(refresh(world).tab).toBe("Stageline dashboard");
  expect(world.table("Dashboard")).toEqual(theirs);
  expect(refresh(world, LATER)).toMatchObject({ changes: [], tab: "Stageline dashboard" });
});

test("a tab that lost its marks is known by its stamp, and marked again", () => {
  const world = worldWith("Ada");
  refresh(world);
  const bare = world
    .tables()
    .map(({ key, ...table }) =>
      table.tab === "Dashboard"
        ? { ...table, marks: {} }
        : { ...table, ...(key === undefined ? {} : { key }) },
    );
  world.replace(bare);
  expect(refresh(world, LATER).tab).toBe("Dashboard");
  expect(world.table("Dashboard")).toMatchObject({ key: "dashboard", marks: { label: 0, stamp: 1 } });
  expect(world.table("Dashboard").header[1]).toBe(LATER);
});

test("nothing else takes the tab for one of its own", () => {
  const world = worldWith("Ada");
  const before = world.look();
  refresh(world);
  const { changes, problems, definition } = world.look();
  expect([changes, problems]).toEqual([before.changes, before.problems]);
  expect(checkedBook(world.tables(), world.nextRun()).problems).toEqual([]);
  const adoption = { definition, tab: "Dashboard", facts: plainTab, wishes: {} };
  expect(() => adoptTab(world.tables(), world.nextRun(), adoption)).toThrow(
    '"Dashboard" is a tab that Stageline keeps',
  );
});

test("a report tells the same with the tab and without", () => {
  const world = worldWith("Ada");
  const before = reportFromTables(world.tables(), { asOf: NOON });
  refresh(world);
  expect(reportFromTables(world.tables(), { asOf: NOON })).toEqual(before);
});

test("in an .xlsx book it is written once and then is up to date", () => {
  const { tables, now } = demoYear();
  const { changes } = refreshDashboard(tables, { now });
  const { book } = applyToBook(newBook(), changes);
  const [written] = readBook(packageBytes(book.package), "dashboard.xlsx").tables;
  expect(written?.header.slice(0, 2)).toEqual(["As of", now]);
  const others = tables.filter(({ key }) => key !== "dashboard");
  expect(refreshDashboard(written === undefined ? others : [...others, written], { now }).changes).toEqual(
    [],
  );
});
