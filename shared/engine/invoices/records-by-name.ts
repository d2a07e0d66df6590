// The records of all boards with their names and ids, for rows of other tabs that name one.

import { boardLayout } from "../../board/board-layout.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { textOf } from "../../table/cell.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

export interface KnownRecord {
  readonly id: string;
  readonly name: string;
  /** Board id. */
  readonly board: string;
  /** The name of its tab as it is now. */
  readonly tab: string;
}

/**
 * All records that have a row with an id.
 *
 * @example
 * recordsByName(fixtures.bookTables, fixtures.book) //=> []
 */
export function recordsByName(tables: Tables, definition: Definition): readonly KnownRecord[] {
  return definition.boards.flatMap((board) => {
    const layout = boardLayout(definition, board);
    const table = tableOf(tables, layout);
    if (table === undefined) return [];
    return viewOf(table, layout).rows.flatMap(({ cells }): readonly KnownRecord[] => {
      const [id, name] = [textOf(cells["id"]), textOf(cells["name"])];
      return id === "" || name === "" ? [] : [{ id, name, board: board.id, tab: table.tab }];
    });
  });
}
