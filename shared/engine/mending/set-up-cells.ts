// Cells of the set-up tabs, set by their place and not by the id of their row: a row that has a mistake may have no id
// yet, and fields of two pipelines may share one. What was set is told as the difference between two readings.

import { fingerprintIn } from "../../board/fingerprint.ts";
import { setupTabs } from "../../definition/setup/write-setup.ts";
import { type Cell, cellAddress, isBlank } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

/** A cell of a set-up tab. */
export interface CellPlace {
  readonly tab: string;
  /** The row's number, from 1. */
  readonly at: number;
  /** From 0. */
  readonly column: number;
}

/**
 * The tables with another value in one cell.
 *
 * @example
 * withCell([fixtures.pricesTable], { tab: "Prices", at: 2, column: 1 }, 13)[0].rows[0].cells //=> ["Apple", 13]
 */
export function withCell(tables: Tables, place: CellPlace, value: Cell): Tables {
  return tables.map((table) => {
    if (table.tab !== place.tab) return table;
    const rows = table.rows.map((row) => {
      if (row.at !== place.at) return row;
      const length = Math.max(row.cells.length, place.column + 1);
      const cells = Array.from({ length }, (_, column) =>
        column === place.column ? value : (row.cells[column] ?? null),
      );
      return { ...row, cells };
    });
    return { ...table, rows };
  });
}

/** What became of set-up cells: told with the old text, and as changes. */
export interface CellsSet {
  readonly told: readonly Problem[];
  readonly changes: readonly Change[];
}

/**
 * What sets the set-up cells of `before` to those of `after`.
 *
 * @example
 * cellsSet(fixtures.setupTables, fixtures.setupTables) //=> { told: [], changes: [] }
 */
export function cellsSet(before: Tables, after: Tables): CellsSet {
  const told: Problem[] = [];
  const changes: Change[] = [];
  for (const layout of setupTabs) {
    const [table, other] = [tableOf(before, layout), tableOf(after, layout)];
    if (table === undefined || other === undefined || table === other) continue;
    // Columns without a mark get it from a sync; until then no cell of theirs can be met.
    if (table.marks["id"] === undefined) continue;
    const { columns, rows } = viewOf(table, layout);
    const wanted = viewOf(other, layout).rows;
    rows.forEach((row, index) => {
      const set = Object.entries(wanted[index]?.cells ?? {}).filter(
        ([key, cell]) => row.cells[key] !== cell && table.marks[key] !== undefined,
      );
      if (set.length === 0) return;
      for (const [key, cell] of set) {
        const address = cellAddress(row.at, columns.at.get(key) ?? 0);
        const message = `${quoted(row.cells[key] ?? null)} becomes ${quoted(cell)}`;
        told.push({ tab: table.tab, cell: address, message });
      }
      changes.push(...rowChanges({ tab: table.tab, layout, row }, set));
    });
  }
  return { told, changes };
}

// The row gets an id that no other has, for as long as its cells are set; then its own comes back.
function rowChanges(
  { tab, layout, row }: { readonly tab: string; readonly layout: TabLayout; readonly row: ViewRow },
  set: readonly (readonly [string, Cell])[],
): readonly Change[] {
  const own = row.cells["id"] ?? null;
  const record = `row_${row.at}_to_mend`;
  const expectFingerprint = fingerprintIn(layout, row.cells);
  return [
    { kind: "identify", tab, atRow: row.at, expectFingerprint, id: record },
    ...set.map(([field, value]): Change => ({ kind: "setField", tab, record, field, value })),
    { kind: "setField", tab, record, field: "id", value: isBlank(own) ? null : own },
  ];
}
