// What waits for a person to put it right: rows that say in their Status note what is missing or wrong, and what lies in
// Held until somebody takes or drops it. Held is nobody's in particular, so that everybody is told of it.

import { readBoard } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { decisionOf, heldTab } from "../../engine/held/held-tab.ts";
import { rememberedReason } from "../../log/record-memory.ts";
import { cellAddress, textOf } from "../../table/cell.ts";
import { tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { BoardInput } from "../board-inputs.ts";
import type { TodayItem } from "./today-item.ts";

/**
 * The rows with a Status note, board by board, then what lies in Held.
 *
 * @example
 * waitingItems(fixtures.bookTables, { definition: fixtures.book, boards: [] }) //=> []
 */
export function waitingItems(
  tables: Tables,
  book: { readonly definition: Definition; readonly boards: readonly BoardInput[] },
): readonly TodayItem[] {
  return [...book.boards.flatMap((board) => notedRows(book.definition, board)), ...heldRows(tables)];
}

function notedRows(definition: Definition, { board, table }: BoardInput): readonly TodayItem[] {
  const reading = table === undefined ? undefined : readBoard(definition, board, table);
  if (reading === undefined) return [];
  const { view } = reading;
  return reading.rows.flatMap(({ at, id, name, cells }): readonly TodayItem[] => {
    const sentence = textOf(cells["status_note"]);
    // Why the book moved it by itself is nothing to put right.
    if (sentence === "" || sentence === rememberedReason(textOf(cells["memory"]))) return [];
    const column = view.columns.at.get("stage");
    return [
      {
        ...{ board: view.tab, boardId: board.id, record: id, name, sentence },
        ...{ owner: textOf(cells["owner"]), stage: textOf(cells["stage"]) },
        ...(column === undefined ? {} : { place: { tab: view.tab, cell: cellAddress(at, column) } }),
      },
    ];
  });
}

function heldRows(tables: Tables): readonly TodayItem[] {
  const table = tableOf(tables, heldTab);
  if (table === undefined) return [];
  const view = viewOf(table, heldTab);
  const column = view.columns.at.get("decision") ?? 0;
  return view.rows.filter(isOpen).map(({ at, cells }) => ({
    ...{ board: textOf(cells["board"]), boardId: "", record: "", owner: "", stage: "" },
    name: textOf(cells["name"]),
    sentence: `${textOf(cells["reason"])}; choose Take or Drop`,
    place: { tab: view.tab, cell: cellAddress(at, column) },
  }));
}

function isOpen({ cells }: ViewRow): boolean {
  return textOf(cells["id"]) !== "" && textOf(cells["state"]) === "" && decisionOf(cells) === undefined;
}
