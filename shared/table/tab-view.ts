// A tab seen through its layout: rows whose cells are found by column key. Everything that reads a tab of ours
// reads it through here, so that a moved or renamed column is met everywhere at once.

import { type Cell, cellAddress } from "./cell.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { RowCells, TabLayout } from "./layout.ts";
import type { Problem } from "./problem.ts";
import type { Table, Tables } from "./table.ts";

export interface ViewRow {
  /** The row's number in the tab, from 1. */
  readonly at: number;
  readonly cells: RowCells;
}

export interface TabView {
  readonly tab: string;
  readonly columns: Columns;
  readonly rows: readonly ViewRow[];
}

/**
 * The tab through its layout; columns that are missing give `undefined` cells.
 *
 * @example
 * viewOf(fixtures.pricesTable, fixtures.pricesLayout).rows[0].cells.price //=> 12.5
 */
export function viewOf(table: Table, layout: TabLayout): TabView {
  const columns = columnsOf(table, layout);
  const places = [...columns.at];
  const rows = table.rows.map(({ at, cells }) => {
    const row: Record<string, Cell> = {};
    for (const [key, index] of places) row[key] = cells[index] ?? null;
    return { at, cells: row };
  });
  return { tab: table.tab, columns, rows };
}

/**
 * The table that a layout drew: by the mark on the tab, or by its name where no tab has the mark. Of two tabs with the
 * mark, one of which is a copy, it is the one that has the name, too.
 *
 * @example
 * tableOf([fixtures.pricesTable], fixtures.pricesLayout)?.tab //=> "Prices"
 */
export function tableOf(
  tables: Tables,
  layout: { readonly key: string; readonly tab: string },
): Table | undefined {
  const named = tables.find((table) => table.tab === layout.tab);
  if (named?.key === layout.key) return named;
  return tables.find((table) => table.key === layout.key) ?? named;
}

/**
 * A problem at the cell of a row and a column; at the tab alone where the column is missing.
 *
 * @example
 * problemAt(viewOf(fixtures.pricesTable, fixtures.pricesLayout), { row: 2, key: "price" }, "too dear").cell //=> "B2"
 */
export function problemAt(
  view: Pick<TabView, "tab" | "columns">,
  place: { readonly row: number; readonly key: string },
  message: string,
): Problem {
  const column = view.columns.at.get(place.key);
  return column === undefined
    ? { tab: view.tab, message: `row ${place.row}: ${message}` }
    : { tab: view.tab, cell: cellAddress(place.row, column), message };
}
