// A message on its way into the tab Outbox.

import type { RowCells } from "../../table/layout.ts";
import type { OutboxRow } from "./outbox-row.ts";

/** What its row will show; nobody decided on it yet, and nobody took it. */
export type OutboxMessage = Required<Omit<OutboxRow, "decision" | "sentAt" | "claim">>;

/**
 * The cells of a message's row.
 *
 * @example
 * outboxCells({ id: "e1", state: "waiting to send", to: ["a@x.org", "b@x.org"], cc: [], subject: "Hi", text: "Hello", about: "Ada", board: "Deals",
 *   why: "Nudge", due: fixtures.run.now, note: "", boardId: "deals", record: "r1", person: "" }).to //=> "a@x.org, b@x.org"
 */
export function outboxCells(message: OutboxMessage): RowCells {
  const { to, cc, boardId, ...rest } = message;
  const cells = { ...rest, to: to.join(", "), cc: cc.join(", "), board_id: boardId };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ""));
}
