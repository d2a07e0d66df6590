// A message that went to the other side is an e-mail of its record, as if somebody had logged it: it ends a wait, counts
// as a touch, and rules go by it. Only the tab says that it went; it is noted in the history at the next look, once,
// whatever was cut short before.

import type { Entry } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import { momentInZone } from "../../value/moment.ts";
import { factEntry } from "../row/entry-making.ts";
import { type ActBoard, type ActBook, type ActsDone, RULES_ACT_AS } from "../rules/rule-act.ts";
import { ruling } from "../rules/rule-entries.ts";
import { type OutboxRow, outboxChanges, outboxRows } from "./outbox-row.ts";

/**
 * What notes in the history what went out since. Whose note is there already bears no claim any more: that is taken off
 * by the next turn, so that a run which is cut short between leaves nothing out.
 *
 * @example
 * sentHistory({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [], starts: new Map() })
 * //=> { changes: [], entries: [] }
 */
export function sentHistory(book: ActBook): ActsDone {
  const sent = outboxRows(book.tables).filter(({ state, claim }) => state === "sent" && claim !== "");
  if (sent.length === 0) return { changes: [], entries: [] };
  const known = new Map(book.entries.map((entry) => [entry.id, entry]));
  const entries: Entry[] = [];
  const noted: string[] = [];
  for (const row of sent) {
    const isStopped = isOnBoard(book, row) && !book.boards.has(row.boardId);
    const entry = isStopped ? undefined : emailEntry(book, row, known.get(row.id));
    if (entry !== undefined && !known.has(entry.id)) entries.push(entry);
    else if (!isStopped) noted.push(row.id);
  }
  return { changes: noted.flatMap((id) => outboxChanges(book.tables, id, { claim: "" })), entries };
}

function isOnBoard({ definition }: ActBook, { boardId, record }: OutboxRow): boolean {
  return record !== "" && definition.boards.some(({ id }) => id === boardId);
}

// A record that was forgotten, or has no history, gets none by its mail.
function emailEntry({ run, boards }: ActBook, row: OutboxRow, asked: Entry | undefined): Entry | undefined {
  const board = boards.get(row.boardId);
  const state = board?.states.get(row.record);
  if (board === undefined || state === undefined || !isToContact(board, row, asked)) return undefined;
  return factEntry(ruling(run), {
    kind: "email-out",
    subject: state,
    at: momentInZone(row.sentAt, run.zone) ?? run.now,
    note: row.subject,
    data: { message: row.id },
    who: RULES_ACT_AS,
    occurrence: `outbox\n${row.id}`,
  });
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
