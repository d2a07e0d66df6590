// How replaced rows look, cell by cell, and their charts, in the rows and columns in which a host draws them: people may
// have moved our columns. Every cell of ours gets a look, since one that says nothing is plain, whatever it was before.

import { type BodyLook, type CellLook, cellLooks } from "../body-look.ts";
import { cellAddress } from "../cell.ts";
import type { Chart, ChartKind } from "../chart.ts";
import { columnFor, type TabDraft } from "../planning/tab-draft.ts";
import { columnsIn, stretchesOf } from "./stretches.ts";

export interface DrawnBody {
  readonly blocks: readonly LookBlock[];
  readonly charts: readonly DrawnChart[];
}

/** Columns of ours that stand side by side, from row 2 on. */
export interface LookBlock {
  /** From 0. */
  readonly column: number;
  /** Row by row; below them, the columns are plain. */
  readonly looks: readonly (readonly CellLook[])[];
}

export interface DrawnChart {
  readonly key: string;
  readonly kind: ChartKind;
  readonly isStacked?: true;
  readonly title: string;
  /** For people who do not see it; true however the figures change. */
  readonly description: string;
  /** From 1, the row of heads; the figures stand below it. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The column that names the points, from 0. */
  readonly labels: number;
  readonly series: readonly { readonly column: number; readonly colour: string }[];
  /** The cell in which its upper left corner lies: the row from 1, the column from 0. */
  readonly anchor: { readonly row: number; readonly column: number };
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** How far a chart's corner is from that of its cell, to the right and down. */
export const CHART_OFFSET_PIXELS = 4;

/** The font size of a cell that says none, in points. */
export const PLAIN_SIZE = 10;

/** Row 0 of a body is this row of the sheet. */
const FIRST_ROW = 2;

const KIND_WORDS: Readonly<Record<ChartKind, string>> = {
  bar: "a bar chart",
  column: "a column chart",
  line: "a line chart",
};

/**
 * The look on a tab, of so many rows.
 *
 * @throws {StagelineError} `guard`, when the tab has no column of a key that the look names
 * @example
 * const look = { areas: [{ firstRow: 0, lastRow: 0, columns: ["price"], look: { weight: "bold" } }], charts: [] };
 * const draft = draftOf("Prices", { table: fixtures.pricesTable });
 * drawnBody(draft, look, 2).blocks //=> [{ column: 0, looks: [[{}, { weight: "bold" }], [{}, {}]] }]
 */
export function drawnBody(draft: TabDraft, look: BodyLook, rows: number): DrawnBody {
  for (const key of look.areas.flatMap(({ columns }) => columns ?? [])) columnFor(draft, key);
  const keys = [...draft.columns.keys()];
  const looks = cellLooks(look.areas, { rows, keys });
  const placeOf = new Map([...draft.columns.values()].map((column, index) => [column, index]));
  return {
    blocks: stretchesOf([...draft.columns.values()]).map((stretch) => ({
      column: stretch.first,
      looks: looks.map((row) => columnsIn(stretch).map((column) => row[placeOf.get(column) ?? -1] ?? {})),
    })),
    charts: look.charts.map((chart) => drawnChart(draft, chart)),
  };
}

function drawnChart(draft: TabDraft, chart: Chart): DrawnChart {
  const { key, kind, isStacked, title, widthPixels, heightPixels } = chart;
  const [firstRow, lastRow] = [chart.headRow + FIRST_ROW, chart.lastRow + FIRST_ROW];
  const labels = columnFor(draft, chart.labels);
  const series = chart.series.map(({ column, colour }) => ({ column: columnFor(draft, column), colour }));
  const columns = [labels, ...series.map(({ column }) => column)];
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  const cells = `${cellAddress(firstRow, from)}:${cellAddress(lastRow, to)}`;
  return {
    key,
    kind,
    ...(isStacked === true ? { isStacked } : {}),
    title,
    description: `${title}: ${KIND_WORDS[kind]} of the figures in the cells ${cells}`,
    firstRow,
    lastRow,
    labels,
    series,
    anchor: { row: chart.anchor.row + FIRST_ROW, column: columnFor(draft, chart.anchor.column) },
    widthPixels,
    heightPixels,
  };
}
