// The turn of whoever looks after the sheet: everything is looked at, what waits is sent, and what went is noted in the
// history by one look more, since rules go by it.

import { readHead } from "../../shared/engine/head.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import type { KnownBy } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { changeBook } from "../look/change-book.ts";
import { lookAtAll, refuseOthers, runIn, tellCache } from "../look/whole-look.ts";
import { isMine } from "../reminders.ts";
import { forgetMailWaits } from "./mail-waits.ts";
import { type LookedAt, sendWaiting } from "./send-waiting.ts";

/** After an edit people may want the sheet for themselves; by the hour nobody waits. A script ends after six minutes. */
export const SHORT_TURN_SECONDS = 30;
export const LONG_TURN_SECONDS = 180;

/** Looks, and sends what is due, where this account looks after the sheet; what there is to say of it. */
export function sendDue(knownBy: KnownBy, seconds: number): string {
  forgetMailWaits();
  const looked = changeBook((book, now) => {
    refuseOthers(book);
    if (!isMine(readHead(book.tables))) {
      const definition = emptyDefinition({ zone: "UTC", practice: false });
      return { changes: [], definition, result: undefined };
    }
    const { changes, definition, ...others } = reconcile(book.tables, runIn(book, now, knownBy));
    tellCache(book, { changes, definition, ...others });
    const result: LookedAt = { tables: applyChanges(book.tables, changes), zone: book.zone };
    return { changes, definition, result };
  });
  return looked === undefined ? "" : sendLooked(looked, seconds);
}

/** The same once everything was looked at. */
export function sendLooked(looked: LookedAt, seconds: number): string {
  const { sent, said } = sendWaiting(looked, seconds);
  if (sent > 0) lookAtAll("sweep");
  return said;
}
