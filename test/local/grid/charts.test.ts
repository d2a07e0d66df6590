// Charts lie over cells and draw cells: both go where rows, columns and tabs go.

import { expect, test } from "vitest";
import { type ChartContent, type ChartPlace, chartById, withNewChart } from "../../../local/grid/chart.ts";
import { actAs, newHistory, undo } from "../../../local/grid/people/history.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import type { GridRange } from "../../../local/grid/protocol.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { after, at, gridOf } from "./grids.ts";

const CHART = 7;
const place: ChartPlace = { row: 2, column: 4, offsetX: 4, offsetY: 4, widthPixels: 480, heightPixels: 260 };
const bare = gridOf(
  [
    ["Stage", "Now"],
    ["Lead", 5],
    ["Offer", 3],
  ],
  { tabs: ["Sales", "Numbers"] },
);

function charted(content: Partial<ChartContent> = {}, tab = 0): Spreadsheet {
  const known = {
    kind: "bar",
    title: "Stages",
    headers: 1,
    labels: at(bare, "A1:A3"),
    series: [{ range: at(bare, "B1:B3"), colour: "#1a73e8" }],
  } as const;
  return withNewChart(bare, tab, { id: CHART, place, content: { ...known, ...content } as ChartContent })
    .state;
}

const pie = charted({
  kind: "other",
  title: "Shares",
  spec: {
    pieChart: {
      series: {
        sourceRange: {
          sources: [{ startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 }],
        },
      },
    },
  },
});

const lines = (act: "insertLines" | "deleteLines", axis: "rows" | "columns", first: number): PersonAct =>
  act === "insertLines"
    ? { do: act, tab: 0, axis, at: first, count: 1, side: "before" }
    : { do: act, tab: 0, axis, at: first, count: 1 };

function drawn(state: Spreadsheet) {
  const { content, place: stands } = chartById(state, CHART).chart;
  if (content.kind === "other") return { stands, labels: undefined, series: [] };
  return { stands, labels: content.labels, series: content.series.map(({ range }) => range) };
}

const rows = (range: GridRange | undefined) => range && [range.row, range.rows];

test("rows that come in above a chart move it and the cells that it draws", () => {
  const moved = drawn(after(charted(), lines("insertLines", "rows", 1)));
  expect(moved.stands).toMatchObject({ row: 3, column: 4 });
  expect([moved.labels, ...moved.series].map(rows)).toEqual([
    [2, 3],
    [2, 3],
  ]);
});

test("a row that comes in between the cells of a chart is drawn, too", () => {
  const { stands, series } = drawn(after(charted(), lines("insertLines", "rows", 3)));
  expect([stands.row, ...series.map(rows)]).toEqual([2, [1, 4]]);
});

test("a chart whose own cell is deleted lies at the cell that took its place", () => {
  expect(drawn(after(charted(), lines("deleteLines", "rows", 2))).stands.row).toBe(2);
  expect(drawn(after(charted(), lines("deleteLines", "columns", 4))).stands.column).toBe(4);
});

test("a chart draws nothing of a column that is deleted", () => {
  expect(drawn(after(charted(), lines("deleteLines", "columns", 2)))).toMatchObject({ series: [] });
  expect(drawn(after(charted(), lines("deleteLines", "columns", 1))).labels).toBeUndefined();
});

test("a chart of a kind that the grid does not know keeps its cells where they go", () => {
  const { content } = chartById(after(pie, lines("insertLines", "columns", 1)), CHART).chart;
  expect(JSON.stringify(content)).toContain('"startColumnIndex":2,"endColumnIndex":3');
});

test("a chart on another tab follows the cells that it draws, and stays where it lies", () => {
  const { stands, labels } = drawn(after(charted({}, 1001), lines("insertLines", "rows", 1)));
  expect([stands.row, rows(labels)]).toEqual([2, [2, 3]]);
});

test("a copy of a tab has charts of its own, which draw the cells of the copy", () => {
  const [first, copy] = after(charted(), { do: "copyTab", tab: 0 }).tabs;
  expect(first?.charts.map(({ id }) => id)).toEqual([CHART]);
  expect(copy?.charts[0]?.id).not.toBe(CHART);
  expect(JSON.stringify(copy?.charts)).toContain(`"tab":${copy?.id}`);
});

test("a deleted tab takes its charts along, and charts elsewhere draw nothing of it", () => {
  const gone = after(charted({}, 1001), { do: "deleteTab", tab: 0 });
  expect(drawn(gone)).toMatchObject({ labels: undefined, series: [] });
  expect(after(charted(), { do: "deleteTab", tab: 0 }).tabs.flatMap(({ charts }) => charts)).toEqual([]);
});

test("who moved or deleted a chart can undo it", () => {
  const away = { ...place, row: 9 };
  for (const what of [
    { do: "placeChart", chart: CHART, place: away },
    { do: "deleteChart", chart: CHART },
  ] as const) {
    const { state, history } = actAs(newHistory, charted(), what);
    expect(undo(state, history).state.tabs[0]?.charts).toEqual(charted().tabs[0]?.charts);
  }
});

test("a chart outside the tab, or of cells outside, is refused", () => {
  const outside = { ...place, row: 1001 };
  const content = { kind: "line", title: "", headers: 0, series: [] } as const;
  expect(() => writeGrid(bare, { do: "insertChart", tab: 0, place: outside, content })).toThrow(/outside/);
  expect(() => writeGrid(bare, { do: "removeChart", id: 99 })).toThrow("No embedded object with the ID 99");
});
