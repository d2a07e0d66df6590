// Messages that wait in the Outbox, looked at again: what a person said of them, what was filled in since, and whether
// they may go still. One that must not is cancelled with its reason, also in the history; one that a person cancelled
// never goes out.

import type { Entry } from "../../log/entry.ts";
import type { Change } from "../../table/change.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import { problemAt, type TabView, tableOf, viewOf } from "../../table/tab-view.ts";
import { normalisedEmail } from "../../value/contact.ts";
import type { ActBook, ActsDone } from "../rules/rule-act.ts";
import { hasOpenPlaces } from "./merged-text.ts";
import { asksForMail, notSentEntry } from "./message-entries.ts";
import { type MessageGuard, messageGuard } from "./message-guard.ts";
import { type MessageVerdict, messageVerdict } from "./message-verdict.ts";
import { messagesIn, type PlacedMessage, strayCopies } from "./outbox-glance.ts";
import type { OutboxMessage } from "./outbox-message.ts";
import { type OutboxRow, outboxChanges } from "./outbox-row.ts";
import { outboxTab } from "./outbox-tab.ts";

type Cells = Readonly<Record<string, string>>;

/** What becomes of a row; the reason where it does not go. */
interface Tidied {
  readonly cells: Cells;
  readonly end?: { readonly why: string; readonly by: "rule" | "person" };
}

/**
 * What tidies the messages that wait; what still holds one up is a problem at its row.
 *
 * @example
 * tidiedOutbox({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] })
 * //=> { changes: [], entries: [], problems: [] }
 */
export function tidiedOutbox(book: ActBook): ActsDone & { readonly problems: readonly Problem[] } {
  const table = tableOf(book.tables, outboxTab);
  const waiting = messagesIn(book.tables, ["waiting to send", "waiting for you"]);
  if (table === undefined) return { changes: [], entries: [], problems: [] };
  const view = viewOf({ ...table, rows: [] }, outboxTab);
  const asked = entriesAsking(book, waiting);
  const guard = messageGuard(book);
  const changes: Change[] = [...strayCopies(book.tables)];
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const placed of waiting) {
    const { row } = placed;
    const entry = asked.get(row.id);
    const { cells, end } = tidiedRow(book, guard, { row, entry });
    changes.push(...outboxChanges(book.tables, row.id, changed(row, cells)));
    if (end !== undefined && entry !== undefined) entries.push(notSentEntry(book.run, entry, end));
    problems.push(...problemsOf(view, placed, cells));
  }
  return { changes, entries, problems };
}

function entriesAsking(
  { entries }: Pick<ActBook, "entries">,
  waiting: readonly PlacedMessage[],
): ReadonlyMap<string, Entry> {
  const ids = new Set(waiting.map(({ row }) => row.id));
  if (ids.size === 0) return new Map();
  const own = entries.filter((entry) => ids.has(entry.id) && asksForMail(entry));
  return new Map(own.map((entry) => [entry.id, entry]));
}

function problemsOf(view: TabView, { row, at, said }: PlacedMessage, cells: Cells): readonly Problem[] {
  const state = cells["state"] ?? row.state;
  if (said !== "" && row.decision === undefined)
    return [problemAt(view, { row: at, key: "decision" }, `${quoted(said)} is not one of Send, Cancel`)];
  const isHeld = state === "waiting for you" && isIncomplete(row);
  const note = cells["note"] ?? row.note;
  return isHeld
    ? [problemAt(view, { row: at, key: "note" }, `${quoted(row.about)}: ${note || INCOMPLETE}`)]
    : [];
}

const INCOMPLETE = "there is something still to be put in, or nobody to send it to";

function tidiedRow(
  book: ActBook,
  guard: MessageGuard,
  { row, entry }: { readonly row: OutboxRow; readonly entry: Entry | undefined },
): Tidied {
  if (row.decision === "cancel") return cancelled("cancelled by a person", "person");
  const verdict: MessageVerdict =
    entry === undefined ? { is: "not yet" } : messageVerdict(book, guard, entry);
  if (verdict.is === "refused") return cancelled(verdict.why, "rule");
  if (row.state === "waiting to send") return { cells: row.decision === undefined ? {} : { decision: "" } };
  if (!isIncomplete(row)) return { cells: row.decision === "send" ? SENT_BY_PERSON : {} };
  return verdict.is === "row" ? { cells: completedCells(row, verdict.message) } : { cells: {} };
}

const SENT_BY_PERSON: Cells = { state: "waiting to send", decision: "", note: "" };

function cancelled(why: string, by: "rule" | "person"): Tidied {
  return { cells: { state: "cancelled", decision: "", note: why }, end: { why, by } };
}

// Something is still to be put in, or there is nobody to send it to. A person may write either into the row.
function isIncomplete({ to, subject, text }: OutboxRow): boolean {
  const hasNobody = to.length === 0 || to.some((address) => normalisedEmail(address) === undefined);
  return hasNobody || hasOpenPlaces(subject) || hasOpenPlaces(text);
}

// A Send that was said while something was missing holds once it is there.
function completedCells(row: OutboxRow, message: OutboxMessage): Cells {
  const { to, cc, subject, text, note, state } = message;
  const cells = { to: to.join(", "), cc: cc.join(", "), subject, text, note };
  const isComplete = to.length > 0 && !hasOpenPlaces(subject) && !hasOpenPlaces(text);
  if (!isComplete) return cells;
  return row.decision === "send" ? { ...cells, ...SENT_BY_PERSON } : { ...cells, state };
}

function changed(row: OutboxRow, cells: Cells): Cells {
  const present: Cells = {
    state: row.state ?? "",
    decision: row.decision ?? "",
    to: row.to.join(", "),
    cc: row.cc.join(", "),
    ...{ subject: row.subject, text: row.text, note: row.note },
  };
  return Object.fromEntries(Object.entries(cells).filter(([key, value]) => present[key] !== value));
}
