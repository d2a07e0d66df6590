// Ranges of a tab as a spreadsheet hands them to a function: from the first column to the given one, down to the end of
// the tab, blank cells as empty texts.

import type { CellRange } from "../../../../shared/report/cell-functions/cell-range.ts";
import { type Cell, isBlank } from "../../../../shared/table/cell.ts";
import type { Tables } from "../../../../shared/table/table.ts";

const BLANK_TAIL = 5;

/** The first `width` columns of the tab. */
export function rangeOf(tables: Tables, tab: string, width: number): CellRange {
  const table = tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`there is no tab "${tab}"`);
  const rowOf = (cells: readonly Cell[]) =>
    Array.from({ length: width }, (_, index) => {
      const cell = cells[index] ?? "";
      return isBlank(cell) ? "" : cell;
    });
  const last = Math.max(1, ...table.rows.map(({ at }) => at)) + BLANK_TAIL;
  const rows = new Map(table.rows.map(({ at, cells }) => [at, cells]));
  return [
    rowOf(table.header),
    ...Array.from({ length: last - 1 }, (_, index) => rowOf(rows.get(index + 2) ?? [])),
  ];
}

/** Activity!A:N. */
export function activityOf(tables: Tables): CellRange {
  return rangeOf(tables, "Activity", 14);
}

/** Stages!A:S. */
export function stagesOf(tables: Tables): CellRange {
  return rangeOf(tables, "Stages", 19);
}
