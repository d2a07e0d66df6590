// A book that goes on in another home: a file that becomes a spreadsheet of Google's, or the other way. It keeps its whole
// history and every message that it wrote; but whoever keeps the old one may send what waits there, so that nothing of it
// goes from the new one by itself: each message that waits asks a person first. An old one that was told where the book
// went does nothing more: two that act would write to people twice.

import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { readHead } from "../head.ts";
import { hostRow, hostRowChanges } from "../host-rows.ts";
import { outboxChanges, outboxRows } from "../outbox/outbox-row.ts";
import type { OutboxState } from "../outbox/outbox-tab.ts";
import { forgottenRows } from "./copied-book.ts";

/** The row of the head with the place; a copy forgets it. */
const MOVED_TO = "moved_to";
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

/**
 * What tells the old book that it went on elsewhere, at a path or an address. One in a spreadsheet says besides that it is
 * in another file: so an add-on stops that only knows of copies.
 *
 * @example
 * movedAway(fixtures.bookTables, { place: "sales.xlsx", from: "a file" })
 * //=> [{ kind: "append", tab: "_state", rows: [{ id: "moved_to", value: "sales.xlsx" }] }]
 */
export function movedAway(
  tables: Tables,
  { place, from }: { readonly place: string; readonly from: "a file" | "a spreadsheet" },
): readonly Change[] {
  const book = from === "a spreadsheet" ? { book: `moved to ${place}` } : {};
  return hostRowChanges(tables, { [MOVED_TO]: place, ...book });
}

/**
 * Stops whoever would act in a book that went on elsewhere.
 *
 * @throws {StagelineError} `guard`, with the place
 * @example
 * refuseMoved(fixtures.bookTables) //=> undefined
 */
export function refuseMoved(tables: Tables): void {
  const place = hostRow(readHead(tables), MOVED_TO);
  if (place === "") return;
  throw new StagelineError(
    "guard",
    `this book went on in ${place}: work there; "stageline copy" makes a book of this one again`,
  );
}

const NEXT: Partial<Record<OutboxState, { readonly state: OutboxState; readonly note: string }>> = {
  "waiting to send": { state: "waiting for you", note: COPIED },
  "being sent": { state: "not known whether it was sent", note: TAKEN },
};
