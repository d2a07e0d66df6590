// A book that goes on in another home: a file that becomes a spreadsheet of Google's, or the other way. It keeps its whole
// history and every message that it wrote; but whoever keeps the old one may send what waits there, so that nothing of it
// goes from the new one by itself: each message that waits asks a person first.

import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { hostRowChanges } from "../host-rows.ts";
import { outboxChanges, outboxRows } from "../outbox/outbox-row.ts";
import type { OutboxState } from "../outbox/outbox-tab.ts";
import { forgottenRows } from "./copied-book.ts";

const COPIED = "the book was copied while it waited; choose Send only where the old book does not send it";
const TAKEN = "the book was copied while it was being sent; look whether it went";

/**
 * What differs in the new home. `id` is that of the new file; empty where files have none.
 *
 * @example
 * movedIn(fixtures.bookTables, "file 2") //=> [{ kind: "append", tab: "_state", rows: [{ id: "book", value: "file 2" }] }]
 * movedIn(fixtures.bookTables, "") //=> []
 */
export function movedIn(tables: Tables, id: string): readonly Change[] {
  const messages = outboxRows(tables).flatMap(({ id: message, state }) => {
    const next = state === undefined ? undefined : NEXT[state];
    return next === undefined ? [] : outboxChanges(tables, message, next);
  });
  const book = id === "" ? [] : hostRowChanges(tables, { book: id });
  return [...messages, ...forgottenRows(tables, id === "" ? ["book"] : []), ...book];
}

const NEXT: Partial<Record<OutboxState, { readonly state: OutboxState; readonly note: string }>> = {
  "waiting to send": { state: "waiting for you", note: COPIED },
  "being sent": { state: "not known whether it was sent", note: TAKEN },
};
