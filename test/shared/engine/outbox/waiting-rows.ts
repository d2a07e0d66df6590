// A book with messages in its Outbox, as if rules had asked for them.

import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { outboxTab } from "../../../../shared/engine/outbox/outbox-tab.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { RowCells } from "../../../../shared/table/layout.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";

export const NINE = parseMoment("2026-11-02T09:00:00Z");

/** The same day at another time, "12:30". */
export function at(time: string) {
  return parseMoment(`2026-11-02T${time}:00Z`);
}

/** The tables with these messages below each other; each waits to be sent to one address, where it does not say more. */
export function withMessages(tables: Tables, ...rows: readonly RowCells[]): Tables {
  return applyChanges(tables, [
    { kind: "layOut", tab: "Outbox", layout: outboxTab },
    { kind: "append", tab: "Outbox", rows: rows.map((row) => ({ ...PLAIN, ...row })) },
  ]);
}

const PLAIN = {
  state: "waiting to send",
  to: "ada@example.org",
  subject: "Hello",
  text: "Dear Ada",
  due: "2026-11-02T08:00:00+00:00",
};

/** Message id → its state. */
export function statesOf(tables: Tables): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(outboxRows(tables).map(({ id, state }) => [id, state]));
}
