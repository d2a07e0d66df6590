// The charts of a tab, brought to what is wanted. The tab is asked only where something is to be done, and once more for the
// ids of charts that were added: a script learns them in no other way. A run that ends in between leaves charts that are
// known by their titles, and the next draws none of them twice. Google's scripts can give a chart no alternative text and
// cannot read how large one is: so no size is set again, and the title says what a chart shows.

import { CHART_OFFSET_PIXELS, type DrawnChart } from "../../shared/table/dressing/drawn-body.ts";
import {
  type ChartPlan,
  type ChartWishes,
  isAsKept,
  keptWithIds,
  plannedCharts,
  type StandingChart,
} from "../../shared/table/dressing/planned-charts.ts";
import { builtChart, type ChartBuilder, type EmbeddedChart, type Sheet } from "../spreadsheet-app.ts";
import { keptCharts, markCharts, noMarks } from "./marks.ts";
import type { SheetDraft } from "./open-book.ts";
import { type WrittenBook, writtenTab } from "./written-book.ts";

interface SheetChart extends StandingChart {
  readonly object: EmbeddedChart;
}

/** What is asked now; what comes back writes the charts. */
export function chartWriting(
  book: WrittenBook,
  draft: SheetDraft,
  wishes: Omit<ChartWishes, "kept">,
): () => void {
  const marks = draft.open?.marks ?? noMarks;
  const wanted: ChartWishes = { ...wishes, kept: keptCharts(marks) };
  if (isAsKept(wanted)) return () => {};
  const standing = draft.open === undefined ? [] : chartsOn(draft.open.sheet);
  const plan = plannedCharts(wanted, standing);
  return () => {
    const { sheet } = writtenTab(book, draft);
    for (const { object } of plan.removed) sheet.removeChart(object);
    for (const changed of plan.changed) sheet.updateChart(changedChart(sheet, changed));
    for (const chart of plan.added) sheet.insertChart(newChart(sheet, chart));
    if (plan.added.length === 0 || wanted.kept.length > 0) markCharts(sheet, marks, plan.kept);
    if (plan.added.length > 0) markCharts(sheet, marks, keptWithIds(plan, standing, chartsOn(sheet)));
  };
}

function chartsOn(sheet: Sheet): readonly SheetChart[] {
  return sheet.getCharts().map((object) => {
    const place = object.getContainerInfo();
    const title: unknown = object.getOptions().get("title");
    return {
      object,
      id: object.getChartId() ?? 0,
      title: typeof title === "string" ? title : "",
      row: place.getAnchorRow(),
      column: place.getAnchorColumn() - 1,
    };
  });
}

function newChart(sheet: Sheet, chart: DrawnChart): EmbeddedChart {
  const builder = sheet.newChart();
  builder.setOption("width", chart.widthPixels).setOption("height", chart.heightPixels);
  return drawn(sheet, placed(builder, chart), chart);
}

function changedChart(
  sheet: Sheet,
  { chart, standing, goes }: ChartPlan<SheetChart>["changed"][number],
): EmbeddedChart {
  const builder = standing.object.modify();
  return drawn(sheet, goes === "to its place" ? placed(builder, chart) : builder, chart);
}

function placed(builder: ChartBuilder, { anchor }: DrawnChart): ChartBuilder {
  return builder.setPosition(anchor.row, anchor.column + 1, CHART_OFFSET_PIXELS, CHART_OFFSET_PIXELS);
}

function drawn(sheet: Sheet, builder: ChartBuilder, chart: DrawnChart): EmbeddedChart {
  const { kind, title, isStacked, firstRow, lastRow, labels, series } = chart;
  const columnOf = (column: number) => sheet.getRange(firstRow, column + 1, lastRow - firstRow + 1, 1);
  return builtChart(builder, {
    kind,
    title,
    isStacked: isStacked === true,
    columns: [labels, ...series.map(({ column }) => column)].map(columnOf),
    colours: series.map(({ colour }) => colour),
  });
}
