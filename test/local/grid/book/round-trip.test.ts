import { expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../../local/grid/book/spreadsheet-from-book.ts";
import { recalculate } from "../../../../local/grid/recalculate.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import { newTab, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { after, at, dropdown, framedTab, gridOf, paint, seen, write } from "../grids.ts";

const written = (state: Spreadsheet) => spreadsheetFromBook(bookFromSpreadsheet(state), { name: "Test" });

const values = gridOf([
  ["'=1+1", "'007", "a\nb & <c> _x0041_ \u0001", " spaces ", "'"],
  [12.5, true, false, { serial: 46_346 }, { serial: 46_346.75 }],
]);

test("values come back as they were, whatever they look like", () => {
  expect(seen(written(values), "A1:E2")).toEqual(seen(values, "A1:E2"));
  expect(seen(written(values), "A2:E2", "formats")).toEqual(seen(values, "A2:E2", "formats"));
});

test("looks and notes come back, on empty cells and whole columns too", () => {
  const drawn = paint(values, "B1:C3", {
    background: "#ff0000",
    fontColour: "#00ff00",
    isBold: true,
    wrap: true,
  });
  const grid = paint(paint(drawn, "D1:D1000", { numberFormat: "@" }), "B9", { note: "why\nnot" });
  const back = written(grid);
  for (const what of ["formats", "backgrounds", "notes"] as const) {
    expect(seen(back, "A1:E1000", what)).toEqual(seen(grid, "A1:E1000", what));
  }
  expect(back.tabs[0]?.rows[0]?.cells[1]).toMatchObject({ fontColour: "#00ff00", isBold: true, wrap: true });
});

test("fonts, lines, alignment, borders and heights come back", () => {
  const otherFormat = {
    textFormat: { italic: true, underline: true, fontFamily: "Georgia", fontSize: 14 },
    horizontalAlignment: "RIGHT",
    verticalAlignment: "MIDDLE",
    borders: {
      top: { style: "DOUBLE" },
      left: { style: "SOLID", colorStyle: { rgbColor: { red: 1 } } },
    },
  };
  const drawn = paint(values, "B2:C3", { otherFormat, isBold: true });
  const [tab] = drawn.tabs;
  const rows = tab?.rows.map((row, index) =>
    row !== undefined && index === 1 ? { ...row, heightPixels: 40 } : row,
  );
  const back = written({ ...drawn, tabs: [{ ...(tab ?? newTab(0, "Sales")), rows: rows ?? [] }] });
  expect(back.tabs[0]?.rows[2]?.cells[2]).toMatchObject({ otherFormat, isBold: true });
  expect(back.tabs[0]?.rows[1]?.heightPixels).toBe(40);
});

test("rules come back cell by cell: short lists, long lists, ranges, boxes, formulas", () => {
  const long = Array.from({ length: 60 }, (_, index) => `stage, number ${index}`);
  const range = at(values, "A1:A2");
  const rules = [
    ["A2:A5", dropdown("Lead", "Won")],
    ["B2:B1000", dropdown(...long)],
    ["C2", { validation: { criteria: { kind: "range", range, showsDropdown: true }, allowsInvalid: true } }],
    ["D3:D4", { validation: { criteria: { kind: "checkbox" }, allowsInvalid: false, helpText: "tick it" } }],
    ["E2", { validation: { criteria: { kind: "formula", formula: "$A2>1" }, allowsInvalid: true } }],
    ["E3", { validation: { criteria: { kind: "formula", formula: "$A3>1" }, allowsInvalid: true } }],
  ] as const;
  const grid = rules.reduce((state, [where, look]) => paint(state, where, look), values);
  const back = written(grid);
  expect(seen(back, "A1:F1000", "validations")).toEqual(seen(grid, "A1:F1000", "validations"));
  expect(back.tabs).toHaveLength(1);
});

test("colours by rule, frozen and hidden parts, widths, merges, filter and names come back", () => {
  const wide = framedTab(values);
  const filtered = after(wide, { do: "setFilter", range: at(wide, "A1:E2") });
  const [tab] = filtered.tabs;
  if (tab === undefined) throw new Error("no tab");
  const merged = { ...filtered, tabs: [{ ...tab, merges: [at(values, "A20:B21")] }] };
  const grid = { ...merged, namedRanges: [{ name: "Here", range: at(values, "B2:C3") }, { name: "Gone" }] };
  const back = written(grid);
  const frame = ({ tabs, namedRanges }: Spreadsheet) => {
    const { rows, shifts, ...rest } = tabs[0] ?? {};
    return { rest, namedRanges };
  };
  expect(frame(back)).toEqual(frame(grid));
});

test("hidden tabs stay hidden, and marks come back as metadata", () => {
  const two = after(values, { do: "newTab", name: "It's hidden" });
  const hidden = after(two, { do: "hideTab", tab: two.tabs[1]?.id ?? 0 });
  const marked = [
    { place: { kind: "tab", tab: 0 }, key: "stageline_tab", value: "board.deals" },
    { place: { kind: "column", tab: 0, column: 3 }, key: "stageline_column", value: "stage" },
  ] as const;
  const grid = marked.reduce(
    (state, entry) => writeGrid(state, { do: "addMetadata", ...entry, isVisibleToAll: true }),
    hidden,
  );
  const back = written(grid);
  expect(back.tabs.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ["Sales", false],
    ["It's hidden", true],
  ]);
  expect(back.metadata.map(({ id, ...entry }) => entry)).toEqual(
    grid.metadata.map(({ id, ...entry }) => entry),
  );
});

test("formulas come back with their results, and what they spilled is theirs still", () => {
  const functions = (name: string) =>
    name === "TWO"
      ? [
          [1, 2],
          [3, 4],
        ]
      : undefined;
  const grid = recalculate(write(gridOf([]), "A1:A3", [["=TWO()"], [null], ['=Sheet2!A1&"x"']]), functions);
  const back = written(grid);
  expect(seen(back, "A1:B3")).toEqual([
    [1, 2],
    [3, 4],
    [{ error: "#N/A" }, null],
  ]);
  expect(seen(back, "A1:B3", "formulas")).toEqual(seen(grid, "A1:B3", "formulas"));
  expect(seen(recalculate(back, functions), "A1:B2")).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(
    seen(
      recalculate(back, () => 7),
      "A1:B2",
    ),
  ).toEqual([
    [7, null],
    [null, null],
  ]);
});
