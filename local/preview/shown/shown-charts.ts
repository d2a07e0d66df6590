// The charts of a tab as a page draws them: where each lies, and the figures in its cells as they are now. Bars, columns
// and lines are drawn; of any other chart the page is told its title, so that everybody sees that there is one.

import type { ChartFigures, FigureSeries } from "../../../shared/report/chart/figures.ts";
import { type ChartPlace, type GridChart, type KnownChart, rangesOf } from "../../grid/chart.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { shownText } from "../../grid/shown-value.ts";
import { cellAt, type GridCell, heldIn, type Spreadsheet, type Tab } from "../../grid/spreadsheet.ts";
import { readableChart } from "../../sheets-api/resource/chart-spec.ts";

export interface ShownChart {
  readonly id: number;
  /** Its rows and columns count from 0. */
  readonly place: ChartPlace;
  readonly title: string;
  /** Absent for a chart that is not drawn here. */
  readonly figures?: ChartFigures;
}

/** Google's colours of series that nobody gave one. */
const COLOURS = ["#4285f4", "#ea4335", "#fbbc04", "#34a853", "#ff6d01", "#46bdc6"];

export function shownCharts(state: Spreadsheet, { charts }: Tab): readonly ShownChart[] {
  return charts.map((chart) => {
    const { id, place, content } = chart;
    const known = content.kind === "other" ? readableChart(state, content.spec) : content;
    const shown = {
      id,
      place: { ...place, row: place.row - 1, column: place.column - 1 },
      title: content.title,
    };
    return known === undefined ? shown : { ...shown, figures: figuresOf(state, chart, known) };
  });
}

/** The tabs whose cells the charts of a tab draw. */
export function tabsDrawn({ charts }: Tab): ReadonlySet<number> {
  return new Set(
    charts.flatMap(({ content }) =>
      content.kind === "other" ? [] : rangesOf(content).map((range) => range.tab),
    ),
  );
}

function figuresOf(state: Spreadsheet, { place }: GridChart, chart: KnownChart): ChartFigures {
  const { kind, isStacked, title, labels, headers, series } = chart;
  const names = labels === undefined ? [] : pointCells(cellsIn(state, labels), headers);
  const count = Math.max(names.length, ...series.map(({ range }) => range.rows * range.columns - headers));
  const textOf = (cell: GridCell | undefined) => shownText(cell, state.locale);
  return {
    kind,
    isStacked: isStacked === true,
    title,
    points: Array.from({ length: Math.max(0, count) }, (_, index) => textOf(names[index])),
    series: series.map(({ range, colour }, index): FigureSeries => {
      const cells = cellsIn(state, range);
      const points = pointCells(cells, headers);
      return {
        name: headers === 0 ? `Series ${index + 1}` : textOf(cells[0]),
        colour: colour ?? COLOURS[index % COLOURS.length] ?? "#4285f4",
        values: points.map((cell) => {
          const value = heldIn(cell);
          return typeof value === "number" ? value : undefined;
        }),
        texts: points.map(textOf),
      };
    }),
    widthPixels: place.widthPixels,
    heightPixels: place.heightPixels,
  };
}

function pointCells<Cell>(cells: readonly Cell[], headers: number): readonly Cell[] {
  return cells.slice(headers);
}

function cellsIn(state: Spreadsheet, range: GridRange): readonly (GridCell | undefined)[] {
  const tab = state.tabs.find(({ id }) => id === range.tab);
  if (tab === undefined) return [];
  return Array.from({ length: range.rows }, (_, down) =>
    Array.from({ length: range.columns }, (__, along) => cellAt(tab, range.row + down, range.column + along)),
  ).flat();
}
