// The tab Outbox: messages that wait, and what became of them. A row's hidden id is that of the entry which asked for
// the message, so that there is one message of it, ever. People choose Send or Cancel where a message waits for them.

import type { ColumnLayout, TabLayout } from "../../table/layout.ts";

/** What becomes of a message, in the words of the tab. */
export const outboxStates = [
  "waiting to send",
  "waiting for you",
  "being sent",
  "sent",
  "failed",
  "not known whether it was sent",
  "cancelled",
] as const;
export type OutboxState = (typeof outboxStates)[number];

/** What a person may say of a message that waits. */
export const outboxDecisions = ["Send", "Cancel"] as const;

function derived(key: string, header: string, widthCharacters: number): ColumnLayout {
  return { key, header, widthCharacters, format: "text", derived: true };
}

function hidden(key: string, header: string): ColumnLayout {
  return { ...derived(key, header, 20), hidden: true };
}

/** The layout of the tab Outbox. */
export const outboxTab: TabLayout = {
  key: "outbox",
  tab: "Outbox",
  hidden: true,
  tabColour: "#f9ab00",
  columns: [
    derived("state", "State", 20),
    {
      key: "decision",
      header: "Send or Cancel",
      widthCharacters: 14,
      format: "text",
      dropdown: { kind: "values", values: outboxDecisions },
      note: "Send: it goes out with the next turn; Cancel: it never goes out",
    },
    derived("to", "To", 28),
    derived("cc", "Copy to", 20),
    derived("subject", "Subject", 36),
    derived("text", "Text", 60),
    derived("about", "About", 24),
    derived("board", "Board", 16),
    derived("why", "Why", 30),
    derived("due", "Due", 26),
    derived("sent_at", "Sent at", 26),
    derived("note", "Note", 40),
    hidden("board_id", "Board ID"),
    hidden("record", "Record"),
    hidden("person", "Person"),
    hidden("claim", "Taken"),
    hidden("id", "ID"),
  ],
  preparedRows: 200,
};
