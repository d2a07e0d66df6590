// The rows of the tab Outbox, read as messages. What a person altered so that it means nothing any more is not guessed:
// a row in no known state is one that nothing is done with.

import { nameKey, textOf } from "../../table/cell.ts";
import type { Change, SetField } from "../../table/change.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { type Moment, momentInZone, utc } from "../../value/moment.ts";
import { type OutboxState, outboxStates, outboxTab } from "./outbox-tab.ts";

export interface OutboxRow {
  /** That of the entry which asked for the message. */
  readonly id: string;
  /** Absent where the cell says none that there is. */
  readonly state?: OutboxState;
  readonly decision?: "send" | "cancel";
  /** Addresses, one each. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The record's name. */
  readonly about: string;
  /** The name of the board's tab. */
  readonly board: string;
  readonly why: string;
  /** Absent where the cell says no moment. */
  readonly due?: Moment;
  readonly sentAt: string;
  readonly note: string;
  readonly boardId: string;
  readonly record: string;
  /** The person of Team that it is for; empty where it is for nobody of Team. */
  readonly person: string;
  /** Who took it to send it, and when (claims.ts); empty where nobody did, and where all that comes of it is noted. */
  readonly claim: string;
}

/**
 * The messages of the book, from the top of the tab; none where it has no such tab.
 *
 * @example
 * outboxRows([]) //=> []
 */
export function outboxRows(tables: Tables): readonly OutboxRow[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  return viewOf(table, outboxTab).rows.flatMap(({ cells }): readonly OutboxRow[] => {
    const text = (key: string) => textOf(cells[key]);
    if (text("id") === "") return [];
    const due = momentInZone(text("due"), utc) === undefined ? undefined : (text("due") as Moment);
    return [
      {
        id: text("id"),
        ...stateFrom(text("state")),
        ...decisionFrom(text("decision")),
        to: addressesIn(text("to")),
        cc: addressesIn(text("cc")),
        subject: text("subject"),
        text: text("text"),
        about: text("about"),
        board: text("board"),
        why: text("why"),
        ...(due === undefined ? {} : { due }),
        sentAt: text("sent_at"),
        note: text("note"),
        boardId: text("board_id"),
        record: text("record"),
        person: text("person"),
        claim: text("claim"),
      },
    ];
  });
}

/**
 * Whom a message goes to, by how many addresses.
 *
 * @example
 * recipientCount({ to: ["ada@example.com"], cc: ["bo@example.com"] }) //=> 2
 */
export function recipientCount({ to, cc }: Pick<OutboxRow, "to" | "cc">): number {
  return to.length + cc.length;
}

/**
 * How many messages these changes put into the tab.
 *
 * @example
 * addedMessages([], [{ kind: "append", tab: "Outbox", rows: [{ id: "m1" }] }]) //=> 1
 */
export function addedMessages(tables: Tables, changes: readonly Change[]): number {
  const tab = tableOf(tables, outboxTab)?.tab ?? outboxTab.tab;
  return changes.reduce(
    (count, change) => (change.kind === "append" && change.tab === tab ? count + change.rows.length : count),
    0,
  );
}

/**
 * The changes that set cells of a message.
 *
 * @example
 * outboxChanges([], "m1", { state: "sent" }) //=> [{ kind: "setField", tab: "Outbox", record: "m1", field: "state", value: "sent" }]
 */
export function outboxChanges(
  tables: Tables,
  id: string,
  cells: Readonly<Record<string, string>>,
): readonly SetField[] {
  const tab = tableOf(tables, outboxTab)?.tab ?? outboxTab.tab;
  return Object.entries(cells).map(([field, value]) => {
    return { kind: "setField", tab, record: id, field, value: value === "" ? null : value };
  });
}

function stateFrom(text: string): { readonly state?: OutboxState } {
  const state = outboxStates.find((each) => each === nameKey(text));
  return state === undefined ? {} : { state };
}

function decisionFrom(text: string): { readonly decision?: "send" | "cancel" } {
  const key = nameKey(text);
  return key === "send" || key === "cancel" ? { decision: key } : {};
}

function addressesIn(text: string): readonly string[] {
  return text.split(/[,;\n]/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}
