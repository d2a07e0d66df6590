// Records that an edit added several of at once, as a paste does: what they look like is told by all others. Which look like one that is there is kept for the sidebar, which shows them; a cache may forget it.

import { type BoardReading, readBoard } from "../../shared/board/board-row.ts";
import type { Board, Definition } from "../../shared/definition/pipeline.ts";
import {
  type AddedRecords,
  addedRecords,
  begunRecords,
} from "../../shared/engine/duplicates/added-records.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Table, Tables } from "../../shared/table/table.ts";

/** The longest that a cache keeps anything. */
const SECONDS = 21_600;
const KEY = "added";
/** More than anybody looks through; the rest is found by the check of the book. */
const MOST_KEPT = 100;

interface Came {
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
  readonly definition: Definition;
}

/** What an edit of a board added, whose rows are as they were before it was written; `undefined` for one record, or none. */
export function addedToBoard(table: Table, board: Board, came: Came): AddedRecords | undefined {
  if (begunRecords(came.entries).length < 2) return undefined;
  const own = came.changes.filter(({ tab }) => tab === table.tab);
  const [after = table] = applyChanges([table], own);
  const reading = readBoard(came.definition, board, after);
  return keptAdded(addedRecords(came.definition, reading === undefined ? [] : [reading], came));
}

/** What a look at the whole book added, whose tables are as it left them. */
export function addedInBook(tables: Tables, came: Came): AddedRecords | undefined {
  if (begunRecords(came.entries).length < 2) return undefined;
  const { definition } = came;
  const readings = definition.boards.flatMap((board): readonly BoardReading[] => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const reading = table === undefined ? undefined : readBoard(definition, board, table);
    return reading === undefined ? [] : [reading];
  });
  return keptAdded(addedRecords(definition, readings, came));
}

/** Ids of records that were added last and look like others; none where the cache forgot, or somebody has seen them. */
export function lastDoubles(): readonly string[] {
  const text = CacheService.getDocumentCache()?.get(KEY) ?? "";
  return text === "" ? [] : text.split(" ");
}

/** Forgets them. */
export function forgetDoubles(): void {
  CacheService.getDocumentCache()?.remove(KEY);
}

function keptAdded(added: AddedRecords | undefined): AddedRecords | undefined {
  if (added !== undefined && added.doubles.length > 0) {
    CacheService.getDocumentCache()?.put(KEY, added.doubles.slice(0, MOST_KEPT).join(" "), SECONDS);
  }
  return added;
}
