// Two records that somebody says are one: the one that goes and the one that stays, with all that is known of either.

import { type BoardRow, readBoard } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type NamedRecord, recordNamed } from "../named-record.ts";

/** Which records are meant: by their IDs, or by names that one record has. */
export interface WantedPair {
  readonly record: string;
  /** Tab of its board. */
  readonly board?: string;
  /** The one that stays. */
  readonly into: string;
  readonly intoBoard?: string;
}

export interface KnownRecord extends NamedRecord {
  readonly state: RecordState;
}

export interface RecordPair {
  readonly gone: KnownRecord;
  readonly kept: KnownRecord;
  readonly definition: Definition;
  /** All of the book's. */
  readonly entries: readonly Entry[];
  /** The row of a record on a board, by its id. */
  readonly rowOf: (board: string, record: string) => BoardRow | undefined;
}

/**
 * The pair that is meant.
 *
 * @throws {StagelineError} `usage`, when no record, or several, are called so; `guard`, when one waits to be mended
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" }).kept.name //=> "Ada"
 */
export function recordPair(tables: Tables, definition: Definition, wanted: WantedPair): RecordPair {
  const { entries } = readLog(tables);
  const { record, board, into, intoBoard } = wanted;
  const known = (name: string, tab: string | undefined): KnownRecord => {
    const found = recordNamed(tables, definition, {
      record: name,
      ...(tab === undefined ? {} : { board: tab }),
    });
    return { ...found, state: stateOf(entries, found) };
  };
  return {
    gone: known(record, board),
    kept: known(into, intoBoard),
    definition,
    entries,
    rowOf: rowsIn(tables, definition),
  };
}

function rowsIn(tables: Tables, definition: Definition): RecordPair["rowOf"] {
  const rows = new Map<string, ReadonlyMap<string, BoardRow>>();
  const rowsOf = (id: string): ReadonlyMap<string, BoardRow> => {
    const board = definition.boards.find((each) => each.id === id);
    const table =
      board === undefined ? undefined : tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    if (board === undefined || table === undefined) return new Map();
    return new Map((readBoard(definition, board, table)?.rows ?? []).map((row) => [row.id, row]));
  };
  return (board, record) => {
    const known = rows.get(board) ?? rowsOf(board);
    rows.set(board, known);
    return known.get(record);
  };
}

function stateOf(entries: readonly Entry[], { board, id, name }: NamedRecord): RecordState {
  const own = entries.filter((entry) => entry.board === board.id && entry.record === id);
  const state = replay(own).get(id);
  if (state === undefined) throw new StagelineError("guard", `${quoted(name)} has no history yet; see check`);
  return state;
}
