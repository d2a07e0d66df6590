// The requests that bring the charts of a tab to what is wanted, and note what is known of them. A chart gets an id that
// is chosen here. Its alternative text names the cells of the figures and not the figures, which change without it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Step } from "../../../shared/engine/writing/planned-steps.ts";
import { CHART_OFFSET_PIXELS, type DrawnChart } from "../../../shared/table/dressing/drawn-body.ts";
import {
  CHARTS_MARK,
  chartsInMark,
  chartsMark,
  type KeptChart,
} from "../../../shared/table/dressing/kept-charts.ts";
import {
  isAsKept,
  plannedCharts,
  type StandingChart,
} from "../../../shared/table/dressing/planned-charts.ts";
import { hashOf } from "../../../shared/value/hash.ts";
import type { KeptMark } from "../reading/book-shape.ts";
import { colourStyle } from "./colour.ts";
import type { Request } from "./drawing.ts";
import type { SeenSheet } from "./seen-sheets.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";
import { cellsOf } from "./sheet-range.ts";

type LookStep = Extract<Step<SheetTab>, { kind: "look" }>;

/** Google's ids of charts are 31 bits. */
const MOST_ID = 2 ** 31;

export function chartRequests(
  { draft, body, deletedCharts }: LookStep,
  { sheetId }: SheetPlace,
  { charts: standing }: SeenSheet,
): readonly Request[] {
  const mark = draft.open?.shape.charts;
  const wishes = { charts: body.charts, kept: chartsInMark(mark?.value ?? ""), deleted: deletedCharts };
  if (isAsKept(wishes)) return [];
  const plan = plannedCharts(wishes, standing);
  const ids = new Map(plan.added.map((chart) => [chart.key, chosenId(chart, sheetId, standing)] as const));
  const kept = plan.kept.map((each) => ({ ...each, id: ids.get(each.key) ?? each.id }));
  return [
    ...plan.removed.map(({ id }) => ({ deleteEmbeddedObject: { objectId: id } })),
    ...plan.changed.flatMap(({ chart, standing: { id }, goes }) => [
      { updateChartSpec: { chartId: id, spec: specOf(chart, sheetId) } },
      ...(goes === "nowhere" ? [] : [moved(chart, id, sheetId)]),
    ]),
    ...plan.added.map((chart) => added(chart, ids.get(chart.key) ?? 0, sheetId)),
    ...noted(mark, kept, sheetId),
  ];
}

function added(chart: DrawnChart, chartId: number, sheetId: number): Request {
  const { widthPixels, heightPixels } = chart;
  const overlayPosition = { ...overlayOf(chart, sheetId), widthPixels, heightPixels };
  return { addChart: { chart: { chartId, spec: specOf(chart, sheetId), position: { overlayPosition } } } };
}

// Its size is people's once it is there.
function moved(chart: DrawnChart, objectId: number, sheetId: number): Request {
  const overlayPosition = overlayOf(chart, sheetId);
  const fields = Object.keys(overlayPosition).join(",");
  return { updateEmbeddedObjectPosition: { objectId, newPosition: { overlayPosition }, fields } };
}

function overlayOf({ anchor }: DrawnChart, sheetId: number): sheets_v4.Schema$OverlayPosition {
  return {
    anchorCell: { sheetId, rowIndex: anchor.row - 1, columnIndex: anchor.column },
    offsetXPixels: CHART_OFFSET_PIXELS,
    offsetYPixels: CHART_OFFSET_PIXELS,
  };
}

function specOf(chart: DrawnChart, sheetId: number): sheets_v4.Schema$ChartSpec {
  const { title, description, kind, isStacked, firstRow, lastRow, labels, series } = chart;
  const dataOf = (column: number): sheets_v4.Schema$ChartData => ({
    sourceRange: { sources: [cellsOf(sheetId, { row: firstRow, rows: lastRow - firstRow + 1, column })] },
  });
  return {
    title,
    altText: description,
    basicChart: {
      chartType: kind.toUpperCase(),
      legendPosition: series.length > 1 ? "BOTTOM_LEGEND" : "NO_LEGEND",
      domains: [{ domain: dataOf(labels) }],
      series: series.map(({ column, colour }) => ({
        series: dataOf(column),
        colorStyle: colourStyle(colour),
      })),
      headerCount: 1,
      ...(isStacked === true ? { stackedType: "STACKED" } : {}),
    },
  };
}

function noted(mark: KeptMark | undefined, kept: readonly KeptChart[], sheetId: number): readonly Request[] {
  const metadataValue = chartsMark(kept);
  if (mark === undefined) {
    const location = { sheetId };
    return [
      {
        createDeveloperMetadata: {
          developerMetadata: { metadataKey: CHARTS_MARK, metadataValue, visibility: "DOCUMENT", location },
        },
      },
    ];
  }
  return [
    {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: mark.id } }],
        developerMetadata: { metadataValue },
        fields: "metadataValue",
      },
    },
  ];
}

function chosenId(chart: DrawnChart, sheetId: number, standing: readonly StandingChart[]): number {
  const parts = [chart.key, chart.title, String(sheetId)];
  for (let count = 1; ; count++) {
    const letters = hashOf("c", [...parts, String(count)]).slice(1, 9);
    const id = Number.parseInt(Buffer.from(letters).toString("hex"), 16) % MOST_ID || 1;
    if (!standing.some((each) => each.id === id)) return id;
  }
}
