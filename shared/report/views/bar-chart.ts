// A small chart of bars, as plain shapes for a page to draw: one bar below the other, each under its name and its value.
// Next to it the page keeps the same as a table: what is drawn says in its title what it is, and not every number.

import { clip } from "../display-width.ts";

/** One bar, before it is drawn. */
export interface BarRow {
  readonly label: string;
  /** At the end of the label's line. */
  readonly value: string;
  readonly length: number;
  /** How much of the length is marked. @default 0 */
  readonly marked?: number;
  /** Below the bar; empty where there is nothing to say. @default "" */
  readonly below?: string;
}

export interface DrawnBar {
  readonly label: string;
  readonly value: string;
  readonly below: string;
  /** Where the line of the label stands. */
  readonly labelY: number;
  readonly barY: number;
  readonly belowY: number;
  readonly width: number;
  readonly markedWidth: number;
}

export interface BarChart {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly bars: readonly DrawnBar[];
}

/** What a sidebar leaves between its margins. */
const WIDTH = 276;
const BAR_HEIGHT = 8;
/** Of a label, so that its value has room beside it. */
const MOST_COLUMNS = 30;
const LABEL_Y = 11;
const BAR_Y = 16;
const BELOW_Y = 36;
const ROW_HEIGHT = 32;
const BELOW_HEIGHT = 12;

/**
 * The chart; the longest bar takes the whole width, and a bar of anything at all can be seen.
 *
 * @example
 * barChart("Offers", [{ label: "Lead", value: "4", length: 4 }, { label: "Won", value: "1", length: 1 }])
 *   .bars.map(({ width, barY }) => [width, barY]) //=> [[276, 16], [69, 48]]
 */
export function barChart(title: string, rows: readonly BarRow[]): BarChart {
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  const widthOf = (length: number) =>
    length <= 0 ? 0 : Math.max(2, Math.round((length / longest) * WIDTH * 10) / 10);
  let top = 0;
  const bars = rows.map(({ label, value, length, marked = 0, below = "" }): DrawnBar => {
    const y = top;
    top += ROW_HEIGHT + (below === "" ? 0 : BELOW_HEIGHT);
    return {
      ...{ label: clip(label, MOST_COLUMNS), value, below },
      ...{ labelY: y + LABEL_Y, barY: y + BAR_Y, belowY: y + BELOW_Y },
      ...{ width: widthOf(length), markedWidth: widthOf(marked) },
    };
  });
  return { title, width: WIDTH, height: top, barHeight: BAR_HEIGHT, bars };
}
