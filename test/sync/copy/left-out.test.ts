// What is said of a spreadsheet before a copy leaves something of it out.

import { expect, test } from "vitest";
import { spreadsheetFromBook } from "../../../local/grid/book/spreadsheet-from-book.ts";
import { withNewChart } from "../../../local/grid/chart.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import { copiedSpreadsheet, fileZone } from "../../../sync/copy/copied-spreadsheet.ts";
import { leftOutOfGoogle } from "../../../sync/copy/left-out-of-google.ts";
import { handWritten } from "../../local/book/hand-written-book.ts";
import { at, gridOf, paint, seen } from "../../local/grid/grids.ts";

const sheet = (more: object) => ({ sheets: [{ properties: { title: "Sales" }, ...more }] });
const things = (more: object) => leftOutOfGoogle(sheet(more), new Map()).things;

test("slicers, filter views and tables of Google's are told, charts go along", () => {
  expect(things({ charts: [{ chartId: 1 }], tables: [{ tableId: "t" }] })).toEqual([
    '"Sales": a table (its cells stay)',
  ]);
  expect(things({ slicers: [{}], filterViews: [{}] })).toEqual([
    '"Sales": a slicer',
    '"Sales": a filter view',
  ]);
});

test("colours by a scale are told, those by a text or a formula are not", () => {
  const kept = { booleanRule: { condition: { type: "TEXT_EQ", values: [{ userEnteredValue: "Won" }] } } };
  expect(things({ conditionalFormats: [kept, { gradientRule: {} }] })).toEqual([
    '"Sales": a colour by a scale or an unusual rule',
  ]);
  expect(things({ conditionalFormats: [kept] })).toEqual([]);
});

test("cells with rules that the grid does not know are counted, alternating colours are looks", () => {
  const odd = new Map([["Sales", new Map([["rule", 3]])]]);
  expect(leftOutOfGoogle(sheet({ bandedRanges: [{}] }), odd)).toEqual({
    things: ['"Sales": 3 cells with rules for numbers, days or texts that may be typed'],
    looks: ['"Sales": alternating colours of its rows'],
  });
});

test("a tab that is a chart is told, and none of its own cells are", () => {
  const chart = { sheets: [{ properties: { title: "Chart1", sheetType: "OBJECT" } }] };
  expect(leftOutOfGoogle(chart, new Map()).things).toEqual([
    'the tab "Chart1", which has no cells of its own',
  ]);
});

test("charts that a file can hold go along into one, others are told", () => {
  const place = { row: 2, column: 4, offsetX: 0, offsetY: 0, widthPixels: 400, heightPixels: 250 };
  const range = at(gridOf([]), "A1:A3");
  const known = { kind: "bar", title: "Stages", headers: 1, labels: range, series: [{ range }] } as const;
  const pie = { kind: "other", title: "Shares", spec: { pieChart: {} } } as const;
  const [held, told] = [known, pie].map((content) => {
    const { state } = withNewChart(gridOf([["x"]]), 0, { place, content });
    return copiedSpreadsheet(state, { from: "google", to: "file", id: "" }).leftOut.things;
  });
  expect(held).toEqual([]);
  expect(told).toEqual(['"Sales": a chart']);
});

test("protections, notes of add-ons and angled texts have no place in a file", () => {
  const guarded = writeGrid(gridOf([["x"]]), {
    do: "protect",
    tab: 0,
    range: at(gridOf([]), "B2:B9"),
    description: "mine",
    onlyWarns: false,
  });
  const noted = writeGrid(guarded, {
    do: "addMetadata",
    place: { kind: "spreadsheet" },
    key: "another",
    value: "1",
    isVisibleToAll: true,
  });
  const angled = paint(noted, "A1", { otherFormat: { textRotation: { angle: 45 } } });
  expect(copiedSpreadsheet(angled, { from: "google", to: "file", id: "" }).leftOut).toEqual({
    things: [
      '"Sales": the protection of B2:B9',
      "what other add-ons noted about the spreadsheet, unseen by people",
    ],
    looks: ['"Sales": angles, paddings, cut-off texts and links within texts'],
  });
});

test("a dropdown by the name of a range is one of that range at Google, one by a formula is told and left out", () => {
  const rule = (where: string, formula: string) =>
    `<dataValidation type="list" sqref="${where}"><formula1>${formula}</formula1></dataValidation>`;
  const file = handWritten({
    tabs: {
      Sales: `<sheetData/><dataValidations count="2">${rule("A2:A9", "Stages")}${rule("B2:B9", "INDIRECT($A2)")}</dataValidations>`,
      Lists: "<sheetData/>",
    },
    afterTabs: '<definedNames><definedName name="Stages">Lists!$A$2:$A$9</definedName></definedNames>',
  });
  const grid = spreadsheetFromBook(file, { name: "Test" });
  const { state, leftOut } = copiedSpreadsheet(grid, { from: "file", to: "google", id: "g" });
  expect(seen(state, "A9:B9", "validations")).toMatchObject([
    [{ criteria: { kind: "range", range: { row: 2, column: 1, rows: 8 } } }, null],
  ]);
  expect(leftOut.things).toEqual(['"Sales": the dropdown of B2:B9, whose list is a formula']);
});

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["GMT-07:00", "Etc/GMT+7"],
  ["GMT+02:00", "Etc/GMT-2"],
  ["GMT+00:00", "Etc/GMT"],
])("the zone %s of Google's is %s in a file", (zone, name) => {
  expect(fileZone(zone)).toBe(name);
});
