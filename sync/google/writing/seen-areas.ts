// The parts of tabs that a list of changes goes by, to be looked at once more right before it is written: the headers, the
// IDs of all rows, the cells that are to be set, and whole rows where a row is met by its place. Who types elsewhere
// keeps nobody from writing.

import { DASHBOARD_KEY } from "../../../shared/engine/book-layouts.ts";
import { stateTab } from "../../../shared/engine/head.ts";
import { tabsReadAgain } from "../../../shared/engine/writing/still-true.ts";
import { textOf } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import { columnsOf } from "../../../shared/table/columns.ts";
import type { Table } from "../../../shared/table/table.ts";
import type { GoogleBook, GoogleTab } from "../reading/google-book.ts";
import { blockRange } from "../reading/tab-range.ts";

/** Rows from 1, columns from 0, the last ones included. */
export interface SeenArea {
  readonly tab: string;
  readonly first: number;
  readonly last: number;
  readonly column: number;
  readonly end: number;
}

/** The areas of a book that the changes go by, and its head. */
export function areasOf(book: GoogleBook, changes: readonly Change[]): readonly SeenArea[] {
  const named = tabsReadAgain(changes);
  return book.tabs.flatMap((tab) => {
    const isHead = tab.table.key === stateTab.key;
    if (tab.table.key === DASHBOARD_KEY || tab.maxRows === undefined) return [];
    if (!isHead && !named.has(tab.table.tab)) return [];
    const own = changes.filter((change) => change.tab === tab.table.tab);
    const isWhole = isHead || own.some(({ kind }) => kind === "replaceBody" || kind === "takeOff");
    return isWhole ? [wholeArea(tab)] : areasIn(tab, own);
  });
}

export function rangeOfArea({ tab, ...block }: SeenArea): string {
  return blockRange(tab, block);
}

/** Whether the areas hold the cell. */
export function holdsCell(
  areas: readonly SeenArea[],
  { tab, row, column }: { readonly tab: string; readonly row: number; readonly column: number },
): boolean {
  return areas.some((area) => {
    const isRow = area.first <= row && row <= area.last;
    return area.tab === tab && isRow && area.column <= column && column <= area.end;
  });
}

/** The first row of a tab, as far as it was read: columns that moved are known by it. */
export function headerArea({ table }: GoogleTab): SeenArea {
  return { tab: table.tab, first: 1, last: 1, column: 0, end: widthOf(table) - 1 };
}

function wholeArea({ table, shape }: GoogleTab): SeenArea {
  return { tab: table.tab, first: 1, last: shape.rows, column: 0, end: widthOf(table) - 1 };
}

function areasIn(tab: GoogleTab, changes: readonly Change[]): readonly SeenArea[] {
  const { table, shape } = tab;
  const id = table.marks["id"];
  const ids = id === undefined ? [] : [{ ...columnArea(tab, id), first: 2, last: shape.rows }];
  const places = placesIn(table, changes);
  // Of two rows with one ID the upper one is written.
  const rows = new Map(table.rows.map((row) => [textOf(row.cells[id ?? -1]), row.at] as const).reverse());
  const touched = new Map<number, [first: number, last: number]>();
  const met: number[] = [];
  for (const change of changes) {
    if (change.kind === "identify" || change.kind === "setCell") met.push(change.atRow);
    if (change.kind !== "setField") continue;
    const [column, row] = [places.get(change.field), rows.get(change.record)];
    if (column === undefined || row === undefined) continue;
    const [first, last] = touched.get(column) ?? [row, row];
    touched.set(column, [Math.min(first, row), Math.max(last, row)]);
  }
  const columns = [...touched].map(([column, [first, last]]) => ({
    ...columnArea(tab, column),
    first,
    last,
  }));
  return [headerArea(tab), ...ids, ...columns, ...rowAreas(tab, met)];
}

// Where columns are, and those of people's that become ours; one that the tab gains is nowhere yet.
function placesIn(table: Table, changes: readonly Change[]): ReadonlyMap<string, number> {
  const found = changes.flatMap((change) => {
    if (change.kind !== "layOut") return [];
    return Object.entries(change.places ?? Object.fromEntries(columnsOf(table, change.layout).at));
  });
  return new Map([...found, ...Object.entries(table.marks)]);
}

function columnArea({ table }: GoogleTab, column: number): Pick<SeenArea, "tab" | "column" | "end"> {
  return { tab: table.tab, column, end: column };
}

// Rows below each other are one area.
function rowAreas({ table }: GoogleTab, places: readonly number[]): readonly SeenArea[] {
  const areas: { tab: string; first: number; last: number; column: number; end: number }[] = [];
  for (const at of [...new Set(places)].sort((left, right) => left - right)) {
    const above = areas[areas.length - 1];
    if (above !== undefined && above.last + 1 === at) above.last = at;
    else areas.push({ tab: table.tab, first: at, last: at, column: 0, end: widthOf(table) - 1 });
  }
  return areas;
}

/** The columns of a table as far as it was read. */
export function widthOf({ header, marks, rows }: Table): number {
  const marked = Object.values(marks).reduce((width, column) => Math.max(width, column + 1), 1);
  return rows.reduce((width, { cells }) => Math.max(width, cells.length), Math.max(marked, header.length));
}
