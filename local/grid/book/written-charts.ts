// The charts of a tab as parts of an .xlsx file. Ours bear the names by which the command knows them. A chart of which the
// grid knows no more than its title cannot be written; none is in a spreadsheet that came from a file.

import { chartPart } from "../../book/charts/chart-part.ts";
import { type AnchoredChart, emptyDrawing, withCharts } from "../../book/charts/drawing-part.ts";
import type { GridChart, KnownChart } from "../chart.ts";
import type { GridRange } from "../protocol.ts";
import { cellValue } from "../shown-value.ts";
import { cellAt, type Spreadsheet, type Tab } from "../spreadsheet.ts";
import { fixedRangeText } from "./file-ranges.ts";

export interface WrittenCharts {
  readonly drawing: string;
  /** The parts that are charts, in the order of their ids in the drawing: "rId1" and so on. */
  readonly charts: readonly string[];
}

/** Whether a file can hold the chart: it needs one row of heads, and names for its points. */
export function isWritable({ content }: GridChart): boolean {
  return content.kind !== "other" && content.headers === 1 && content.labels !== undefined;
}

/** The charts of a tab; `keyOf` tells ours. `undefined` where it has none. */
export function writtenCharts(
  state: Spreadsheet,
  tab: Tab,
  keyOf: (id: number) => string | undefined,
): WrittenCharts | undefined {
  const written = tab.charts.filter(isWritable).flatMap((chart) => {
    const { content } = chart;
    return content.kind === "other" ? [] : [{ chart, content }];
  });
  if (written.length === 0) return undefined;
  const anchored = written.map(({ chart, content }, index): AnchoredChart => {
    const { row, column, offsetX, offsetY, widthPixels, heightPixels } = chart.place;
    const key = keyOf(chart.id);
    return {
      ...(key === undefined ? { key: "", name: `Chart ${chart.id}` } : { key }),
      relationId: `rId${index + 1}`,
      altText: content.altText ?? content.title,
      row: row - 1,
      column: column - 1,
      offset: { x: offsetX, y: offsetY },
      widthPixels,
      heightPixels,
    };
  });
  return {
    drawing: withoutDeclaration(withCharts(emptyDrawing, anchored)),
    charts: written.map(({ content }) => withoutDeclaration(chartText(state, content))),
  };
}

const LABELS = "labels";

function chartText(state: Spreadsheet, content: KnownChart): string {
  const { kind, title, isStacked, labels, series } = content;
  const ranges = new Map<string, GridRange>(series.map(({ range }, index) => [`${index}`, range]));
  if (labels !== undefined) ranges.set(LABELS, labels);
  const cellsOf = (column: string) => {
    const range = ranges.get(column);
    const tab = state.tabs.find(({ id }) => id === range?.tab);
    return range === undefined || tab === undefined ? undefined : { range, tab };
  };
  const lastRow = Math.max(...[...ranges.values()].map(({ rows }) => rows)) - 1;
  return chartPart({
    chart: {
      key: "",
      kind,
      ...(isStacked === true ? { isStacked } : {}),
      title,
      altText: "",
      headRow: 0,
      lastRow,
      labels: LABELS,
      series: series.map(({ colour }, index) => ({
        column: `${index}`,
        name: "",
        colour: colour ?? "#4285f4",
      })),
      anchor: { row: 0, column: LABELS },
      widthPixels: 0,
      heightPixels: 0,
    },
    reference: (column, first, last) => {
      const cells = cellsOf(column);
      if (cells === undefined) return "#REF!";
      const { range, tab } = cells;
      return fixedRangeText(tab.name, { ...range, row: range.row + first, rows: last - first + 1 });
    },
    valueAt: (column, row) => {
      const cells = cellsOf(column);
      return cells === undefined
        ? null
        : cellValue(cellAt(cells.tab, cells.range.row + row, cells.range.column));
    },
  });
}

// Each part gets one when the file is put together.
function withoutDeclaration(text: string): string {
  return text.replace(/^<\?xml[^>]*\?>\s*/, "");
}
