// A chart on the Dashboard: which table it draws, and in which of the places for charts it stands. Three stand beside each
// other.

import { textOf } from "../../table/cell.ts";
import type { Chart, ChartKind } from "../../table/chart.ts";
import { numberWords, percentWords } from "../number-words.ts";
import type { Block } from "./block.ts";
import { dashboardKeys } from "./dashboard-tab.ts";

export interface DrawnChart {
  readonly key: string;
  readonly kind: ChartKind;
  readonly isStacked?: true;
  readonly title: string;
  /** Name of the table, whose first column names the points. */
  readonly table: string;
  /** Rows of the table below its head that are drawn. */
  readonly count: number;
  /** Columns of the table, from 0. */
  readonly series: readonly { readonly column: number; readonly colour: string }[];
  readonly unit?: "rate";
  /** Name of the place, and which of the three it is, from the left. */
  readonly place: string;
  readonly slot: 0 | 1 | 2;
}

/** Rows that a chart stands on. */
export const CHART_ROWS = 12;

const SLOTS = ["label", "c", "g"] as const;
const WIDTH_PIXELS = 340;
const HEIGHT_PIXELS = 232;

/**
 * The chart over the tables of the block.
 *
 * @example
 * const block = { rows: [["Stage", "Now"], ["Lead", 3]], areas: [], starts: { stages: 0, charts: 1 } };
 * const drawn = { key: "now", kind: "bar", title: "Now", table: "stages", count: 1,
 *   series: [{ column: 1, colour: "#4285f4" }], place: "charts", slot: 0 };
 * chartOn(block, drawn).altText //=> "Now. Lead: Now 3"
 */
export function chartOn(block: Block, drawn: DrawnChart): Chart {
  const { key, kind, isStacked, title, table, count, series, place, slot } = drawn;
  const headRow = block.starts[table] ?? 0;
  return {
    ...{ key, kind, title, headRow, lastRow: headRow + count, labels: dashboardKeys[0] },
    ...(isStacked === undefined ? {} : { isStacked }),
    altText: altText(block, drawn, headRow),
    series: series.map(({ column, colour }) => ({
      column: dashboardKeys[column] ?? "",
      name: textOf(block.rows[headRow]?.[column]),
      colour,
    })),
    anchor: { row: block.starts[place] ?? 0, column: SLOTS[slot] },
    widthPixels: WIDTH_PIXELS,
    heightPixels: HEIGHT_PIXELS,
  };
}

function altText({ rows }: Block, { title, count, series, unit }: DrawnChart, headRow: number): string {
  const points = rows.slice(headRow + 1, headRow + 1 + count).map((line) => {
    const told = series.flatMap(({ column }) => {
      const figure = line[column];
      if (typeof figure !== "number") return [];
      const words = unit === "rate" ? percentWords(figure) : numberWords(figure);
      return [`${textOf(rows[headRow]?.[column])} ${words}`];
    });
    return `${textOf(line[0])}: ${told.length === 0 ? "too few to say" : told.join(", ")}`;
  });
  return `${title}. ${points.join("; ")}`;
}
