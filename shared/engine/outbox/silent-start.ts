// The first switch-on is silent: what people did before it asks for no mail any more. From when on mail goes out stands
// in the head; what waited then never goes.

import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import { type Moment, momentInZone, type Zone } from "../../value/moment.ts";
import { readHead } from "../head.ts";
import { hostRow, hostRowChanges } from "../host-rows.ts";
import { outboxChanges, outboxRows } from "./outbox-row.ts";

/** The row of the head with the moment from which entries ask for mail. */
export const MESSAGES_SINCE = "messages_since";

/**
 * The moment from which entries ask for mail; `undefined` where all of them do.
 *
 * @example
 * mailSince([], utc) //=> undefined
 */
export function mailSince(tables: Tables, zone: Zone): Moment | undefined {
  return momentInZone(hostRow(readHead(tables), MESSAGES_SINCE), zone);
}

/**
 * The changes that let mail go out from now on, and nothing of before. What waits for a person waits on: nothing of it
 * goes by itself.
 *
 * @example
 * silentStart(fixtures.bookTables, fixtures.run.now)
 * //=> [{ kind: "append", tab: "_state", rows: [{ id: "messages_since", value: "2026-11-20T08:30:00+00:00" }] }]
 */
export function silentStart(tables: Tables, now: Moment): readonly Change[] {
  const waiting = outboxRows(tables).filter(({ state }) => state === "waiting to send");
  return [
    ...hostRowChanges(tables, { [MESSAGES_SINCE]: now }),
    ...waiting.flatMap(({ id }) => outboxChanges(tables, id, { state: "cancelled", note: BEFORE })),
  ];
}

const BEFORE = "it was due before reminders were switched on";
