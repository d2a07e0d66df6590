// Charts on their way through a file: ours come back as they were, people's are told to be left out.

import { expect, test } from "vitest";
import { applyChanges } from "../../../../local/book/apply-changes.ts";
import { newBook, readBook } from "../../../../local/book/book.ts";
import { packageBytes } from "../../../../local/book/package.ts";
import { bookFromSpreadsheet } from "../../../../local/grid/book/book-from-spreadsheet.ts";
import { leftOutOf } from "../../../../local/grid/book/left-out.ts";
import { spreadsheetFromBook } from "../../../../local/grid/book/spreadsheet-from-book.ts";
import { withNewChart } from "../../../../local/grid/chart.ts";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { Chart } from "../../../../shared/table/chart.ts";
import { chartsInMark } from "../../../../shared/table/dressing/kept-charts.ts";

const chart: Chart = {
  key: "stages",
  kind: "bar",
  isStacked: true,
  title: "Deals & more",
  altText: 'Lead 5, "Offer" 3',
  headRow: 1,
  lastRow: 3,
  labels: "label",
  series: [
    { column: "now", name: "Now", colour: "#1a73e8" },
    { column: "won", name: "Won", colour: "#188038" },
  ],
  anchor: { row: 0, column: "won" },
  widthPixels: 480,
  heightPixels: 260,
};
const changes: readonly Change[] = [
  {
    kind: "layOut",
    tab: "Figures",
    layout: {
      key: "figures",
      tab: "Figures",
      hidden: false,
      gridLines: "none",
      columns: ["label", "now", "won"].map((key) => {
        return { key, header: key, widthCharacters: 12, format: "general" } as const;
      }),
      preparedRows: 0,
    },
  },
  {
    kind: "replaceBody",
    tab: "Figures",
    rows: [
      { label: "Stages" },
      { label: "Stage", now: "Now", won: "Won" },
      { label: "Lead", now: 5, won: 1 },
      { label: "Offer", now: 3, won: 0 },
    ],
    look: {
      areas: [{ firstRow: 0, lastRow: 0, look: { weight: "bold", size: 14, align: "center" } }],
      charts: [chart],
    },
  },
];
const file = packageBytes(applyChanges(newBook(), changes).book.package);
const opened = spreadsheetFromBook(file, { name: "book.xlsx" });
const saved = (state: Spreadsheet) => spreadsheetFromBook(bookFromSpreadsheet(state), { name: "book.xlsx" });
const figures = (state: Spreadsheet) => state.tabs.find(({ name }) => name === "Figures");

test("a chart of the command's is there when its file is opened", () => {
  const tab = figures(opened)?.id ?? 0;
  const cells = (column: number) => ({ tab, row: 3, column, rows: 3, columns: 1 });
  const [shown] = figures(opened)?.charts ?? [];
  expect(shown).toMatchObject({
    place: { row: 2, column: 3, offsetX: 4, offsetY: 4, widthPixels: 480, heightPixels: 260 },
    content: {
      kind: "bar",
      isStacked: true,
      title: "Deals & more",
      altText: 'Lead 5, "Offer" 3',
      headers: 1,
      legend: "bottom",
      labels: cells(1),
      series: [
        { range: cells(2), colour: "#1a73e8" },
        { range: cells(3), colour: "#188038" },
      ],
    },
  });
});

test("a chart, its name, its looks and hidden grid lines are the same after saving", () => {
  const again = saved(opened);
  expect(figures(again)?.charts).toEqual(figures(opened)?.charts);
  expect(figures(again)?.otherProperties).toEqual({ hideGridlines: true });
  expect(figures(again)?.rows[1]?.cells[0]).toEqual(figures(opened)?.rows[1]?.cells[0]);
  const [mark] = again.metadata.filter(({ key }) => key === "stageline_charts");
  expect(chartsInMark(mark?.value ?? "").map(({ key }) => key)).toEqual(["stages"]);
});

test("the command finds its chart in a file that was saved, and draws it anew in its place", () => {
  const book = readBook(bookFromSpreadsheet(opened), "book.xlsx");
  const again = applyChanges(book, changes.slice(1)).book;
  const state = spreadsheetFromBook(packageBytes(again.package), { name: "book.xlsx" });
  expect(figures(state)?.charts.map(({ content }) => content.title)).toEqual(["Deals & more"]);
});

test("charts of ours are no loss, and a person's is told of", () => {
  const book = readBook(file, "book.xlsx");
  expect(leftOutOf(book)).toEqual({ things: [], looks: [] });
  const theirs = withNewChart(opened, figures(opened)?.id ?? 0, {
    place: { row: 9, column: 1, offsetX: 0, offsetY: 0, widthPixels: 300, heightPixels: 200 },
    content: figures(opened)?.charts[0]?.content ?? { kind: "line", title: "", headers: 0, series: [] },
  }).state;
  expect(leftOutOf(readBook(bookFromSpreadsheet(theirs), "book.xlsx")).things).toEqual([
    '"Figures": a chart',
  ]);
});
