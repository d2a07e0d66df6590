// What messages say of a record's invoice, by the words that stand in their texts. The invoice that is meant is the
// one to be paid: of those that went out and are open the last, or else the last that went out.

import { invoiceWords } from "../definition/invoice-words.ts";
import { nameKey } from "../table/cell.ts";
import { dayInWords } from "../value/day-words.ts";
import { formatMoney } from "../value/money.ts";
import type { StandingInvoice } from "./standing-invoices.ts";
import { inOrder } from "./standing-invoices.ts";

/**
 * What a word says of the invoices of a record; a fault where there is no invoice yet, and `undefined` where the word is
 * none of these.
 *
 * @example
 * toldOfInvoice("Invoice amount", []) //=> { fault: "there is no invoice yet" }
 * toldOfInvoice("Budget", []) //=> undefined
 */
export function toldOfInvoice(
  word: string,
  invoices: readonly StandingInvoice[],
): { readonly text: string } | { readonly fault: string } | undefined {
  const known = invoiceWords.find((each) => nameKey(each) === nameKey(word));
  if (known === undefined) return undefined;
  const meant = invoiceToPay(invoices);
  if (meant === undefined) return { fault: "there is no invoice yet" };
  const { invoice, open } = meant;
  switch (known) {
    case "Invoice number":
      return { text: invoice.number };
    case "Invoice amount":
      return { text: formatMoney(invoice.amount) };
    case "Invoice open":
      return { text: formatMoney(open) };
    case "Invoice due on":
      return invoice.dueOn === undefined
        ? { fault: `"Due on" of ${invoice.number} is empty` }
        : { text: dayInWords(invoice.dueOn) };
  }
}

function invoiceToPay(invoices: readonly StandingInvoice[]): StandingInvoice | undefined {
  const sent = invoices.filter(({ status }) => status !== "void" && status !== "draft");
  const order = inOrder(sent.map(({ invoice }) => invoice));
  const sorted = [...sent].sort((left, right) => order.indexOf(left.invoice) - order.indexOf(right.invoice));
  const open = sorted.filter((each) => each.open.amountMinor > 0);
  return open[open.length - 1] ?? sorted[sorted.length - 1];
}
