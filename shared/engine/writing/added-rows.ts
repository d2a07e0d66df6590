// Rows that are added below whatever is there when they arrive, and not in a place that was found before: where people
// type, somebody may be typing in that very place.

import { type Cell, isSerialCell } from "../../table/cell.ts";
import type { RowCells } from "../../table/layout.ts";
import { columnFor, type TabDraft } from "../../table/planning/tab-draft.ts";

const MOST_ADDED = 20;
/** Columns of ours, which show days from their first cell to their last. */
const ENGINES_DAYS: readonly string[] = ["since", "due"];

/**
 * Whether the rows are a few for a board, and hold no day in a column of people's, which would lose its format on the way.
 *
 * @example
 * isAddedAlone({ key: "board_deals" }, [{ name: "Ada" }]) //=> true
 * isAddedAlone({ key: "log" }, [{ name: "Ada" }]) //=> false
 */
export function isAddedAlone({ key }: Pick<TabDraft, "key">, rows: readonly RowCells[]): boolean {
  const isDay = ([field, cell]: [string, Cell]) => isSerialCell(cell) && !ENGINES_DAYS.includes(field);
  const hasDay = rows.some((row) => Object.entries(row).some(isDay));
  return key?.startsWith("board_") === true && rows.length <= MOST_ADDED && !hasDay;
}

/**
 * The cells of a row by their columns, from the first.
 *
 * @example
 * cellsInOrder(draftOf("Prices", { table: fixtures.pricesTable }), { price: 3 }) //=> [null, 3]
 */
export function cellsInOrder(draft: TabDraft, row: RowCells): readonly Cell[] {
  const cells: Cell[] = [];
  for (const [field, value] of Object.entries(row)) {
    const column = columnFor(draft, field);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return cells;
}
