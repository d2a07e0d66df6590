// The tab Payments: what came in, one row a payment, as people type it. A payment names the number of its invoice; one
// that cannot be understood counts for nothing and is told at its cell, so that money is never counted on a guess.

import { textOf } from "../table/cell.ts";
import type { FieldType, FieldValue } from "../table/field-type.ts";
import { readCell } from "../table/field-value.ts";
import type { ColumnLayout, TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { plainText, quoted } from "../table/shown-cell.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Day } from "../value/day.ts";
import type { Money } from "../value/money.ts";
import { numberKey } from "./invoice-number.ts";
import type { Invoice } from "./invoices-tab.ts";

function column(key: string, header: string, rest: Partial<ColumnLayout> = {}): ColumnLayout {
  return { key, header, widthCharacters: 14, format: "text", ...rest };
}

/** The layout of the tab Payments. */
export const paymentsTab: TabLayout = {
  key: "payments",
  tab: "Payments",
  hidden: false,
  tabColour: "#188038",
  columns: [
    column("day", "Day", { format: "day", note: "The day on which the money came in" }),
    column("invoice", "Invoice", {
      note: "The number of the invoice that it pays",
      dropdown: { kind: "column", tab: "invoices", column: "number" },
    }),
    column("amount", "Amount", { format: "money", note: "What came in; what was paid back is below 0" }),
    column("currency", "Currency", {
      widthCharacters: 10,
      note: "That of the invoice, where it is left empty",
    }),
    column("note", "Note", { widthCharacters: 40 }),
    column("id", "ID", { derived: true, hidden: true }),
  ],
  preparedRows: 500,
};

export interface Payment {
  /** The row's hidden id; empty for one that nobody named yet. */
  readonly id: string;
  readonly at: number;
  readonly day: Day;
  /** Number of the invoice, as it stands in Invoices. */
  readonly invoice: string;
  readonly amount: Money;
}

export interface PaymentsReading {
  /** Absent where the book has no such tab. */
  readonly view?: TabView;
  readonly payments: readonly Payment[];
  readonly problems: readonly Problem[];
}

/**
 * The payments of a book that can be understood; `known` are all of its invoices, and `today` the last day that counts.
 *
 * @example
 * readPayments([], { invoices: [], today: parseDay("2026-11-20") }).payments //=> []
 */
export function readPayments(
  tables: Tables,
  known: { readonly invoices: readonly Invoice[]; readonly today: Day },
): PaymentsReading {
  const table = tableOf(tables, paymentsTab);
  if (table === undefined) return { payments: [], problems: [] };
  const view = viewOf(table, paymentsTab);
  const invoices = new Map(
    known.invoices.map((invoice) => [numberKey(invoice.number), invoice] as const).reverse(),
  );
  const read = view.rows
    .filter(isPaymentRow)
    .map((row) => paymentFromRow(view, row, { invoices, today: known.today }));
  return {
    view,
    payments: read.flatMap(({ payment }) => (payment === undefined ? [] : [payment])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/**
 * Whether a row is meant as a payment: it has an amount or an invoice.
 *
 * @example
 * isPaymentRow({ cells: { note: "ask the bank" } }) //=> false
 */
export function isPaymentRow({ cells }: Pick<ViewRow, "cells">): boolean {
  return ["invoice", "amount"].some((key) => textOf(cells[key]) !== "");
}

function paymentFromRow(
  view: TabView,
  { at, cells }: ViewRow,
  known: { readonly invoices: ReadonlyMap<string, Invoice>; readonly today: Day },
): { readonly payment?: Payment; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (key: string, message: string) => {
    problems.push(problemAt(view, { row: at, key }, message));
  };
  const number = plainText(cells["invoice"] ?? null);
  const invoice = number === "" ? undefined : known.invoices.get(numberKey(number));
  if (invoice === undefined) wrong("invoice", unknownInvoice(number));
  const own = textOf(cells["currency"]).toUpperCase();
  const currency = invoice?.amount.currency;
  if (own !== "" && currency !== undefined && own !== currency)
    wrong("currency", `"${own}" is not ${currency}, the currency of ${number}; amounts are not converted`);
  const value = (key: string, type: FieldType): FieldValue | undefined => {
    const { value: read, fault } = readCell(cells[key], { type, currency });
    if (fault !== undefined) wrong(key, fault);
    return read;
  };
  const day = value("day", "day");
  if (textOf(cells["day"]) === "") wrong("day", "the day is missing; write one like 2026-11-20");
  // Without its invoice nobody knows in which currency the number is.
  const amount = currency === undefined ? undefined : value("amount", "money");
  if (textOf(cells["amount"]) === "") wrong("amount", "the amount is missing; write one like 1234.50");
  if (typeof day === "string" && day > known.today)
    wrong("day", `${quoted(cells["day"] ?? null)} is still to come; it counts from then on`);
  if (problems.length > 0 || invoice === undefined || typeof amount !== "object") return { problems };
  const id = textOf(cells["id"]);
  return { problems, payment: { id, at, day: day as Day, invoice: invoice.number, amount } };
}

function unknownInvoice(number: string): string {
  return number === ""
    ? "the number of the invoice is missing; the tab Invoices has them"
    : `"${number}" is not the number of an invoice; the tab Invoices has them`;
}
