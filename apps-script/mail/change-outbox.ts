// Cells of the Outbox changed under the lock, without a look at the rest of the book. The tab is a person's, too: who
// sorts it just then has our words beside another message. So what was written is read before anybody goes by it, and
// put where it belongs.

import { type Head, readHead } from "../../shared/engine/head.ts";
import { freeClaim, isFree } from "../../shared/engine/outbox/claims.ts";
import { outboxChanges, outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import { outboxTab } from "../../shared/engine/outbox/outbox-tab.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { noMarks, readMarks } from "../book/marks.ts";
import { bookOf, type OpenTab, readAgain } from "../book/open-book.ts";
import { writeChanges } from "../book/write-changes.ts";
import { busySheet, underLock } from "../look/document-lock.ts";
import { readStateTab } from "../look/quick-reading.ts";
import { NO_BOARD } from "../look/whole-look.ts";
import { activeSpreadsheet, type Spreadsheet, sendWrites } from "../spreadsheet-app.ts";
import { type BookZone, bookZone } from "../zone.ts";

/** The head and the Outbox as they are. */
export interface OutboxView {
  readonly head: Head;
  readonly tables: Tables;
  readonly zone: BookZone;
}

const LOCK_WAIT_MS = 5000;
const MOST_ATTEMPTS = 4;

/**
 * Writes the changes that the plan makes; back come the head and the Outbox as they are after it.
 *
 * @throws {StagelineError} `usage`, when the spreadsheet has no book; `busy`, when others are at work, or sort the tab
 *   again and again
 */
export function changeOutbox(plan: (view: OutboxView) => readonly Change[]): OutboxView {
  const done = underLock(LOCK_WAIT_MS, () => {
    const spreadsheet = activeSpreadsheet();
    const state = readStateTab(spreadsheet);
    if (state === undefined) throw new StagelineError("usage", NO_BOARD);
    const head = readHead([state.table]);
    const zone = bookZone(head.zone === "" ? "UTC" : head.zone);
    const outbox = openOutbox(spreadsheet, zone);
    const tabs = outbox === undefined ? [state] : [state, outbox];
    const book = bookOf({ spreadsheet, zone, tabs });
    const changes = plan({ head, tables: book.tables, zone });
    writeChanges(book, changes, () => "");
    const after = applyChanges(book.tables, changes);
    if (outbox === undefined || changes.length === 0) return { head, tables: after, zone };
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      sendWrites();
      const again = bookOf({ spreadsheet, zone, tabs: [state, readAgain(outbox, zone)] });
      const strayed = strayedChanges(book.tables, after, again.tables);
      if (strayed.length === 0) return { head, tables: again.tables, zone };
      writeChanges(again, strayed, () => "");
    }
    throw busySheet();
  });
  if (done === undefined) throw busySheet();
  return done.result;
}

function openOutbox(spreadsheet: Spreadsheet, zone: BookZone): OpenTab | undefined {
  const marks = readMarks(spreadsheet);
  const sheet = spreadsheet.getSheets().find((each) => marks.get(each.getSheetId())?.key === outboxTab.key);
  if (sheet === undefined) return undefined;
  const own = marks.get(sheet.getSheetId()) ?? noMarks;
  const table = {
    tab: sheet.getName(),
    key: outboxTab.key,
    marks: own.columns,
    header: [],
    rows: [],
    merges: [],
  };
  return readAgain({ sheet, marks: own, table }, zone);
}

// What stands beside another message than was meant, and what is missing beside the one that was.
function strayedChanges(before: Tables, after: Tables, present: Tables): readonly Change[] {
  const wasThere = new Map(outboxRows(before).map((row) => [row.id, row]));
  const wanted = new Map(outboxRows(after).map((row) => [row.id, row]));
  return outboxRows(present).flatMap((row) => {
    const [old, meant] = [wasThere.get(row.id), wanted.get(row.id)];
    // A row that came meanwhile is somebody else's.
    if (old === undefined || meant === undefined) return [];
    const isMeant =
      row.state === meant.state &&
      row.sentAt === meant.sentAt &&
      (row.claim === meant.claim || (isFree(row) && isFree(meant)));
    if (isMeant) return [];
    const { state = "", sentAt, note } = meant;
    // Whatever is written names its message, should the tab be sorted once more.
    const claim = meant.claim || freeClaim(row.id);
    return outboxChanges(present, row.id, { state, claim, sent_at: sentAt, note });
  });
}
