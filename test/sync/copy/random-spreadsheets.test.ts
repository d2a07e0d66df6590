// Whatever a spreadsheet holds, a copy of it holds the same: sent to Google and read again, and written to a file and read
// again, over random cells, looks, rules and frames.

import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../local/grid/book/spreadsheet-from-book.ts";
import type { Paint, Validation, Written } from "../../../local/grid/protocol.ts";
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

test(
  "what is sent to Google and read again is the same spreadsheet",
  () =>
    fc.assert(
      fc.asyncProperty(spreadsheet, async (state) => {
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
