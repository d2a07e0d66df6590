// A board on which records stand cannot lose its row in Pipelines while its tab is there: nothing would look after
// them any more, and nobody would be told. Until the row is back, or the tab is gone, the last good definition stays.

import type { Definition } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import type { Entry } from "../../log/entry.ts";
import { replay } from "../../log/replay.ts";
import type { Problem } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";
import { oneOf, pluralOf } from "../../value/noun.ts";

/**
 * Boards that the definition lacks, the one before it had, and records stand on.
 *
 * @example
 * deletedBoardsInUse([], { definition: fixtures.book, before: fixtures.book }, () => []) //=> []
 */
export function deletedBoardsInUse(
  tables: Tables,
  book: { readonly definition: Definition; readonly before: Definition },
  entriesOf: (board: string) => readonly Entry[],
): readonly Problem[] {
  const { definition, before } = book;
  const gone = before.boards.filter(({ id }) => !definition.boards.some((board) => board.id === id));
  return gone.flatMap(({ id, pipeline }): readonly Problem[] => {
    const tab = tables.find(({ key }) => key === `board_${id}`)?.tab;
    const count = [...replay(entriesOf(id)).values()].filter((state) => !state.removed).length;
    if (tab === undefined || count === 0) return [];
    const noun = before.pipelines.find((each) => each.id === pipeline)?.noun ?? "record";
    const records = count === 1 ? `${oneOf(noun)} stands` : `${count} ${pluralOf(noun)} stand`;
    const message = `the board "${tab}" is gone from here, but ${records} on it; put its row back with the ID ${id}, or delete its tab, too`;
    return [{ tab: pipelinesTab.tab, message }];
  });
}
