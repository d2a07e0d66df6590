// Charts through the API: added, given other cells, moved and taken away, and told as they are.

import { expect, test } from "vitest";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { batchUpdated } from "../../../../local/sheets-api/batch/batch-update.ts";
import { gridOf } from "../../grid/grids.ts";
import { apiAtWork } from "../api-at-work.ts";
import { refusal } from "./batches.ts";

const grid = gridOf([
  ["Stage", "Now"],
  ["Lead", 5],
]);
const sources = (column: number) => ({
  sourceRange: {
    sources: [{ startRowIndex: 0, endRowIndex: 2, startColumnIndex: column, endColumnIndex: column + 1 }],
  },
});
const basicChart = {
  chartType: "BAR",
  legendPosition: "NO_LEGEND",
  domains: [{ domain: sources(0) }],
  series: [{ series: sources(1), colorStyle: { rgbColor: { green: 128 / 255, blue: 1 } } }],
  headerCount: 1,
};
const spec = { title: "Stages", altText: "How many stand where", basicChart };
const overlayPosition = { anchorCell: { rowIndex: 3, columnIndex: 1 }, offsetXPixels: 4, widthPixels: 480 };
const add = (chart: object = { spec }) => ({
  addChart: { chart: { chartId: 7, position: { overlayPosition }, ...chart } },
});

function after(...requests: readonly object[]): Spreadsheet {
  return batchUpdated(grid, { requests: [add(), ...requests] }).state;
}
const [chartOf, contentOf] = [
  (state: Spreadsheet) => state.tabs[0]?.charts[0],
  (state: Spreadsheet) => state.tabs[0]?.charts[0]?.content,
];

test("an added chart lies where it was put, as large as it was told or as is usual", () => {
  expect(chartOf(after())).toMatchObject({
    id: 7,
    place: { row: 4, column: 2, offsetX: 4, offsetY: 0, widthPixels: 480, heightPixels: 371 },
    content: { kind: "bar", title: "Stages", series: [{ colour: "#0080ff" }] },
  });
});

test("a chart that says more than the grid knows is kept word for word", () => {
  const more = { ...spec, basicChart: { ...basicChart, lineSmoothing: true }, fontName: "Roboto" };
  expect(contentOf(batchUpdated(grid, { requests: [add({ spec: more })] }).state)).toEqual({
    kind: "other",
    title: "Stages",
    spec: more,
  });
});

test("another spec leaves a chart where it is, and another place leaves what it draws", () => {
  const changed = after(
    { updateChartSpec: { chartId: 7, spec: { ...spec, title: "Now" } } },
    {
      updateEmbeddedObjectPosition: {
        objectId: 7,
        newPosition: { overlayPosition: { anchorCell: { rowIndex: 9 }, widthPixels: 90 } },
        fields: "anchorCell",
      },
    },
  );
  expect(chartOf(changed)).toMatchObject({
    place: { row: 10, column: 1, offsetX: 4, widthPixels: 480 },
    content: { title: "Now" },
  });
});

test("a deleted chart is gone", () => {
  expect(chartOf(after({ deleteEmbeddedObject: { objectId: 7 } }))).toBeUndefined();
});

test.each([
  [{ deleteEmbeddedObject: { objectId: 8 } }, "No embedded object with the ID 8 exists"],
  [{ updateChartSpec: { chartId: 8, spec } }, "No embedded object with the ID 8 exists"],
  [add(), "An embedded object with the ID 7 already exists"],
  [add({ chartId: 9, spec, position: { newSheet: true } }), "a sheet of its own is not served"],
  [add({ chartId: 9, spec: { basicChart: { series: [{ series: sources(99) }] } } }), "exceeds grid limits"],
])("what cannot be done with a chart is refused: %j", (request, words) => {
  expect(refusal(grid, add(), request)).toContain(words);
});

test("charts are told with the sheet in Google's words", async () => {
  const api = await apiAtWork();
  const requests = [add()];
  await api.client.spreadsheets.batchUpdate({ spreadsheetId: api.id, requestBody: { requests } });
  const fields = "sheets(charts)";
  const { data } = await api.client.spreadsheets.get({ spreadsheetId: api.id, fields });
  expect(data.sheets?.[0]?.charts?.[0]).toMatchObject({
    chartId: 7,
    spec: { title: "Stages", altText: "How many stand where", basicChart: { chartType: "BAR" } },
    position: { overlayPosition: { anchorCell: { rowIndex: 3, columnIndex: 1 }, heightPixels: 371 } },
  });
});
