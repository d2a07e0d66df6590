// Charts as a script makes, finds, changes and removes them.

import { expect, test } from "vitest";
import { lastExecution, smallGoogle } from "./small-google.ts";

const BUILD = `var build = function (title, builder) {
  return (builder || sheet.newChart()).setChartType(Charts.ChartType.BAR).clearRanges()
    .addRange(sheet.getRange("A1:A4")).addRange(sheet.getRange("C1:C4")).setNumHeaders(1)
    .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS).setTransposeRowsAndColumns(false)
    .setOption("title", title).setOption("colors", ["#1A73E8"]).setOption("legend", { position: "none" })
    .setOption("width", 480).setOption("height", 260).setOption("useFirstColumnAsDomain", true);
};
var told = function () {
  return sheet.getCharts().map(function (chart) {
    var at = chart.getContainerInfo();
    return [chart.getOptions().get("title"), at.getAnchorRow(), at.getAnchorColumn(), at.getOffsetX(), at.getOffsetY()];
  });
};`;

const small = (body: string) =>
  smallGoogle(`function go() {
    var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Deals");
    ${BUILD}
    ${body}
  }`);
const go = (body: string) => small(body).ada.page("go");
const insert = `sheet.insertChart(build("Stages").setPosition(2, 5, 4, 6).build());`;

test("a chart stands where it was put, under the title that it was given", () => {
  expect(go(`${insert} return told();`)).toEqual([["Stages", 2, 5, 4, 6]]);
});

test("the first column of a chart names its points, every other one is a series", () => {
  const world = small(insert);
  world.ada.page("go");
  const [chart] = world.google.spreadsheet(world.book).state.tabs[0]?.charts ?? [];
  const column = (at: number) => ({ tab: 0, row: 1, column: at, rows: 4, columns: 1 });
  expect(chart).toMatchObject({
    place: { widthPixels: 480, heightPixels: 260 },
    content: {
      kind: "bar",
      title: "Stages",
      headers: 1,
      legend: "none",
      labels: column(1),
      series: [{ range: column(3), colour: "#1a73e8" }],
    },
  });
});

test("a new chart has an id only once it is in the sheet", () => {
  const told = `var chart = build("Stages").build(); sheet.insertChart(chart);
    return [chart.getChartId(), typeof sheet.getCharts()[0].getChartId()];`;
  expect(go(told)).toEqual([null, "number"]);
});

test("a changed chart keeps its id, its place and what was not said anew", () => {
  expect(
    go(`${insert} var chart = sheet.getCharts()[0];
      sheet.updateChart(build("Now", chart.modify()).build());
      return told().concat([[sheet.getCharts()[0].getChartId() === chart.getChartId()]]);`),
  ).toEqual([["Now", 2, 5, 4, 6], [true]]);
});

test("a removed chart is gone, and the others stay", () => {
  expect(
    go(`${insert} sheet.insertChart(build("Won").build());
      sheet.removeChart(sheet.getCharts()[0]); return told();`),
  ).toEqual([["Won", 1, 1, 0, 0]]);
});

test("charts wait in the buffer and cost one trip to ask for", () => {
  const trips = (body: string) => {
    const world = small(body);
    world.ada.page("go");
    return lastExecution(world).counts.trips;
  };
  const findingTheTab = trips("");
  expect(trips(`${insert} ${insert} sheet.getCharts();`)).toBe(findingTheTab + 1);
});

test.each([
  [`build("a").setOption("curveType", "function")`, "curveType"],
  [`sheet.updateChart(build("a").build())`, "no such chart"],
  [`sheet.insertChart(build("a").setPosition(5000, 1, 0, 0).build()); SpreadsheetApp.flush()`, "outside"],
])("what cannot be done with a chart is refused: %s", (call, words) => {
  expect(() => go(call)).toThrow(words);
});
