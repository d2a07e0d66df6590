// Rows of the head that hosts keep, such as whose the reminders are: read and written under the lock, without a look at
// the rest of the book.

import { type Head, readHead } from "../../shared/engine/head.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { bookOf } from "../book/open-book.ts";
import { writeChanges } from "../book/write-changes.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { bookZone } from "../zone.ts";
import { busySheet, underLock } from "./document-lock.ts";
import { readStateTab } from "./quick-reading.ts";
import { NO_BOARD } from "./whole-look.ts";

/** The head as it is; `undefined` where the spreadsheet has no book of ours. */
export function presentHead(): Head | undefined {
  const state = readStateTab(activeSpreadsheet());
  return state === undefined ? undefined : readHead([state.table]);
}

/**
 * Writes the changes that the plan makes of the head.
 *
 * @throws {StagelineError} `usage`, when the spreadsheet has no book; `busy`, when others are at work
 */
export function changeHead(plan: (head: Head, tables: Tables) => readonly Change[]): void {
  const done = underLock(LOCK_WAIT_MS, () => {
    const spreadsheet = activeSpreadsheet();
    const state = readStateTab(spreadsheet);
    if (state === undefined) throw new StagelineError("usage", NO_BOARD);
    const tables = [state.table];
    const zone = bookZone("UTC");
    writeChanges(bookOf({ spreadsheet, zone, tabs: [state] }), plan(readHead(tables), tables), () => "");
  });
  if (done === undefined) throw busySheet();
}

const LOCK_WAIT_MS = 5000;
