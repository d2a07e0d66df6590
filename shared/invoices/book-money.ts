// All that a book holds of money, read once: invoices, payments, how they stand on a day, and what is wrong in either tab.

import type { PaidShare } from "../definition/need.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Day } from "../value/day.ts";
import { isSameNumber, numberKey } from "./invoice-number.ts";
import { type Invoice, type InvoicesReading, readInvoices } from "./invoices-tab.ts";
import { paidShares } from "./paid-shares.ts";
import { type PaymentsReading, readPayments } from "./payments-tab.ts";
import {
  type InvoicesStanding,
  isVoid,
  type StandingInvoice,
  standingInvoices,
} from "./standing-invoices.ts";

export interface BookMoney extends InvoicesStanding {
  readonly invoices: InvoicesReading;
  readonly payments: PaymentsReading;
  /** Record id → its invoices. */
  readonly ofRecord: ReadonlyMap<string, readonly StandingInvoice[]>;
  /** Record id → what of its invoices is paid. */
  readonly paid: ReadonlyMap<string, ReadonlySet<PaidShare>>;
  readonly problems: readonly Problem[];
}

/**
 * The money of a book on a day.
 *
 * @example
 * bookMoney([], parseDay("2026-11-20")).standing //=> []
 */
export function bookMoney(tables: Tables, today: Day): BookMoney {
  const invoices = readInvoices(tables);
  const payments = readPayments(tables, { invoices: invoices.invoices, today });
  const stands = standingInvoices(invoices.invoices, { payments: payments.payments, today });
  const ofRecord = invoicesByRecord(stands.standing);
  return {
    ...stands,
    invoices,
    payments,
    ofRecord,
    paid: paidShares(ofRecord),
    problems: [
      ...invoices.problems,
      ...doubledNumbers(invoices),
      ...payments.problems,
      ...paymentsOfVoid(invoices, payments, today),
    ],
  };
}

function invoicesByRecord(
  standing: readonly StandingInvoice[],
): ReadonlyMap<string, readonly StandingInvoice[]> {
  const ofRecord = new Map<string, StandingInvoice[]>();
  for (const each of standing) {
    const { record } = each.invoice;
    const known = ofRecord.get(record);
    if (known !== undefined) known.push(each);
    else if (record !== "") ofRecord.set(record, [each]);
  }
  return ofRecord;
}

function doubledNumbers({ view, invoices }: InvoicesReading): readonly Problem[] {
  const first = new Map<string, Invoice>();
  return invoices.flatMap((invoice): readonly Problem[] => {
    const { number, at } = invoice;
    const key = numberKey(number);
    const before = first.get(key);
    if (view === undefined || key === "") return [];
    if (before === undefined) {
      first.set(key, invoice);
      return [];
    }
    const message = `"${number}" is the number of row ${before.at}, too; give this one another, or empty the cell and it gets one`;
    return [problemAt(view, { row: at, key: "number" }, message)];
  });
}

function paymentsOfVoid(
  { invoices }: InvoicesReading,
  { view, payments }: PaymentsReading,
  today: Day,
): readonly Problem[] {
  if (view === undefined) return [];
  const voided = invoices.filter((invoice) => isVoid(invoice, today));
  return payments.flatMap(({ at, invoice: number }): readonly Problem[] => {
    if (!voided.some((invoice) => isSameNumber(invoice.number, number))) return [];
    const message = `"${number}" is void; write the number of the invoice that it pays`;
    return [problemAt(view, { row: at, key: "invoice" }, message)];
  });
}
