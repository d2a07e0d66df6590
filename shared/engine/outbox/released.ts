// Whether a look let a message out: whoever may send it then need not wait for the next turn.

import type { Change } from "../../table/change.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { outboxTab } from "./outbox-tab.ts";

/**
 * Whether the changes leave a message waiting to be sent that did not wait before.
 *
 * @example
 * releasesMessage([], [{ kind: "append", tab: "Outbox", rows: [{ id: "m1", state: "waiting to send" }] }]) //=> true
 * releasesMessage([], [{ kind: "append", tab: "Outbox", rows: [{ id: "m1", state: "waiting for you" }] }]) //=> false
 */
export function releasesMessage(tables: Tables, changes: readonly Change[]): boolean {
  const tab = tableOf(tables, outboxTab)?.tab ?? outboxTab.tab;
  return changes.some((change) => {
    if (change.tab !== tab) return false;
    if (change.kind === "append") return change.rows.some((row) => row["state"] === WAITING);
    return change.kind === "setField" && change.field === "state" && change.value === WAITING;
  });
}

const WAITING = "waiting to send";
