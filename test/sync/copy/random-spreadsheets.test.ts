// Whatever a spreadsheet holds, a copy of it holds the same: sent to Google and read again, and written to a file and read
// again, over random cells, looks, rules and frames.

import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../local/grid/book/spreadsheet-from-book.ts";
import { type ChartContent, withNewChart } from "../../../local/grid/chart.ts";
import type { Paint, Validation, Written } from "../../../local/grid/protocol.ts";
import { rangeJson } from "../../../local/sheets-api/resource/ranges.ts";
import { after, at, gridOf, paint } from "../../local/grid/grids.ts";
import "../../seed.ts";
import { apiHere } from "./api-here.ts";
import { comparable } from "./comparable.ts";
import { reread, sent } from "./through-google.ts";

const RUNS = 25;
const api = await apiHere();
afterAll(async () => {
  await api.close();
  expect(api.violations()).toEqual([]);
});

const written = fc.oneof(
  fc.constantFrom<Written>("=A1&B2", "'=x", "'007", "two\nlines", null, true, false, { serial: 46_000.5 }),
  fc.string({ minLength: 1, maxLength: 8 }).map((text) => `'${text}`),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);
const cells = fc.array(fc.array(written, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 7 });
const range = fc
  .tuple(fc.nat(5), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 900 }))
  .map(([column, row, columns, rows]) => ({ tab: 0, column: column + 1, row: row + 1, columns, rows }));
const colour = fc.constantFrom("#000000", "#ffffff", "#12ab9f", "#808080");
const look: fc.Arbitrary<Paint> = fc.record(
  {
    numberFormat: fc.constantFrom("@", "0.00%", "yyyy-mm-dd", '"€"#,##0.00', "h:mm:ss"),
    background: colour,
    fontColour: colour,
    isBold: fc.boolean(),
    wrap: fc.boolean(),
    note: fc.constantFrom("why", "two\nlines"),
    otherFormat: fc.constantFrom(
      { textFormat: { italic: true, fontSize: 14 } },
      { horizontalAlignment: "CENTER", borders: { top: { style: "SOLID" } } },
    ),
  },
  { requiredKeys: [] },
);
const criteria: fc.Arbitrary<Validation["criteria"]> = fc.constantFrom(
  { kind: "list", values: ["Lead", "Won, at last"], showsDropdown: true } as const,
  { kind: "range", range: { tab: 0, row: 1, column: 1, rows: 9, columns: 1 }, showsDropdown: true } as const,
  { kind: "checkbox" } as const,
  { kind: "formula", formula: "$A$1>1" } as const,
);
const rule = fc.tuple(criteria, fc.boolean()).map(([each, allowsInvalid]): Paint => {
  return { validation: { criteria: each, allowsInvalid } };
});
const spreadsheet = fc
  .tuple(cells, fc.array(fc.tuple(range, fc.oneof(look, rule)), { maxLength: 6 }))
  .map(([values, paints]) =>
    paints.reduce((state, [where, how]) => paint(state, textOf(where), how), gridOf(values)),
  );

function textOf({
  row,
  column,
  rows,
  columns,
}: {
  row: number;
  column: number;
  rows: number;
  columns: number;
}) {
  const letters = (index: number) => String.fromCharCode(64 + index);
  return `${letters(column)}${row}:${letters(column + columns - 1)}${row + rows - 1}`;
}

const column = fc.tuple(fc.nat(4), fc.nat(8), fc.integer({ min: 2, max: 9 })).map(([at0, row, rows]) => {
  return { tab: 0, column: at0 + 1, row: row + 1, columns: 1, rows };
});
const known: fc.Arbitrary<ChartContent> = fc.record(
  {
    kind: fc.constantFrom("bar", "column", "line"),
    title: fc.constantFrom("Stages", "Won & lost"),
    altText: fc.constant("How many stand where"),
    isStacked: fc.constant(true),
    headers: fc.nat(2),
    legend: fc.constantFrom("none", "bottom"),
    labels: column,
    series: fc.array(fc.record({ range: column, colour }, { requiredKeys: ["range"] }), { maxLength: 3 }),
  },
  { requiredKeys: ["kind", "title", "headers", "series"] },
);
const other: fc.Arbitrary<ChartContent> = column.map((cells) => ({
  kind: "other",
  title: "Shares",
  spec: { title: "Shares", pieChart: { series: { sourceRange: { sources: [rangeJson(cells)] } } } },
}));
const chart = fc.tuple(fc.oneof(known, other), fc.nat(20), fc.nat(9)).map(([content, row, offsetX]) => {
  const place = { row: row + 1, column: 3, offsetX, offsetY: 0, widthPixels: 480, heightPixels: 260 };
  return { content, place };
});
const charted = fc
  .tuple(spreadsheet, fc.array(chart, { maxLength: 3 }))
  .map(([state, charts]) => charts.reduce((before, each) => withNewChart(before, 0, each).state, state));

test(
  "what is sent to Google and read again is the same spreadsheet",
  () =>
    fc.assert(
      fc.asyncProperty(charted, async (state) => {
        const { state: back } = await reread(api, await sent(api, state));
        expect(comparable(back)).toEqual(comparable(state));
      }),
      { numRuns: RUNS },
    ),
  60_000,
);

test(
  "what is read from Google, written to a file and read again is the same spreadsheet",
  () =>
    fc.assert(
      fc.asyncProperty(spreadsheet, async (state) => {
        const two = after(state, { do: "newTab", name: "It's another" });
        const named = { ...two, namedRanges: [{ name: "Here", range: at(two, "B2:C3") }] };
        const { state: read } = await reread(api, named);
        const back = spreadsheetFromBook(bookFromSpreadsheet(read), { name: read.name });
        expect(comparable(back)).toEqual(comparable(read));
      }),
      { numRuns: RUNS },
    ),
  60_000,
);
