// A spreadsheet in memory as tables, read straight from the grid and by no host: what a test holds hosts against. Marks
// are where the add-on keeps them, in metadata of columns and tabs.

import { cellValue } from "../../local/grid/shown-value.ts";
import { type Spreadsheet, type Tab, usedSize } from "../../local/grid/spreadsheet.ts";
import { type Cell, cellAddress } from "../../shared/table/cell.ts";
import type { Table, Tables } from "../../shared/table/table.ts";

const COLUMN_MARK = "stageline_column";
const TAB_MARK = "stageline_tab";

/** Every tab as a table. */
export function gridTables(state: Spreadsheet): Tables {
  return state.tabs.map((tab) => gridTable(state, tab));
}

// A tab of a spreadsheet never changes, another takes its place: and most tabs stay through most acts.
const known = new WeakMap<Tab, { readonly metadata: Spreadsheet["metadata"]; readonly table: Table }>();

/** One tab as a table. */
export function gridTable(state: Spreadsheet, tab: Tab): Table {
  const before = known.get(tab);
  if (before?.metadata === state.metadata) return before.table;
  const table = tableOfTab(state, tab);
  known.set(tab, { metadata: state.metadata, table });
  return table;
}

function tableOfTab(state: Spreadsheet, tab: Tab): Table {
  const { rows } = usedSize(tab);
  const all = Array.from({ length: rows }, (_, index) => ({ at: index + 1, cells: cellsOf(tab, index + 1) }));
  const key = tabMark(state, tab);
  return {
    tab: tab.name,
    ...(key === undefined ? {} : { key }),
    header: all[0]?.cells ?? [],
    rows: all.slice(1).filter(({ cells }) => cells.length > 0),
    marks: columnMarks(state, tab),
    merges: tab.merges.map(({ row, column, rows: high, columns: wide }) => {
      return `${cellAddress(row, column - 1)}:${cellAddress(row + high - 1, column + wide - 2)}`;
    }),
  };
}

/** Column key → column, from 0; of two columns with one mark the leftmost. */
export function columnMarks(state: Spreadsheet, tab: Tab): Readonly<Record<string, number>> {
  const marks: Record<string, number> = {};
  for (const { key, value, place } of state.metadata) {
    if (key !== COLUMN_MARK || place.kind !== "column" || place.tab !== tab.id) continue;
    marks[value] = Math.min(marks[value] ?? Number.POSITIVE_INFINITY, place.column - 1);
  }
  return marks;
}

/** The key of the layout that drew the tab. */
export function tabMark(state: Spreadsheet, tab: Tab): string | undefined {
  return state.metadata.find(
    ({ key, place }) => key === TAB_MARK && place.kind === "tab" && place.tab === tab.id,
  )?.value;
}

function cellsOf(tab: Tab, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  tab.rows[row - 1]?.cells.forEach((cell, column) => {
    const value = cellValue(cell);
    if (value === null || value === "") return;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  });
  return cells;
}
