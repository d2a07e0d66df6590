// What a page is told of charts: the figures in their cells, as those stand now.

import { expect, test } from "vitest";
import { withNewChart } from "../../../local/grid/chart.ts";
import { shownBook } from "../../../local/preview/shown/shown-book.ts";
import { shownChanges } from "../../../local/preview/shown/shown-changes.ts";
import { at, gridOf, write } from "../grid/grids.ts";

const bare = gridOf([
  ["Stage", "Now"],
  ["Lead", 5],
  ["Offer", "n/a"],
]);
const place = { row: 2, column: 4, offsetX: 4, offsetY: 4, widthPixels: 480, heightPixels: 260 };
const content = {
  kind: "bar",
  title: "Stages",
  headers: 1,
  labels: at(bare, "A1:A3"),
  series: [{ range: at(bare, "B1:B3"), colour: "#1a73e8" }],
} as const;
const charted = withNewChart(bare, 0, { place, content }).state;

test("a chart's figures are those of its cells, named by their heads", () => {
  expect(shownBook(charted).charts["0"]).toEqual([
    {
      id: expect.any(Number),
      place: { ...place, row: 1, column: 3 },
      title: "Stages",
      figures: {
        kind: "bar",
        isStacked: false,
        title: "Stages",
        points: ["Lead", "Offer"],
        series: [{ name: "Now", colour: "#1a73e8", values: [5, undefined], texts: ["5", "n/a"] }],
        widthPixels: 480,
        heightPixels: 260,
      },
    },
  ]);
});

test("a page draws a chart anew when a cell of it changes, or the chart moves, and else not", () => {
  const told = (state: typeof charted) =>
    shownChanges(charted, state)
      .map(({ what }) => what)
      .filter((what) => what === "charts");
  expect(told(write(charted, "B2", [[6]]))).toEqual(["charts"]);
  expect(told(write(charted, "G9", [[6]]))).toEqual([]);
  expect(told(withNewChart(charted, 0, { place, content }).state)).toEqual(["charts"]);
});

test("of a chart that is not drawn the page is told the title", () => {
  const pie = { kind: "other", title: "Shares", spec: { pieChart: {} } } as const;
  const [shown] = shownBook(withNewChart(bare, 0, { place, content: pie }).state).charts["0"] ?? [];
  expect(shown).toEqual({ id: shown?.id, place: { ...place, row: 1, column: 3 }, title: "Shares" });
});
