// A message on its way into the tab Outbox.

import type { RowCells } from "../../table/layout.ts";
import type { Moment } from "../../value/moment.ts";
import type { OutboxState } from "./outbox-tab.ts";

export interface OutboxMessage {
  /** That of the entry which asked for it. */
  readonly id: string;
  readonly state: OutboxState;
  /** One address each. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** The name of the record. */
  readonly about: string;
  /** The tab of its board. */
  readonly board: string;
  readonly why: string;
  readonly due: Moment;
  readonly note: string;
  readonly boardId: string;
  readonly record: string;
  /** The id of the one person of the team that it is for; empty where it is for others, or for several. */
  readonly person: string;
}

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
