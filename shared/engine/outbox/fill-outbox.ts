// The Outbox is made from the history: each entry that asks for a mail becomes one row, ever, or a refusal with its
// reason. Rows are written before the history that tells of them: whoever is cut short between finds the row.

import type { Entry } from "../../log/entry.ts";
import type { Change } from "../../table/change.ts";
import { tableOf } from "../../table/tab-view.ts";
import { compareMoments } from "../../value/moment.ts";
import type { ActBook, ActsDone } from "../rules/rule-act.ts";
import { mailEntries, notSentEntry, notSentIds, putInEntries, putInIds } from "./message-entries.ts";
import { messageGuard } from "./message-guard.ts";
import { messageVerdict } from "./message-verdict.ts";
import { outboxIds } from "./outbox-glance.ts";
import { type OutboxMessage, outboxCells } from "./outbox-message.ts";
import { outboxTab } from "./outbox-tab.ts";

/**
 * What puts into the Outbox what waits in the history for its row: the first due first.
 *
 * @example
 * filledOutbox({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] })
 * //=> { changes: [], entries: [] }
 */
export function filledOutbox(book: ActBook): ActsDone {
  const table = tableOf(book.tables, outboxTab);
  if (table === undefined) return { changes: [], entries: [] };
  const present = outboxIds(book.tables);
  const told = putInIds(book.entries);
  const refused = notSentIds(book.entries);
  const asked = mailEntries(book, (id) => present.has(id) || told.has(id) || refused.has(id));
  const guard = messageGuard(book);
  const messages: OutboxMessage[] = [];
  const entries: Entry[] = [];
  for (const entry of [...asked].sort((left, right) => compareMoments(left.at, right.at))) {
    const verdict = messageVerdict(book, guard, entry);
    if (verdict.is === "row") messages.push(verdict.message);
    if (verdict.is === "refused")
      entries.push(notSentEntry(book.run, entry, { why: verdict.why, by: "rule" }));
  }
  const untold = [...present, ...messages.map(({ id }) => id)].filter((id) => !told.has(id));
  const rows = messages.map(outboxCells);
  const changes: readonly Change[] = rows.length === 0 ? [] : [{ kind: "append", tab: table.tab, rows }];
  return { changes, entries: [...entries, ...putInEntries(book.run, untold)] };
}
