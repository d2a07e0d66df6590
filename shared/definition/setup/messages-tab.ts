// The Messages tab: one row per message that a rule may send, with its text and what it is for. Outreach asks for new
// business and is kept from whom it must not reach; service is part of what was agreed.

import { isBlank, nameKey, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import type { NamedField } from "../need-text.ts";
import { quietHoursFromText } from "../quiet-hours.ts";
import type { Message } from "../rule.ts";
import { messageWords, placeFaults } from "./merge-places.ts";
import {
  listOf,
  pipelineColumn,
  type RowFault,
  rowOf,
  setupTab,
  textColumn,
  textFromList,
} from "./setup-tab.ts";

/** The tab of the messages, one row each. */
export const messagesTab = setupTab("messages", "Messages", [
  pipelineColumn,
  textColumn("message", "Message", { widthCharacters: 24, note: "The name by which rules call it" }),
  textColumn("purpose", "Purpose", {
    widthCharacters: 10,
    dropdown: { kind: "values", values: ["service", "outreach"] },
    others: "refuse",
    note: "outreach: asks for new business; service: part of what was agreed",
  }),
  textColumn("to", "To", { note: "contact, owner, a role, or an address" }),
  textColumn("cc", "Copy to", { note: "Roles or addresses, parted by commas" }),
  textColumn("subject", "Subject", {
    widthCharacters: 36,
    note: "{{Field}} puts in what the record holds there",
  }),
  textColumn("body", "Text", { widthCharacters: 60, note: "{{Field}} puts in what the record holds there" }),
  textColumn("review", "Review first", {
    widthCharacters: 10,
    dropdown: { kind: "values", values: ["yes", "no"] },
    note: "yes: waits until a person sends it",
  }),
  textColumn("quiet", "Quiet hours", {
    widthCharacters: 14,
    note: "Such as 20:00-08:00: what is due then waits until they are over",
  }),
]);

/**
 * The row of a message.
 *
 * @example
 * messageCells("Offers", { id: "m", name: "Hello", purpose: "service", to: "contact", cc: [], subject: "Hi", body: "", reviewFirst: false }).to
 * //=> "contact"
 */
export function messageCells(pipelineName: string, message: Message): RowCells {
  return rowOf({
    pipeline: pipelineName,
    message: message.name,
    purpose: message.purpose,
    to: message.to,
    cc: textFromList(message.cc),
    subject: message.subject,
    body: message.body,
    review: message.reviewFirst ? "yes" : undefined,
    quiet: message.quietHours,
    id: message.id,
  });
}

/**
 * What a row says, and the faults in it; an unknown {{Field}} is one.
 *
 * @example
 * messageFromCells({ message: "Hello", to: "contact", subject: "Hi {{Nmae}}" }, []).faults[0].message
 * //=> '"{{Nmae}}" is not a field of this pipeline; there are Stage, Open, Invoice number, Invoice amount, Invoice due on, Invoice open'
 */
export function messageFromCells(
  cells: RowCells,
  fields: readonly NamedField[],
): { readonly message: Message; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const purpose = nameKey(textOf(cells["purpose"]));
  if (!["", "service", "outreach"].includes(purpose)) {
    faults.push({ key: "purpose", message: `"${textOf(cells["purpose"])}" is not one of service, outreach` });
  }
  if (isBlank(cells["to"]))
    faults.push({
      key: "to",
      message: "the message goes to nobody; write contact, owner, a role or an address",
    });
  const review = readCell(cells["review"] ?? null, { type: "yes/no" });
  if (review.fault !== undefined) faults.push({ key: "review", message: `${review.fault}; write yes or no` });
  const quiet = textOf(cells["quiet"]);
  const quietHours = quietHoursFromText(quiet);
  if (quiet !== "" && quietHours === undefined)
    faults.push({ key: "quiet", message: `"${quiet}" is not two times like 20:00-08:00` });
  const subject = textOf(cells["subject"]);
  const body = textOf(cells["body"]);
  faults.push(...faultsOf("subject", subject, fields), ...faultsOf("body", body, fields));
  return {
    message: {
      id: textOf(cells["id"]),
      name: textOf(cells["message"]),
      purpose: purpose === "outreach" ? "outreach" : "service",
      to: textOf(cells["to"]),
      cc: listOf(textOf(cells["cc"])),
      subject,
      body,
      reviewFirst: review.value === true,
      ...(quietHours === undefined ? {} : { quietHours }),
    },
    faults,
  };
}

function faultsOf(key: string, text: string, fields: readonly NamedField[]): readonly RowFault[] {
  return placeFaults(text, { fields, words: messageWords }).map((message) => ({ key, message }));
}
