// The record in a row of a tab, for a page that shows what is selected.

import { readBoard } from "../../board/board-row.ts";
import { rulesInForce } from "../../engine/setup/rules-in-force.ts";
import { readLog } from "../../log/log-tab.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

export interface RecordAt {
  /** Empty in a row that was not looked at yet. */
  readonly record: string;
  readonly name: string;
  /** Tab of the board. */
  readonly board: string;
  readonly boardId: string;
}

/**
 * The record of that row; `undefined` where the tab is no board, or the row holds nothing.
 *
 * @example
 * recordAt(fixtures.bookTables, { tab: "Deals", row: 2 })?.name //=> "Ada"
 */
export function recordAt(
  tables: Tables,
  place: { readonly tab: string; readonly row: number },
): RecordAt | undefined {
  const { definition } = rulesInForce(tables, readLog(tables).entries);
  for (const board of definition.boards) {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (table?.tab !== place.tab) continue;
    const row = readBoard(definition, board, table)?.rows.find(({ at }) => at === place.row);
    if (row === undefined) return undefined;
    return { record: row.id, name: row.name, board: table.tab, boardId: board.id };
  }
  return undefined;
}
