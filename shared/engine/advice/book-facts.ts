// What advice is made from, gathered once from the tables of a book: the set-up tabs to point at, the rows of every
// board, and the paths of its records.

import { readBoard } from "../../board/board-row.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { setupTabs } from "../../definition/setup/write-setup.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { readLog } from "../../log/log-tab.ts";
import { pathsOf } from "../../log/paths-builder.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import type { BoardFacts, BookFacts, PipelineFacts } from "./advice.ts";

/**
 * The facts of a book as of `now`. `tables` are those of a book that was reconciled, so that every row has its id.
 *
 * @throws {StagelineError} `log`, when the history has lost a column
 * @example
 * factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0].boards[0].board.tab //=> "Deals"
 */
export function factsOf(tables: Tables, definition: Definition, now: Moment): BookFacts {
  const entriesOf = groupedEntries(readLog(tables).entries, "board");
  const pipelines: PipelineFacts[] = [];
  const setup = new Map(
    setupTabs.flatMap((layout) => {
      const table = tableOf(tables, layout);
      return table === undefined ? [] : [[layout.key, viewOf(table, layout)] as const];
    }),
  );
  const book: BookFacts = { definition, pipelines, setup };
  for (const pipeline of definition.pipelines) {
    const boards = definition.boards
      .filter((board) => board.pipeline === pipeline.id)
      .map((board) => boardFacts(tables, { definition, board, now, entries: entriesOf.get(board.id) ?? [] }));
    pipelines.push({ pipeline, boards, book });
  }
  return book;
}

function boardFacts(
  tables: Tables,
  world: {
    readonly definition: Definition;
    readonly board: Board;
    readonly entries: readonly Entry[];
    readonly now: Moment;
  },
): BoardFacts {
  const { definition, board, entries, now } = world;
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const reading = table === undefined ? undefined : readBoard(definition, board, table);
  const stages = definition.pipelines.find(({ id }) => id === board.pipeline)?.stages ?? [];
  const stageIds = stages.map((stage) => stage.id);
  return { board, paths: pathsOf(stageIds, entries, now), ...(reading === undefined ? {} : { reading }) };
}
