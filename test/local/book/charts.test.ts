// Charts of ours in an .xlsx file, as LibreOffice sees them: each with its cells, beside those of people.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { type Book, newBook, readBook } from "../../../local/book/book.ts";
import { packageBytes } from "../../../local/book/package.ts";
import type { BodyLook } from "../../../shared/table/body-look.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { Chart } from "../../../shared/table/chart.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import { editInLibreOffice, lookInLibreOffice } from "../../hands/libre-office.ts";

const folder = mkdtempSync(join(tmpdir(), "charts-"));
const path = join(folder, "book.xlsx");
const layout: TabLayout = {
  ...{ key: "figures", tab: "Our figures", hidden: false, preparedRows: 0, gridLines: "none" },
  columns: ["stage", "now", "stuck"].map((key) => ({
    ...{ key, header: "", widthCharacters: 12, format: "general" },
  })),
};
const rows = [
  { stage: "Stage", now: "Now", stuck: "Stuck" },
  { stage: "Lead", now: 4, stuck: 1 },
  { stage: "Offer", now: 2, stuck: 0 },
];
const chart: Chart = {
  ...{ key: "now", kind: "bar", isStacked: true, title: "Where they stand", altText: "Lead 4 & Offer 2" },
  ...{ headRow: 0, lastRow: 2, labels: "stage", anchor: { row: 4, column: "stage" } },
  series: [
    { column: "now", name: "Now", colour: "#4285f4" },
    { column: "stuck", name: "Stuck", colour: "#f29900" },
  ],
  ...{ widthPixels: 300, heightPixels: 200 },
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function changes(charts: readonly Chart[], areas: BodyLook["areas"] = []): readonly Change[] {
  return [
    { kind: "layOut", tab: layout.tab, layout },
    { kind: "replaceBody", tab: layout.tab, rows, look: { areas, charts } },
  ];
}

function saved(book: Book): Book {
  return readBook(packageBytes(book.package), "book");
}

async function seen(book: Book, tab = layout.tab) {
  writeFileSync(path, packageBytes(book.package));
  return (await lookInLibreOffice(path)).find(({ name }) => name === tab);
}

test("a chart draws the cells of its rows, and says what it shows", async () => {
  const { book } = applyChanges(newBook(), changes([chart]));
  expect((await seen(book))?.drawn).toEqual([
    {
      name: "Stageline chart now",
      altText: "Lead 4 & Offer 2",
      title: "Where they stand",
      ranges: ["A3:A4", "B2", "B3:B4", "C2", "C3:C4"].map((cells) => `'Our figures'.${cells}`),
      ...{ kind: "ColumnChartType", stacked: true, lying: true },
    },
  ]);
}, 120_000);

test("columns and lines are drawn, too", async () => {
  const column: Chart = { ...chart, key: "columns", kind: "column" };
  const line: Chart = { ...chart, key: "line", kind: "line" };
  const { book } = applyChanges(newBook(), changes([column, line]));
  expect((await seen(book))?.drawn.map(({ kind, lying }) => [kind, lying])).toEqual([
    ["ColumnChartType", false],
    ["LineChartType", false],
  ]);
}, 120_000);

test("the same charts written again change no byte", () => {
  const once = saved(applyChanges(newBook(), changes([chart])).book);
  expect(applyChanges(once, changes([chart])).book).toBe(once);
});

test("a chart takes the place of the one with its key, and ours that are not named go with their parts", async () => {
  const other: Chart = { ...chart, key: "other" };
  const both = saved(applyChanges(newBook(), changes([chart, other])).book);
  const renamed = { ...chart, title: "Now" };
  const one = saved(applyChanges(both, changes([renamed])).book);
  const none = applyChanges(one, changes([])).book;
  const parts = (book: Book) => [...book.package.parts.keys()].filter((name) => /chart\d/.test(name));
  expect([both, one, none].map(parts)).toEqual([
    ["xl/charts/chart1.xml", "xl/charts/chart2.xml"],
    ["xl/charts/chart1.xml"],
    [],
  ]);
  expect((await seen(one))?.drawn.map(({ title }) => title)).toEqual(["Now"]);
  expect((await seen(none))?.charts).toBe(0);
}, 120_000);

test("charts of people on the same tab and on others stand as they are, byte for byte", async () => {
  const anchor = { from: { row: 9, col: 0 }, to: { row: 19, col: 4 } };
  const theirs = (name: string) => ({
    ...{
      name,
      rows: [
        ["", "", ""],
        ["Mine", 3, 5],
      ],
    },
    charts: [
      {
        type: "column" as const,
        title: "Mine",
        series: [{ name: "Mine", values: `'${name}'!$B$2:$C$2` }],
        anchor,
      },
    ],
  });
  const before = await writeXlsx({ sheets: [theirs(layout.tab), theirs("Own")] });
  const after = applyChanges(readBook(before, "book"), changes([chart])).book;
  const [old, now] = [unzipSync(before), unzipSync(packageBytes(after.package))];
  const changed = Object.keys(old).filter(
    (name) => Buffer.compare(old[name] ?? new Uint8Array(), now[name] ?? new Uint8Array()) !== 0,
  );
  expect(changed.filter((name) => /chart|sheet2|drawing2/.test(name))).toEqual([]);
  expect((await seen(after))?.drawn.map(({ title }) => title)).toEqual(["Mine", "Where they stand"]);
  expect((await seen(after, "Own"))?.drawn.map(({ title }) => title)).toEqual(["Mine"]);
  const without = applyChanges(saved(after), changes([])).book;
  expect((await seen(without))?.drawn.map(({ title }) => title)).toEqual(["Mine"]);
}, 120_000);

test("charts are known again in a book that another program saved", async () => {
  const { book } = applyChanges(newBook(), changes([chart]));
  writeFileSync(path, packageBytes(book.package));
  await editInLibreOffice(path, [{ do: "set", tab: layout.tab, cell: "B3", value: 7 }]);
  const again = applyChanges(readBook(readFileSync(path), "book"), changes([{ ...chart, title: "Again" }]));
  expect((await seen(again.book))?.drawn.map(({ title }) => title)).toEqual(["Again"]);
}, 120_000);

test("cells look as their areas say, and plain again where no area names them any more", async () => {
  const areas = [
    { firstRow: 0, lastRow: 0, look: { weight: "bold", background: "#f1f3f4" } },
    { firstRow: 1, lastRow: 2, columns: ["now"], look: { format: "0.00", align: "right" } },
  ] as const;
  const dressed = saved(applyChanges(newBook(), changes([], areas)).book);
  const { A2, A3, B3 } = (await seen(dressed))?.cells ?? {};
  expect([A2?.bold, A3?.bold, B3?.shown]).toEqual([true, false, "4.00"]);
  expect(applyChanges(dressed, changes([], areas)).book).toBe(dressed);
  const plain = (await seen(applyChanges(dressed, changes([])).book))?.cells ?? {};
  expect([plain["A2"]?.bold, plain["B3"]?.shown]).toEqual([false, "4"]);
}, 120_000);

test("a text that begins like a formula stays one under any look", async () => {
  const wanted = changes([], [{ firstRow: 0, lastRow: 0, look: { weight: "bold" } }]).map((change) =>
    change.kind === "replaceBody" ? { ...change, rows: [{ stage: "=1+1" }] } : change,
  );
  const { book } = applyChanges(newBook(), wanted);
  expect((await seen(book))?.cells["A2"]).toMatchObject({ value: "=1+1", bold: true });
}, 120_000);
