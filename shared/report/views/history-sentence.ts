// One entry of a record's history in a plain sentence, for somebody who wants to know what became of it. What was typed
// stands in quotes; who did it and when stand beside the sentence.

import { isActivityKind, wordOfActivity } from "../../definition/activity.ts";
import type { Entry } from "../../log/entry.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { HistoryNames } from "./history-names.ts";

/**
 * The sentence, without a full stop.
 *
 * @example
 * historySentence(fixtures.entry, { stage: () => "Lead", field: (id) => id }) //=> 'came in at "Lead"'
 */
export function historySentence(entry: Entry, names: HistoryNames): string {
  const { kind, data } = entry;
  if (isActivityKind(kind)) return wordOfActivity(kind);
  const [from, to] = [entry.from, entry.to].map((id) => quoted(id === undefined ? "" : names.stage(id)));
  switch (kind) {
    case "created":
      return `came in at ${to}`;
    case "copied":
      return `copied from another row, at ${to}`;
    case "moved":
      return data["log"] === "reopen" ? `opened again: from ${from} to ${to}` : `moved from ${from} to ${to}`;
    case "message":
      return messageSentence(data);
    case "not-sent":
      return "a message was not sent";
    case "invoiced":
      return "invoices were made or voided";
    case "refused":
      return `not moved to ${to}`;
    case "hand-over":
      return handOverSentence(data);
    case "milestone":
      return `reached the milestone ${quoted(entry.note)}`;
    case "field":
      return fieldSentence(data, names);
    case "linked":
      return linkSentence(data, names);
    case "removed":
      return data["handedTo"] === undefined ? "its row was deleted" : "went on to another board";
    case "restored":
      return "its row came back";
    case "merged":
      return "became one with another record";
    case "undone":
      if (data["merge"] !== undefined)
        return "two again: what made it one with another record was taken back";
      return `the move to ${quoted(names.stage(data["stage"] ?? ""))} was taken back`;
    case "correction":
      return "the history was put right";
    case "definition-changed":
      return "the set-up of the book changed";
  }
}

function messageSentence({ do: act, role = "the owner", rule }: Entry["data"]): string {
  if (act === "send") return rule === undefined ? "a message was asked for" : "a message of a rule";
  return act === "notify" ? `${role} was told` : `a reminder for ${role}`;
}

function handOverSentence({ from = "", to = "" }: Entry["data"]): string {
  return from === "" ? `handed over to ${quoted(to)}` : `handed over from ${quoted(from)} to ${quoted(to)}`;
}

function fieldSentence({ field = "", from = "", to = "" }: Entry["data"], names: HistoryNames): string {
  if (field === "name") return `renamed from ${quoted(from)} to ${quoted(to)}`;
  const name = names.field(field);
  if (from === "") return `${name}: ${quoted(to)}`;
  return to === ""
    ? `${name}: emptied, it was ${quoted(from)}`
    : `${name}: ${quoted(to)}, it was ${quoted(from)}`;
}

// A link that names no field came of "New … from this", and its note says which way.
function linkSentence({ field, name = "" }: Entry["data"], names: HistoryNames): string {
  if (field === undefined) return `linked with ${quoted(name)}`;
  return name === "" ? `${names.field(field)}: no longer linked` : `${names.field(field)}: ${quoted(name)}`;
}
