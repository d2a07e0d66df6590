// One row against the history of its record: what people did to it since the last look, as entries; and the cells
// that must be set so that the row tells the truth again.

import type { BoardRun } from "./row-draft.ts";
import { NO_FLAG } from "./row-memory.ts";
import { type RowOutcome, settledRow } from "./settled-row.ts";
import { type IdentifiedRow, toldRow } from "./told-row.ts";

/**
 * What a row of a known or new record means. `id` is the record's id, minted where the row is new; `state` is what
 * the history says of it, absent for a record that it does not know.
 *
 * @example
 * reconcileRow(fixtures.boardRun, { row: fixtures.newRow, id: "r1", origin: { how: "new" } }).entries[0].kind //=> "created"
 */
export function reconcileRow(board: BoardRun, seen: IdentifiedRow): RowOutcome {
  return settledRow(toldRow(board, seen), NO_FLAG);
}
