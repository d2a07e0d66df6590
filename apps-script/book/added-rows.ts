// Rows that are added below whatever is there when they arrive, and not in a place that was found before: where people
// type, somebody may be typing in that very place.

import { type Cell, isSerialCell } from "../../shared/table/cell.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import { columnFor, type TabDraft } from "../../shared/table/planning/tab-draft.ts";

const MOST_ADDED = 20;
/** Columns of ours, which show days from their first cell to their last. */
const ENGINES_DAYS: readonly string[] = ["since", "due"];

/** Whether the rows are a few for a board, and hold no day in a column of people's, which would lose its format on the way. */
export function isAddedAlone({ key }: TabDraft, rows: readonly RowCells[]): boolean {
  const isDay = ([field, cell]: [string, Cell]) => isSerialCell(cell) && !ENGINES_DAYS.includes(field);
  const hasDay = rows.some((row) => Object.entries(row).some(isDay));
  return key?.startsWith("board_") === true && rows.length <= MOST_ADDED && !hasDay;
}

/** The cells of a row by their columns, from the first. */
export function cellsInOrder(draft: TabDraft, row: RowCells): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [field, value] of Object.entries(row)) {
    const column = columnFor(draft, field);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return cells;
}
