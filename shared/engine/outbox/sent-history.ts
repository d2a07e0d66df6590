// A message that went to the other side is an e-mail of its record, as if somebody had logged it: it ends a wait, counts
// as a touch, and rules go by it. Only the tab says that it went; it is noted in the history at the next look, once,
// whatever was cut short before.

import type { Entry } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import type { ActBoard, ActBook, ActsDone } from "../rules/rule-act.ts";
import { claimedId } from "./claims.ts";
import { unsettledRows } from "./outbox-glance.ts";
import { type OutboxRow, outboxChanges } from "./outbox-row.ts";
import { sentEmail, sentIds, sentTogether } from "./sent-entries.ts";

/**
 * What notes in the history what went out since. Whose note is there already bears no claim any more: that is taken off
 * by the next turn, so that a run which is cut short between leaves nothing out.
 *
 * @example
 * sentHistory({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() })
 * //=> { changes: [], entries: [] }
 */
export function sentHistory(book: ActBook): ActsDone {
  const sent = unsettledRows(book.tables).filter((row) => row.state === "sent" && claimedId(row) === row.id);
  const rows = sent.filter((row) => !isStopped(book, row));
  if (rows.length === 0) return { changes: [], entries: [] };
  const told = sentIds(book.entries);
  const asked = new Map(book.entries.map((entry) => [entry.id, entry]));
  const emails: Entry[] = [];
  const others: string[] = [];
  for (const row of rows.filter(({ id }) => !told.has(id))) {
    const entry = emailEntry(book, row, asked.get(row.id));
    if (entry === undefined) others.push(row.id);
    else emails.push(entry);
  }
  const noted = rows.filter(({ id }) => told.has(id));
  return {
    changes: noted.flatMap(({ id }) => outboxChanges(book.tables, id, { claim: "" })),
    entries: [...emails, ...sentTogether(book.run, others)],
  };
}

// Of a board that a guard stopped nobody can say whose mail it was: it is noted when the board is looked at again.
function isStopped({ definition, boards }: ActBook, { boardId, record }: OutboxRow): boolean {
  return record !== "" && !boards.has(boardId) && definition.boards.some(({ id }) => id === boardId);
}

// A record that was forgotten, or has no history, gets none by its mail.
function emailEntry({ run, boards }: ActBook, row: OutboxRow, asked: Entry | undefined): Entry | undefined {
  const board = boards.get(row.boardId);
  const state = board?.states.get(row.record);
  if (board === undefined || state === undefined || !isToContact(board, row, asked)) return undefined;
  return sentEmail(run, row, state);
}

// By what asked for it; where that does not say, by the address: that of the record.
function isToContact({ pipeline, rows }: ActBoard, row: OutboxRow, asked: Entry | undefined): boolean {
  if (row.person !== "") return false;
  const message = pipeline.messages.find(({ id }) => id === asked?.data["message"]);
  if (message !== undefined) return nameKey(message.to) === "contact";
  const cells = rows.get(row.record)?.cells;
  const addresses = pipeline.fields.flatMap(({ id, type }) =>
    type === "e-mail" ? [normalisedEmail(textOf(cells?.[id]))] : [],
  );
  return row.to.some((address) => addresses.includes(normalisedEmail(address) ?? address));
}
