// What advice is made from, gathered once from the tables of a book: the set-up tabs to point at, the rows of every
// board, and the paths of its records.

import { readBoard } from "../../board/board-row.ts";
import { type DatedDefinition, datedDefinitions } from "../../definition/definition-versions.ts";
import type { Board, Definition, Pipeline } from "../../definition/pipeline.ts";
import { setupTabs } from "../../definition/setup/write-setup.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { readLog } from "../../log/log-tab.ts";
import { pathsOf } from "../../log/paths-builder.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import { type BoardFacts, type BookFacts, optionId, type PipelineFacts } from "./advice.ts";

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
  const oldestFirst = [...datedDefinitions(tables)].reverse();
  for (const pipeline of definition.pipelines) {
    const boards = definition.boards
      .filter((board) => board.pipeline === pipeline.id)
      .map((board) => boardFacts(tables, { definition, board, now, entries: entriesOf.get(board.id) ?? [] }));
    pipelines.push({ pipeline, boards, book, addedMs: addedSince(pipeline, oldestFirst) });
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

// What is new has no history to be judged by. What was there from the first definition on may well have one that is
// older than the book: it was imported.
function addedSince(
  pipeline: Pipeline,
  oldestFirst: readonly DatedDefinition[],
): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  const known = new Set<string>();
  for (const { at, definition } of oldestFirst) {
    const then = definition.pipelines.find(({ id }) => id === pipeline.id);
    if (then === undefined) continue;
    const isFirst = known.size === 0;
    const options = then.fields.flatMap((field) => field.options.map((option) => optionId(field, option)));
    for (const id of [...[...then.stages, ...then.fields].map((thing) => thing.id), ...options]) {
      if (!isFirst && !known.has(id)) added.set(id, instantMs(at));
      known.add(id);
    }
  }
  return added;
}
