// The rules' turn over the whole book: for each record what is due, and what takes the whole book for all of them at once.
// Rows that come of it are written before the history that tells of them, and cells of records after it, like all that a
// run writes; the look after the turn takes in what it did.

import { applyChanges } from "../../table/apply-changes.ts";
import type { Change } from "../../table/change.ts";
import { openChanges } from "../head.ts";
import { appendedHistory } from "../history-changes.ts";
import { invoiceActs } from "../invoices/invoice-acts.ts";
import { restoredInvoices } from "../invoices/restored-invoices.ts";
import { createActs } from "../links/create-acts.ts";
import { filledOutbox } from "../outbox/fill-outbox.ts";
import { forgottenChanges } from "../outbox/forgotten.ts";
import { undecidedMessages } from "../outbox/outbox-glance.ts";
import { sentHistory } from "../outbox/sent-history.ts";
import { tidiedOutbox } from "../outbox/tidy-outbox.ts";
import { digests } from "../people/digests.ts";
import { bookTurns } from "./book-turns.ts";
import { recordTurn, type Turn } from "./record-turn.ts";
import type { ActBook, ActsDone, RuleAct } from "./rule-act.ts";

/**
 * What the rules do now; no change where nothing is due.
 *
 * @example
 * rulesTurn({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() }).changes //=> []
 */
export function rulesTurn(book: ActBook): ActsDone {
  const told = written(book, { done: toldMessages(book), cells: [] });
  if (told.changes.length > 0) return told;
  const acted = ruledActs(book);
  if (acted.changes.length > 0) return acted;
  const problems = acted.problems ?? [];
  const posted = postedMessages(book);
  return {
    ...written(book, { done: posted, cells: [] }),
    problems: [...problems, ...(posted.problems ?? []), ...undecidedMessages(book.tables)],
  };
}

function ruledActs(book: ActBook): ActsDone {
  const turns = recordTurns(book);
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

// What became of messages comes first: rules go by it.
function toldMessages(book: ActBook): ActsDone {
  const { changes, entries } = sentHistory(book);
  return { changes: [...forgottenChanges(book.tables, book.run.now), ...changes], entries };
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

function recordTurns(book: ActBook): readonly RecordTurn[] {
  return bookTurns(book).flatMap(({ board, records, tab }) =>
    records.flatMap((record): readonly RecordTurn[] => {
      const turn = recordTurn(board, record);
      return turn.entries.length + turn.acts.length === 0 ? [] : [{ tab, turn }];
    }),
  );
}

function bookActs(book: ActBook, acts: readonly RuleAct[]): ActsDone {
  // Before any other is made for the same record; the acts come in the next turn.
  const restored = restoredInvoices(book);
  if (restored.entries.length > 0 || acts.length === 0) return restored;
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
