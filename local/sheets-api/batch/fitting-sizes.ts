// How large rows and columns are to show all that they hold. No font is measured here: every character is as wide as a
// capital "A", by the one width that a recording of Google's answers tells (1,024 of them are 8,691 pixels), and every
// line of a text is as high as a usual row. An empty column keeps its width.

import { shownText } from "../../grid/shown-value.ts";
import { type Spreadsheet, type Tab, tabById } from "../../grid/spreadsheet.ts";
import type { Lines } from "../resource/ranges.ts";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from "../resource/spreadsheet-defaults.ts";

const CHARACTER_PIXELS = 8691 / 1024;

/** The size of each of the lines, in pixels. */
export function fittingSizes(state: Spreadsheet, { tab: id, axis, first, last }: Lines): readonly number[] {
  const tab = tabById(state, id);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    axis === "rows" ? rowPixels(state, tab, first + index) : columnPixels(state, tab, first + index),
  );
}

function columnPixels(state: Spreadsheet, tab: Tab, column: number): number {
  const longest = tab.rows.reduce((most, row) => {
    const lines = shownText(row?.cells[column - 1], state.locale).split("\n");
    return Math.max(most, ...lines.map((line) => line.length));
  }, 0);
  const present = tab.columns[column - 1]?.widthPixels ?? DEFAULT_COLUMN_PIXELS;
  return longest === 0 ? present : Math.round(longest * CHARACTER_PIXELS);
}

function rowPixels(state: Spreadsheet, tab: Tab, row: number): number {
  const cells = tab.rows[row - 1]?.cells ?? [];
  const lines = cells.map((cell) => shownText(cell, state.locale).split("\n").length);
  return DEFAULT_ROW_PIXELS * Math.max(1, ...lines);
}
