// What came in for every invoice, and how it stands. Each payment goes to the invoice that it names; what is more than
// that one asks for goes to the other parts of the same record, in their order, and what is left then is a credit on
// account of the customer. So no cent is lost or counted twice: payments = paid + credits.

import type { Day } from "../value/day.ts";
import { type Money, money } from "../value/money.ts";
import { numberKey } from "./invoice-number.ts";
import type { Invoice } from "./invoices-tab.ts";
import type { Payment } from "./payments-tab.ts";

/** How an invoice stands, in the words of the tab. */
export const invoiceStatuses = ["draft", "sent", "part-paid", "paid", "overdue", "void", "credited"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export interface StandingInvoice {
  readonly invoice: Invoice;
  readonly paid: Money;
  /** Never below 0: what is paid beyond is a credit. */
  readonly open: Money;
  readonly status: InvoiceStatus;
}

/** Money of a customer that no invoice asks for. */
export interface AccountCredit {
  readonly customer: string;
  readonly amount: Money;
}

export interface InvoicesStanding {
  /** In the order of the invoices. */
  readonly standing: readonly StandingInvoice[];
  readonly credits: readonly AccountCredit[];
}

/**
 * How the invoices stand on a day; payments of later days must be left out already.
 *
 * @example
 * standingInvoices([], { payments: [], today: parseDay("2026-11-20") }) //=> { standing: [], credits: [] }
 */
export function standingInvoices(
  invoices: readonly Invoice[],
  { payments, today }: { readonly payments: readonly Payment[]; readonly today: Day },
): InvoicesStanding {
  const received = receivedFor(invoices, payments);
  const groups = new Map<string, Invoice[]>();
  for (const invoice of invoices) {
    const key = groupOf(invoice);
    groups.set(key, [...(groups.get(key) ?? []), invoice]);
  }
  const paid = new Map<Invoice, number>();
  const credits: AccountCredit[] = [];
  for (const group of groups.values()) credits.push(...allotted(group, { received, paid, today }));
  const standing = invoices.map((invoice) => standingOf(invoice, paid.get(invoice) ?? 0, today));
  return { standing, credits };
}

/**
 * Whether an invoice asks for nothing any more because it was taken back.
 *
 * @example
 * isVoid({ voidOn: parseDay("2026-11-21") }, parseDay("2026-11-20")) //=> false
 */
export function isVoid({ voidOn }: Pick<Invoice, "voidOn">, today: Day): boolean {
  return voidOn !== undefined && voidOn <= today;
}

// Two rows may have one number by mistake: the first of them is meant.
function receivedFor(
  invoices: readonly Invoice[],
  payments: readonly Payment[],
): ReadonlyMap<Invoice, number> {
  const named = new Map(invoices.map((invoice) => [numberKey(invoice.number), invoice] as const).reverse());
  const received = new Map<Invoice, number>();
  for (const { invoice: number, amount } of payments) {
    const invoice = named.get(numberKey(number));
    if (invoice !== undefined) received.set(invoice, (received.get(invoice) ?? 0) + amount.amountMinor);
  }
  return received;
}

// The invoices of one record in one currency share what is paid too much; one that is for no record stands alone.
function groupOf({ id, at, board, record, amount }: Invoice): string {
  return record === "" ? `alone ${at} ${id}` : `of ${board} ${record} ${amount.currency}`;
}

interface Allotting {
  readonly received: ReadonlyMap<Invoice, number>;
  readonly paid: Map<Invoice, number>;
  readonly today: Day;
}

function allotted(group: readonly Invoice[], { received, paid, today }: Allotting): readonly AccountCredit[] {
  const spare: { readonly from: Invoice; left: number }[] = [];
  for (const invoice of group) {
    const got = received.get(invoice) ?? 0;
    const due = dueMinor(invoice, today);
    paid.set(invoice, Math.min(got, due));
    if (got > due) spare.push({ from: invoice, left: got - due });
  }
  for (const invoice of inOrder(group)) {
    for (const each of spare) {
      const present = paid.get(invoice) ?? 0;
      const given = Math.max(0, Math.min(each.left, dueMinor(invoice, today) - present));
      paid.set(invoice, present + given);
      each.left -= given;
    }
  }
  return spare
    .filter(({ left }) => left > 0)
    .map(({ from, left }) => ({ customer: from.customer, amount: money(left, from.amount.currency) }));
}

function dueMinor(invoice: Invoice, today: Day): number {
  return isVoid(invoice, today) ? 0 : Math.max(0, invoice.amount.amountMinor - invoice.credited);
}

/**
 * Invoices of one record in the order in which they are to be paid.
 *
 * @example
 * inOrder([]) //=> []
 */
export function inOrder(invoices: readonly Invoice[]): readonly Invoice[] {
  return [...invoices].sort((left, right) => left.part - right.part || left.at - right.at);
}

function standingOf(invoice: Invoice, paid: number, today: Day): StandingInvoice {
  const { currency } = invoice.amount;
  const open = dueMinor(invoice, today) - paid;
  const status = statusOf(invoice, { paid, open, today });
  return { invoice, paid: money(paid, currency), open: money(Math.max(0, open), currency), status };
}

function statusOf(
  invoice: Invoice,
  { paid, open, today }: { readonly paid: number; readonly open: number; readonly today: Day },
): InvoiceStatus {
  if (isVoid(invoice, today)) return "void";
  const { issuedOn, dueOn, credited, amount } = invoice;
  if (open <= 0) return credited > 0 && credited >= amount.amountMinor ? "credited" : "paid";
  if (issuedOn === undefined || issuedOn > today) return "draft";
  if (dueOn !== undefined && dueOn < today) return "overdue";
  return paid > 0 ? "part-paid" : "sent";
}
