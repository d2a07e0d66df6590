// Charts that lie over the cells of a tab: which cells each draws, what it says, where it stands. Bars, columns and lines
// are known field by field; any other chart is kept as whoever made it said it, and nothing of it is lost. A chart has an
// id of its own among everything in the spreadsheet, which it keeps when it is moved, changed or given other cells.

import { GridError } from "./grid-error.ts";
import { checkInside } from "./limits.ts";
import type { GridRange, OtherFormat } from "./protocol.ts";
import { freshId, type Spreadsheet, type Tab, tabById, withTab } from "./spreadsheet.ts";

/** The cell that its upper left corner lies in, from 1, how far from that cell's corner, and its size. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

export interface GridSeries {
  readonly range: GridRange;
  /** "#rrggbb". */
  readonly colour?: string;
}

/** One column of points for each series; the head cells among them say what they are. */
export interface KnownChart {
  readonly kind: "bar" | "column" | "line";
  readonly title: string;
  readonly altText?: string;
  readonly isStacked?: true;
  /** How many of the first cells of each range are heads. */
  readonly headers: number;
  readonly legend?: "bottom" | "left" | "none" | "right" | "top";
  /** Absent where its cells were deleted. */
  readonly labels?: GridRange;
  readonly series: readonly GridSeries[];
}

/** A chart of which the grid knows no more than its title and the cells in it. */
export interface OtherChart {
  readonly kind: "other";
  readonly title: string;
  /** By the names of the Sheets API; the cells that it draws are `sources`, as there. */
  readonly spec: OtherFormat;
}

export type ChartContent = KnownChart | OtherChart;

export interface GridChart {
  readonly id: number;
  readonly place: ChartPlace;
  readonly content: ChartContent;
}

/** Google's size of a chart that nobody gave one. */
export const USUAL_SIZE = { widthPixels: 600, heightPixels: 371 } as const;

/**
 * The spreadsheet with one more chart; its id is the one asked for, or a fresh one.
 *
 * @throws {GridError} where the place is outside, or the id is taken
 */
export function withNewChart(
  state: Spreadsheet,
  tab: number,
  { id, place, content }: Omit<GridChart, "id"> & { readonly id?: number },
): { readonly state: Spreadsheet; readonly chart: GridChart } {
  checkChart(state, tab, { place, content });
  const own = id ?? freshId(state);
  if (id !== undefined && chartIn(state, id) !== undefined) {
    throw new GridError(`An embedded object with the ID ${id} already exists`);
  }
  const chart = { id: own, place, content };
  const on = tabById(state, tab);
  const after = withTab(state, { ...on, charts: [...on.charts, chart] });
  return { state: id === undefined ? { ...after, nextId: own + 1 } : after, chart };
}

/** The chart with other parts; what is absent stays. @throws {GridError} where there is no such chart */
export function withChart(
  state: Spreadsheet,
  id: number,
  part: { readonly place?: ChartPlace; readonly content?: ChartContent },
): Spreadsheet {
  const { tab, chart } = chartById(state, id);
  const after = { ...chart, ...part };
  checkChart(state, tab.id, after);
  return withTab(state, { ...tab, charts: tab.charts.map((each) => (each === chart ? after : each)) });
}

/** @throws {GridError} where there is no such chart */
export function withoutChart(state: Spreadsheet, id: number): Spreadsheet {
  const { tab, chart } = chartById(state, id);
  return withTab(state, { ...tab, charts: tab.charts.filter((each) => each !== chart) });
}

/** @throws {GridError} where there is no such chart */
export function chartById(state: Spreadsheet, id: number): { readonly tab: Tab; readonly chart: GridChart } {
  const found = chartIn(state, id);
  if (found === undefined) throw new GridError(`No embedded object with the ID ${id} exists`);
  return found;
}

/** The cells that a known chart draws. */
export function rangesOf({ labels, series }: KnownChart): readonly GridRange[] {
  return [...(labels === undefined ? [] : [labels]), ...series.map(({ range }) => range)];
}

function chartIn(state: Spreadsheet, id: number) {
  for (const tab of state.tabs) {
    const chart = tab.charts.find((each) => each.id === id);
    if (chart !== undefined) return { tab, chart };
  }
  return undefined;
}

function checkChart(state: Spreadsheet, tab: number, { place, content }: Omit<GridChart, "id">): void {
  checkInside(tabById(state, tab), { tab, row: place.row, column: place.column, rows: 1, columns: 1 });
  if (content.kind === "other") return;
  for (const range of rangesOf(content)) checkInside(tabById(state, range.tab), range);
}
