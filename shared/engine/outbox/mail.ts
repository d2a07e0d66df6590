// A message as it leaves the book: what each way out of it, MailApp, a mail server or a file, makes a mail of.

import { oneLine } from "../../value/safe-text.ts";
import { htmlOf } from "./message-html.ts";
import type { OutboxRow } from "./outbox-row.ts";

export interface Mail {
  /** One address each. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The mail that a row of the Outbox is.
 *
 * @example
 * mailOf({ to: ["ada@example.com"], cc: [], subject: "Hello\nBcc: bo@example.com", text: "1 < 2" }).subject
 * //=> "Hello Bcc: bo@example.com"
 */
export function mailOf(row: Pick<OutboxRow, "to" | "cc" | "subject" | "text">): Mail {
  const { to, cc, subject, text } = row;
  return { to: to.map(oneLine), cc: cc.map(oneLine), subject: oneLine(subject), text, html: htmlOf(text) };
}
