// The hourly turn of the account that looks after the sheet: everything that edits did not tell, deadlines that time
// brought, and the Dashboard. It says in the head that somebody is alive.

import { type Head, readHead } from "../../shared/engine/head.ts";
import { hostRowChanges } from "../../shared/engine/host-rows.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { isMine } from "../reminders.ts";
import { changeBook } from "./change-book.ts";
import { renewedDashboard } from "./dashboard.ts";
import { dropMarks } from "./look-again.ts";
import { refuseOthers, runIn, tellCache } from "./whole-look.ts";

/** Looks at the sheet; the head where it is another's to look after. */
export function hourlyTurn(): Head | undefined {
  // Whatever left a mark until now is seen by this look.
  dropMarks();
  return changeBook((book, now) => {
    refuseOthers(book);
    const head = readHead(book.tables);
    if (!isMine(head)) {
      return { changes: [], definition: emptyDefinition({ zone: "UTC", practice: false }), result: head };
    }
    const looked = reconcile(book.tables, runIn(book, now, "sweep"));
    tellCache(book, looked);
    const dashboard = renewedDashboard(book.tables, applyChanges(book.tables, looked.changes), now);
    const changes = [...hostRowChanges(book.tables, { heartbeat: now }), ...dashboard, ...looked.changes];
    return { changes, definition: looked.definition, result: undefined };
  });
}
