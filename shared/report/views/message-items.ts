// Messages in the Outbox on which somebody has to decide: those that wait for a person, those that could not be sent, and
// those of which nobody knows whether they went. A message is its record's owner's to decide on.

import type { Definition } from "../../definition/pipeline.ts";
import { outboxRows } from "../../engine/outbox/outbox-row.ts";
import type { OutboxState } from "../../engine/outbox/outbox-tab.ts";
import { outboxTab } from "../../engine/outbox/outbox-tab.ts";
import { cellAddress, textOf } from "../../table/cell.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { BoardInput } from "../board-inputs.ts";
import type { TodayItem } from "./today-item.ts";

const WORDS: Partial<Readonly<Record<OutboxState, string>>> = {
  "waiting for you": "waits for you",
  failed: "could not be sent",
  "not known whether it was sent": "may have been sent, or not",
};

/**
 * The messages that somebody has to decide on, from the top of the Outbox.
 *
 * @example
 * messageItems(fixtures.bookTables, { definition: fixtures.book, boards: [] }) //=> []
 */
export function messageItems(
  tables: Tables,
  book: { readonly definition: Definition; readonly boards: readonly BoardInput[] },
): readonly TodayItem[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  const view = viewOf(table, outboxTab);
  const column = view.columns.at.get("decision") ?? 0;
  const places = new Map(view.rows.map(({ at, cells }) => [textOf(cells["id"]), at]));
  return outboxRows(tables).flatMap((row): readonly TodayItem[] => {
    const words = WORDS[row.state ?? "sent"];
    const at = places.get(row.id);
    if (words === undefined || row.decision !== undefined || at === undefined) return [];
    const why = row.note === "" ? "" : `: ${row.note}`;
    return [
      {
        ...{ board: row.board, boardId: row.boardId, record: "", stage: "" },
        name: row.about === "" ? row.subject : row.about,
        owner: ownerOfRow(book, row),
        sentence: `"${row.subject}" to ${row.to.join(", ") || "nobody"} ${words}${why}; choose Send or Cancel`,
        place: { tab: view.tab, cell: cellAddress(at, column) },
      },
    ];
  });
}

function ownerOfRow(
  { definition, boards }: { readonly definition: Definition; readonly boards: readonly BoardInput[] },
  { boardId, record, person }: { readonly boardId: string; readonly record: string; readonly person: string },
): string {
  const owner = boards.find(({ board }) => board.id === boardId)?.input.rows.get(record)?.owner;
  return owner ?? definition.team.find(({ id }) => id === person)?.name ?? "";
}
