// The hourly turn of the account that looks after the sheet: everything that edits did not tell, deadlines that time
// brought, and the Dashboard. It says in the head that somebody is alive.

import { type Head, readHead } from "../../shared/engine/head.ts";
import { hostRowChanges } from "../../shared/engine/host-rows.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import { renewedDashboard } from "../../shared/report/dashboard/renewed-dashboard.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { LookedAt } from "../mail/send-waiting.ts";
import { isMine } from "../reminders.ts";
import { changeBook, type Plan } from "./change-book.ts";
import { dropMarks } from "./look-again.ts";
import { refuseOthers, runIn, tellCache } from "./whole-look.ts";

export type HourlyTurn =
  /** The sheet is another's to look after. */
  { readonly how: "another's"; readonly head: Head } | { readonly how: "done"; readonly looked: LookedAt };

/** Looks at the sheet, where it is this account's to look after. */
export function hourlyTurn(): HourlyTurn {
  // Whatever left a mark until now is seen by this look.
  dropMarks();
  return changeBook((book, now): Plan<HourlyTurn> => {
    refuseOthers(book);
    const head = readHead(book.tables);
    if (!isMine(head)) {
      const definition = emptyDefinition({ zone: "UTC", practice: false });
      return { changes: [], definition, result: { how: "another's", head } };
    }
    const looked = reconcile(book.tables, runIn(book, now, "sweep"));
    tellCache(book, looked);
    const tables = applyChanges(book.tables, looked.changes);
    const dashboard = renewedDashboard(book.tables, tables, { now, zone: book.zone });
    const changes = [...hostRowChanges(book.tables, { heartbeat: now }), ...dashboard, ...looked.changes];
    return {
      changes,
      definition: looked.definition,
      result: { how: "done", looked: { tables, zone: book.zone } },
    };
  });
}
