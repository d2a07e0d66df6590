// What becomes of a message that an entry of the history asks for: a row of the Outbox, a refusal with its reason, or
// nothing yet, where the book cannot be seen whole. The same question is asked again for as long as a row waits.

import type { Entry } from "../../log/entry.ts";
import { quoted } from "../../table/shown-cell.ts";
import { endedInvoice } from "../invoices/ended-invoice.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { type ComposedMessage, composedMessage } from "./composed-message.ts";
import { messageEnd } from "./message-end.ts";
import type { MessageGuard } from "./message-guard.ts";
import type { OutboxMessage } from "./outbox-message.ts";

export type MessageVerdict =
  | { readonly is: "row"; readonly message: OutboxMessage }
  /** `why` is a part of a sentence. */
  | { readonly is: "refused"; readonly why: string }
  | { readonly is: "not yet" };

const NOT_YET: MessageVerdict = { is: "not yet" };

/**
 * What becomes of the message.
 *
 * @example
 * const book = { run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] };
 * messageVerdict(book, messageGuard(book), { ...fixtures.entry, kind: "message" }) //=> { is: "not yet" }
 */
export function messageVerdict(book: ActBook, guard: MessageGuard, entry: Entry): MessageVerdict {
  const board = book.boards.get(entry.board);
  if (board === undefined) {
    const isDefined = book.definition.boards.some(({ id }) => id === entry.board);
    return isDefined ? NOT_YET : { is: "refused", why: "its board is no longer there" };
  }
  const end = messageEnd(board, entry) ?? endedInvoice(book, board, entry);
  if (end !== undefined) return { is: "refused", why: end };
  const row = board.rows.get(entry.record);
  const state = board.states.get(entry.record);
  // Merged cells or an error hide the row: it is there, and nobody can tell what it says.
  if (row === undefined || state === undefined) return NOT_YET;
  const invoices = book.invoices?.get(entry.record) ?? [];
  const record = { pipeline: board.pipeline, state, row, invoices };
  const composed = composedMessage(book, { board, entry, record });
  if (typeof composed === "string") return { is: "refused", why: composed };
  return guardedVerdict(book, guard, { board, entry, composed });
}

function guardedVerdict(
  book: ActBook,
  guard: MessageGuard,
  asked: { readonly board: ActBoard; readonly entry: Entry; readonly composed: ComposedMessage },
): MessageVerdict {
  const { board, entry, composed } = asked;
  const { purpose, outside } = composed;
  const message = { board, record: entry.record, purpose, outside };
  const refusal = guard.refusal(message);
  if (refusal !== undefined) return { is: "refused", why: refusal };
  // On a board that cannot be read may stand somebody who must not be asked.
  const isBlind = book.boards.size < book.definition.boards.length;
  if (purpose === "outreach" && outside.length > 0 && isBlind) return NOT_YET;
  return { is: "row", message: messageOf(book, asked, guard.warning(message)) };
}

function messageOf(
  { definition }: Pick<ActBook, "definition">,
  asked: { readonly board: ActBoard; readonly entry: Entry; readonly composed: ComposedMessage },
  warning: string | undefined,
): OutboxMessage {
  const { board, entry, composed } = asked;
  const { to, cc, subject, text, person, faults, notes, reviewFirst } = composed;
  // Who asks for a message by hand has looked at it.
  const isReviewed = entry.knownBy !== "rule";
  const missing = faults.length === 0 ? [] : [`it cannot go yet: ${faults.join("; ")}`];
  const look = reviewFirst && !isReviewed ? ["look at it first"] : [];
  const practice = definition.practice ? ["the book practises"] : [];
  const held = [...missing, ...(warning === undefined ? [] : [warning]), ...look, ...practice];
  return {
    id: entry.id,
    state: held.length === 0 ? "waiting to send" : "waiting for you",
    ...{ to, cc, subject, text, person },
    about: board.rows.get(entry.record)?.name ?? entry.name,
    board: board.tab,
    why: whyOf(board, entry),
    due: entry.at,
    note: [...held, ...notes].join("; "),
    boardId: board.board.id,
    record: entry.record,
  };
}

function whyOf({ pipeline }: ActBoard, { data, who }: Entry): string {
  const rule = pipeline.rules.find(({ id }) => id === data["rule"]);
  return rule?.name ?? (data["rule"] === undefined ? `asked for by ${who}` : quoted(data["rule"]));
}
