// The rules' turn over the whole book: for each record what is due, and what takes the whole book for all of them at once.
// Rows that come of it are written before the history that tells of them, and cells of records after it, like all that a
// run writes; the look after the turn takes in what it did.

import type { BoardRow } from "../../board/board-row.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import { addDays, weekdayOf } from "../../value/day.ts";
import { dayOf } from "../../value/moment.ts";
import { openChanges } from "../head.ts";
import { appendedHistory } from "../history-changes.ts";
import { invoiceActs } from "../invoices/invoice-acts.ts";
import { createActs } from "../links/create-acts.ts";
import { fatesOf, type LinkedFate } from "../links/linked-fates.ts";
import { filledOutbox } from "../outbox/fill-outbox.ts";
import { tidiedOutbox } from "../outbox/tidy-outbox.ts";
import { digests } from "../people/digests.ts";
import { calendarOf, type Run } from "../run.ts";
import { isBehind } from "./behind.ts";
import { startOf } from "./due-moment.ts";
import { type BoardTurn, doneKey, recordTurn, type Turn, type TurnRecord } from "./record-turn.ts";
import type { ActBoard, ActBook, ActsDone, RuleAct } from "./rule-act.ts";
import type { RuleStarts } from "./rule-history.ts";

/**
 * What the rules do now; no change where nothing is due.
 *
 * @example
 * rulesTurn({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] }, new Map()).changes //=> []
 */
export function rulesTurn(book: ActBook, starts: RuleStarts): ActsDone {
  const acted = ruledActs(book, starts);
  if (acted.changes.length > 0) return acted;
  const problems = acted.problems ?? [];
  const posted = postedMessages(book);
  return {
    ...written(book, { done: posted, cells: [] }),
    problems: [...problems, ...(posted.problems ?? [])],
  };
}

const NOTHING: ActsDone = { changes: [], entries: [] };

function ruledActs(book: ActBook, starts: RuleStarts): ActsDone {
  const turns = recordTurns(book, starts);
  const whole = bookActs(
    book,
    turns.flatMap(({ turn }) => turn.acts),
  );
  const entries = [...whole.entries, ...turns.flatMap(({ turn }) => turn.entries)];
  const cells = turns.flatMap(({ tab, turn }) =>
    turn.cells.map(({ record, field, value }): Change => ({ kind: "setField", tab, record, field, value })),
  );
  return written(book, { done: { ...whole, entries }, cells });
}

// Messages are put in when nothing else is due: by then records and invoices hold what the messages tell of.
function postedMessages(book: ActBook): ActsDone {
  const tidied = tidiedOutbox(book);
  const filled = filledOutbox(book);
  const done = {
    changes: [...tidied.changes, ...filled.changes],
    entries: [...tidied.entries, ...filled.entries],
    problems: [...(tidied.problems ?? []), ...(filled.problems ?? [])],
  };
  return done.changes.length + done.entries.length > 0 ? done : { ...digests(book), problems: done.problems };
}

// Where no history tells of it, nobody has to look again.
function written(
  book: ActBook,
  { done, cells }: { readonly done: ActsDone; readonly cells: readonly Change[] },
): ActsDone {
  const { entries, problems = [] } = done;
  if (entries.length === 0) return { changes: done.changes, entries, problems };
  const opened = openChanges(book.tables);
  const tables = applyChanges(book.tables, [...opened, ...done.changes]);
  const changes = [...opened, ...done.changes, ...appendedHistory(tables, entries), ...cells];
  return { changes, entries, problems };
}

interface RecordTurn {
  readonly tab: string;
  readonly turn: Turn;
}

function recordTurns(book: ActBook, starts: RuleStarts): readonly RecordTurn[] {
  const counts = pathCounts(book.entries);
  const fates = linkedFates(book);
  const done = doneKeys(book.entries);
  return [...book.boards.values()].flatMap((board) => {
    const turn = boardTurn(book, board, { starts, done });
    if (board.pipeline.rules.length === 0) return [];
    return [...board.rows.values()].flatMap((row): readonly RecordTurn[] => {
      const record = turnRecord(book, { board, row, counts, fates });
      if (record === undefined) return [];
      const made = recordTurn(turn, record);
      const isEmpty = made.entries.length + made.acts.length === 0;
      return isEmpty ? [] : [{ tab: board.tab, turn: made }];
    });
  });
}

function boardTurn(
  { run, definition }: ActBook,
  { pipeline }: ActBoard,
  { starts, done }: { readonly starts: RuleStarts; readonly done: ReadonlySet<string> },
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
  const monday = addDays(today, 1 - weekdayOf(today));
  return { occurrence: `week of ${monday}`, due: startOf(today, zone) };
}

// Only where a rule asks for them.
function linkedFates(book: ActBook): ReadonlyMap<string, readonly LinkedFate[]> {
  const isAsked = [...book.boards.values()].some(({ pipeline }) =>
    pipeline.rules.some(({ when }) => when.on === "linked"),
  );
  return isAsked ? groupedEntries(fatesOf(book), "record") : new Map();
}

function pathCounts(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, record, n } of entries)
    if (isPathEntry(kind) && n > (counts.get(record) ?? 0)) counts.set(record, n);
  return counts;
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

function bookActs(book: ActBook, acts: readonly RuleAct[]): ActsDone {
  if (acts.length === 0) return NOTHING;
  const made = createActs(
    book,
    acts.filter(({ action }) => action.do === "create"),
  );
  const invoiced = invoiceActs(book, acts);
  return {
    changes: [...made.changes, ...invoiced.changes],
    entries: [...made.entries, ...invoiced.entries],
    problems: [...(made.problems ?? []), ...invoiced.problems],
  };
}
