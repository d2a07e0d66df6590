// A message that a rule sends along with an invoice is pointless once nobody has to pay that invoice any more.

import type { Entry } from "../../log/entry.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { ISSUED } from "./invoice-entries.ts";

/**
 * Why the message must not ask for money, as a part of a sentence; `undefined` where it may, or asks for none.
 *
 * @example
 * endedInvoice({}, { entriesOf: () => [] }, { ...fixtures.entry, kind: "message" }) //=> undefined
 */
export function endedInvoice(
  { invoices }: Pick<ActBook, "invoices">,
  { entriesOf }: Pick<ActBoard, "entriesOf">,
  { record, data }: Entry,
): string | undefined {
  const own = invoices?.get(record) ?? [];
  if (data["do"] !== "send" || own.length === 0) return undefined;
  const made = entriesOf(record).find(
    (entry) =>
      entry.kind === "invoiced" &&
      entry.data[ISSUED] !== undefined &&
      entry.data["rule"] === data["rule"] &&
      entry.data["occurrence"] === data["occurrence"],
  );
  const sent = own.find(({ invoice }) => invoice.id === made?.data[ISSUED]);
  if (sent === undefined) return undefined;
  const { invoice, status } = sent;
  return status === "void" || status === "credited" || status === "paid"
    ? `${invoice.number} is ${status}`
    : undefined;
}
