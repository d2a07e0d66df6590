// What hangs on the cells of a tab beside their values: notes, and the filter.

import { shownText } from "../../grid/shown-value.ts";
import type { Spreadsheet, Tab, TabFilter } from "../../grid/spreadsheet.ts";
import { shownRange } from "./shown-range.ts";
import type { UniverFilter, UniverNote, UniverNotes } from "./univer-data.ts";

const NOTE_WIDTH = 240;
const NOTE_HEIGHT = 100;

export function shownNotes({ rows }: Tab): UniverNotes {
  const notes: Record<number, Record<number, UniverNote>> = {};
  rows.forEach((row, rowIndex) => {
    row?.cells.forEach((cell, column) => {
      if (cell?.note === undefined) return;
      const size = { width: NOTE_WIDTH, height: NOTE_HEIGHT };
      const note = { id: `${rowIndex}-${column}`, row: rowIndex, col: column, ...size, note: cell.note };
      notes[rowIndex] = { ...notes[rowIndex], [column]: note };
    });
  });
  return notes;
}

/** The page is told which texts stay in sight, the grid knows which do not. */
export function shownFilter(state: Spreadsheet, tab: Tab): UniverFilter | undefined {
  const { filter } = tab;
  if (filter === undefined) return undefined;
  const filterColumns = Object.entries(filter.hidden).map(([column, hidden]) => {
    const texts = textsBelow(state, tab, { filter, column: Number(column) });
    const stay = texts.filter((text) => !hidden.includes(text));
    const blank = stay.includes("") ? ({ blank: true } as const) : {};
    return { colId: Number(column) - 1, filters: { filters: stay.filter((text) => text !== ""), ...blank } };
  });
  return { ref: shownRange(filter.range), filterColumns };
}

/** The texts that stand in a column of a filter, each once; the header is none of them. */
export function textsBelow(
  { locale }: Spreadsheet,
  { rows }: Tab,
  { filter, column }: { readonly filter: Pick<TabFilter, "range">; readonly column: number },
): readonly string[] {
  const { range } = filter;
  const below = Array.from({ length: Math.max(0, range.rows - 1) }, (_, index) => rows[range.row + index]);
  return [...new Set(below.map((row) => shownText(row?.cells[column - 1], locale)))];
}
