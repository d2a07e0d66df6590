// The records of a book whose turn it is under the rules, board by board, with all that the rules ask of them.

import type { BoardRow } from "../../board/board-row.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { pathCounts } from "../../log/path-counts.ts";
import { dayOf } from "../../value/moment.ts";
import { mondayOf } from "../../value/week.ts";
import { fatesOf, type LinkedFate } from "../links/linked-fates.ts";
import { calendarOf, type Run } from "../run.ts";
import { isBehind } from "./behind.ts";
import { startOf } from "./due-moment.ts";
import type { BoardTurn, TurnRecord } from "./due-rules.ts";
import { doneKey } from "./record-turn.ts";
import type { ActBoard, ActBook } from "./rule-act.ts";

/** A board and its records. */
export interface TurnedBoard {
  readonly tab: string;
  readonly board: BoardTurn;
  readonly records: readonly TurnRecord[];
}

/**
 * The boards whose pipelines have rules, with the records that stand on them.
 *
 * @example
 * bookTurns({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() }) //=> []
 */
export function bookTurns(book: ActBook): readonly TurnedBoard[] {
  const ruled = [...book.boards.values()].filter(({ pipeline }) => pipeline.rules.length > 0);
  if (ruled.length === 0) return [];
  const facts = { counts: pathCounts(book.entries), fates: linkedFates(book) };
  const done = doneKeys(book.entries);
  return ruled.map((board) => ({
    tab: board.tab,
    board: boardTurn(book, board, done),
    records: [...board.rows.values()].flatMap((row) => turnRecord(book, { board, row, ...facts }) ?? []),
  }));
}

function boardTurn(
  { run, definition, starts }: ActBook,
  { pipeline }: ActBoard,
  done: ReadonlySet<string>,
): BoardTurn {
  const almanac = { calendar: calendarOf(definition, pipeline), zone: run.zone };
  return { run, definition, pipeline, almanac, starts, isDone: (key) => done.has(key) };
}

function turnRecord(
  { run, paid }: ActBook,
  {
    board,
    row,
    counts,
    fates,
  }: {
    readonly board: ActBoard;
    readonly row: BoardRow;
    readonly counts: ReadonlyMap<string, number>;
    /** Record id → what became of those that it is linked with. */
    readonly fates: ReadonlyMap<string, readonly LinkedFate[]>;
  },
): TurnRecord | undefined {
  const state = board.states.get(row.id);
  if (state === undefined || state.removed) return undefined;
  const { id } = board.board;
  const { name, values } = row;
  const behind = behindTime(board, { state, values }, run);
  const shares = paid?.get(row.id);
  return {
    ...{ board: id, name, state, values, entries: board.entriesOf(row.id) },
    count: counts.get(row.id) ?? 0,
    fates: (fates.get(row.id) ?? [])
      .filter((fate) => fate.board === id)
      .map(({ occurrence, at, fate }) => ({ occurrence, due: at, fate })),
    ...(behind === undefined ? {} : { behind }),
    ...(shares === undefined ? {} : { paid: shares }),
  };
}

// Once a week, counted from Monday.
function behindTime(
  { pipeline }: ActBoard,
  record: Pick<TurnRecord, "state" | "values">,
  { now, zone }: Run,
): TurnRecord["behind"] {
  if (!pipeline.rules.some(({ when }) => when.on === "behind")) return undefined;
  const today = dayOf(now);
  if (!isBehind(pipeline, record.state, record.values, today)) return undefined;
  return { occurrence: `week of ${mondayOf(today)}`, due: startOf(today, zone) };
}

// Only where a rule asks for them.
function linkedFates(book: ActBook): ReadonlyMap<string, readonly LinkedFate[]> {
  const isAsked = [...book.boards.values()].some(({ pipeline }) =>
    pipeline.rules.some(({ when }) => when.on === "linked"),
  );
  return isAsked ? groupedEntries(fatesOf(book), "record") : new Map();
}

// What was undone was done all the same: the rule is not to do it again for this time.
function doneKeys(entries: readonly Entry[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { board, record, data } of entries) {
    const { rule, occurrence, action } = data;
    if (rule !== undefined && occurrence !== undefined && action !== undefined)
      keys.add(doneKey({ board, record, rule, occurrence }, action));
  }
  return keys;
}
