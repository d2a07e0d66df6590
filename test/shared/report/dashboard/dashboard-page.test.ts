// What the Dashboard says, and how it is laid out: nothing hides behind a neighbour, charts draw the cells that they mean,
// and small numbers stay counts.

import { expect, test } from "vitest";
import type { BookReport } from "../../../../shared/report/book-report.ts";
import { type DashboardPage, dashboardPage } from "../../../../shared/report/dashboard/dashboard-page.ts";
import { dashboardKeys as keys } from "../../../../shared/report/dashboard/dashboard-tab.ts";
import { displayWidth } from "../../../../shared/report/display-width.ts";
import { reportFromTables } from "../../../../shared/report/report-from-tables.ts";
import { cellLooks } from "../../../../shared/table/body-look.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Chart } from "../../../../shared/table/chart.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { worldWith } from "../../engine/deals.ts";
import { demoYear } from "../demo-year.ts";

const dashboardKeys: readonly string[] = keys;
const NOON = parseMoment("2026-11-20T12:00:00Z");
const CHARACTERS_OF = [36, ...Array.from({ length: 9 }, () => 12)];

let year: { readonly report: BookReport; readonly page: DashboardPage } | undefined;

function demo() {
  if (year !== undefined) return year;
  const { tables, now, run } = demoYear();
  const { report } = reportFromTables(tables, { asOf: now, zone: run.zone, weeks: 13, alsoBy: "Source" });
  year = { report, page: dashboardPage(report) };
  return year;
}

function ofDeals(...names: readonly string[]): DashboardPage {
  const world = worldWith(...names);
  const { report } = reportFromTables(world.tables(), { asOf: NOON, weeks: 13 });
  return dashboardPage(report);
}

function figures({ rows }: DashboardPage, { headRow, lastRow }: Chart, column: string): readonly Cell[] {
  const at = dashboardKeys.indexOf(column);
  return rows.slice(headRow, lastRow + 1).map((line) => line[at] ?? null);
}

test("the first screen has a line for each board, three charts and no more, and what to look at first", () => {
  const { page, report } = demo();
  const first = page.rows.slice(0, 45).map(([cell = null]) => cell);
  expect(report.boards.filter(({ board }) => !first.includes(board))).toEqual([]);
  expect(page.look.charts.filter(({ anchor }) => anchor.row < 45).map(({ key }) => key)).toEqual([
    "book_past",
    "book_present",
    "book_future",
  ]);
  expect(first).toContain("Look at these first");
  expect(first).toContain("Happens by itself until tomorrow night");
});

test("a book of one board has its funnel, its stages with what is stuck, and its weeks on the first screen", () => {
  const { report } = demo();
  const { look } = dashboardPage({ ...report, boards: report.boards.slice(0, 1) });
  const [weeks, now, reached, aim] = look.charts;
  expect([weeks, now, reached].map((chart) => chart?.key)).toEqual([
    ...["board_1_weeks", "board_1_now", "board_1_reached"],
  ]);
  expect([weeks, now, reached].every((chart) => (chart?.anchor.row ?? 45) < 45)).toBe(true);
  expect(aim).toMatchObject({ key: "board_1_aim", series: [{ name: "Go on" }, { name: "Aim" }] });
});

test("every chart names its columns as the head of its table does, and draws figures", () => {
  const { page } = demo();
  for (const chart of page.look.charts) {
    for (const { column, name } of chart.series) {
      const [head, ...told] = figures(page, chart, column);
      expect([chart.key, head]).toEqual([chart.key, name]);
      expect(told.some((figure) => typeof figure === "number")).toBe(true);
    }
    expect(figures(page, chart, chart.labels).slice(1)).not.toContain(null);
  }
});

test("each chart has a key of its own and stands over empty rows that no other chart stands over", () => {
  const { rows, look } = demo().page;
  expect(new Set(look.charts.map(({ key }) => key)).size).toBe(look.charts.length);
  const places = look.charts.map(({ anchor }) => `${anchor.row} ${anchor.column}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { anchor } of look.charts) {
    const from = dashboardKeys.indexOf(anchor.column);
    const under = rows.slice(anchor.row, anchor.row + 12).flatMap((line) => line.slice(from));
    expect(under.filter((cell) => cell !== null && cell !== undefined)).toEqual([]);
  }
});

test("no text is cut off by the cell at its right, or runs beyond the last column", () => {
  const { rows, look } = demo().page;
  const looks = cellLooks(look.areas, { rows: rows.length, keys: dashboardKeys });
  const cut = rows.flatMap((line, row) =>
    line.flatMap((cell, at) => {
      if (typeof cell !== "string" || looks[row]?.[at]?.align === "right") return [];
      const next = line.findIndex((other, place) => place > at && other !== null);
      const room = CHARACTERS_OF.slice(at, next < 0 ? undefined : next).reduce((sum, each) => sum + each, 0);
      return displayWidth(cell) > room + 6 ? [cell] : [];
    }),
  );
  expect(cut).toEqual([]);
});

test("of fewer than five a share is told as so many of so many, and no chart draws it", () => {
  const world = worldWith("Ada", "Bob", "Cleo");
  world.edit("Ada", { Stage: "Lost" });
  world.run();
  const page = dashboardPage(reportFromTables(world.tables(), { asOf: NOON, weeks: 13 }).report);
  const line = page.rows.find(([name]) => name === "Deals");
  expect(line?.[7]).toBe("0 of 1");
  expect(page.rows.find(([name]) => name === "Lead")?.[5]).toBe("0 of 3");
});

test("what is stuck or wants somebody stands out, and nothing else does", () => {
  const { rows, look } = ofDeals("Ada");
  const looks = cellLooks(look.areas, { rows: rows.length, keys: dashboardKeys });
  const row = rows.findIndex(([name]) => name === "Deals");
  expect(rows[row]?.[1]).toBe(1);
  const isAmber = (cell: (typeof looks)[number][number]) => cell?.background === "#fef7e0";
  expect(looks[row]?.map(isAmber).indexOf(true)).toBe(1);
  expect(looks.flat().filter(isAmber).length).toBe(1);
});

test("a book without records says what will stand here, and draws nothing", () => {
  const { rows, look, changesDaily } = ofDeals();
  expect(rows.slice(0, 2)).toEqual([
    ["Nothing stands here yet"],
    ['There are no deals yet; the first name that is typed on the tab "Deals" starts the count'],
  ]);
  expect([look.charts, changesDaily]).toEqual([[], false]);
});

test("a chart tells who cannot see it what it shows, figure by figure", () => {
  const chart = ofDeals("Ada", "Bob").look.charts.find(({ key }) => key === "board_1_now");
  expect(chart?.altText).toMatch(/^Present: where the open deals stand\. Lead: On track 2, Stuck 0; /);
});
