// The tab Invoices: one row an invoice, or a part of one. Rules make rows and people may type some; what was paid, what
// is open and how it stands is never typed, but follows from the payments. A fault is told at its cell, and the row
// counts for nothing until it is mended.

import { textOf } from "../table/cell.ts";
import type { FieldType, FieldValue } from "../table/field-type.ts";
import { readCell } from "../table/field-value.ts";
import type { ColumnLayout, RowCells, TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { plainText } from "../table/shown-cell.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { isCurrency } from "../value/currency.ts";
import type { Day } from "../value/day.ts";
import type { Money } from "../value/money.ts";

function column(key: string, header: string, rest: Partial<ColumnLayout> = {}): ColumnLayout {
  return { key, header, widthCharacters: 14, format: "text", ...rest };
}

function derived(key: string, header: string, rest: Partial<ColumnLayout> = {}): ColumnLayout {
  return column(key, header, { derived: true, ...rest });
}

/** The layout of the tab Invoices. */
export const invoicesTab: TabLayout = {
  key: "invoices",
  tab: "Invoices",
  hidden: false,
  tabColour: "#188038",
  columns: [
    column("number", "Number", { note: "What payments name; left empty, the next free one comes by itself" }),
    column("record", "Record", { widthCharacters: 26, note: "The name of the record that it is for" }),
    column("board", "Board", { note: "The tab of that record" }),
    column("customer", "Customer", { widthCharacters: 26 }),
    column("part", "Part", { widthCharacters: 8, note: "Such as 1 of 2; the first part is the advance" }),
    column("amount", "Amount", { format: "money" }),
    column("currency", "Currency", { widthCharacters: 10, note: "Three letters, such as EUR" }),
    column("issued_on", "Issued on", {
      format: "day",
      note: "The day on the invoice; empty while it is a draft",
    }),
    column("due_on", "Due on", { format: "day", note: "The last day on which it is paid in time" }),
    derived("status", "Status", {
      note: "Follows from the days, the payments and the credits",
      colours: [
        { text: "paid", background: "#c8e6c9" },
        { text: "overdue", background: "#ffcdd2" },
        { text: "part-paid", background: "#fff9c4" },
        { text: "void", background: "#eceff1" },
        { text: "credited", background: "#eceff1" },
      ],
    }),
    derived("paid", "Paid", { format: "money", note: "What came in for it, by the tab Payments" }),
    derived("open", "Open", { format: "money", note: "What is still to be paid" }),
    column("credited", "Credited", {
      format: "money",
      note: "What need not be paid any more, by a credit note",
    }),
    column("void_on", "Void on", { format: "day", note: "From this day on the invoice asks for nothing" }),
    column("note", "Note", { widthCharacters: 40 }),
    derived("record_id", "Record ID", { hidden: true }),
    derived("board_id", "Board ID", { hidden: true }),
    derived("id", "ID", { hidden: true }),
  ],
  preparedRows: 500,
};

export interface Invoice {
  /** The row's hidden id; empty for one that nobody named yet. */
  readonly id: string;
  /** The row's number in the tab. */
  readonly at: number;
  readonly number: string;
  /** Record id; empty where it is for none that is known. */
  readonly record: string;
  /** Board id. */
  readonly board: string;
  readonly customer: string;
  /** Its place among the parts of its record, from 1. */
  readonly part: number;
  readonly amount: Money;
  readonly credited: number;
  readonly issuedOn?: Day;
  readonly dueOn?: Day;
  readonly voidOn?: Day;
  readonly note: string;
}

export interface InvoicesReading {
  /** Absent where the book has no such tab. */
  readonly view?: TabView;
  /** Rows that can be understood, in the order of the tab. */
  readonly invoices: readonly Invoice[];
  readonly problems: readonly Problem[];
}

/**
 * The invoices of a book.
 *
 * @example
 * readInvoices([]).invoices //=> []
 */
export function readInvoices(tables: Tables): InvoicesReading {
  const table = tableOf(tables, invoicesTab);
  if (table === undefined) return { invoices: [], problems: [] };
  const view = viewOf(table, invoicesTab);
  const read = view.rows.filter(isInvoiceRow).map((row) => invoiceFromRow(view, row));
  return {
    view,
    invoices: read.flatMap(({ invoice }) => (invoice === undefined ? [] : [invoice])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/**
 * Whether a row is meant as an invoice: it has an amount, a number or a record.
 *
 * @example
 * isInvoiceRow({ cells: { note: "ask Bo" } }) //=> false
 */
export function isInvoiceRow({ cells }: Pick<ViewRow, "cells">): boolean {
  return ["number", "record", "amount"].some((key) => textOf(cells[key]) !== "");
}

interface ReadRow {
  readonly invoice?: Invoice;
  readonly problems: readonly Problem[];
}

function invoiceFromRow(view: TabView, row: ViewRow): ReadRow {
  const { cells } = row;
  const problems: Problem[] = [];
  const wrong = (key: string, message: string) => {
    problems.push(problemAt(view, { row: row.at, key }, message));
  };
  const code = textOf(cells["currency"]).toUpperCase();
  const hasCurrency = isCurrency(code);
  if (!hasCurrency)
    wrong(
      "currency",
      code === ""
        ? "the currency is missing; write three letters such as EUR"
        : `"${code}" is not a currency code like EUR`,
    );
  const value = (key: string, type: FieldType): FieldValue | undefined => {
    const reading = readCell(cells[key], { type, currency: hasCurrency ? code : undefined });
    if (reading.fault !== undefined && (type !== "money" || hasCurrency)) wrong(key, reading.fault);
    return reading.value;
  };
  const amount = value("amount", "money");
  const credited = value("credited", "money");
  const days = {
    issuedOn: value("issued_on", "day"),
    dueOn: value("due_on", "day"),
    voidOn: value("void_on", "day"),
  };
  if (textOf(cells["amount"]) === "") wrong("amount", "the amount is missing; write one like 1234.50");
  else if (typeof amount === "object" && amount.amountMinor < 0)
    wrong("amount", "an invoice asks for 0 or more; what is taken back stands in Credited");
  if (problems.length > 0 || typeof amount !== "object") return { problems };
  return {
    problems,
    invoice: {
      ...idsOf(cells),
      ...presentDays(days),
      at: row.at,
      number: plainText(cells["number"] ?? null),
      customer: textOf(cells["customer"]) || textOf(cells["record"]),
      part: partOf(cells),
      amount,
      credited: typeof credited === "object" ? credited.amountMinor : 0,
      note: textOf(cells["note"]),
    },
  };
}

function idsOf(cells: RowCells): Pick<Invoice, "id" | "record" | "board"> {
  return { id: textOf(cells["id"]), record: textOf(cells["record_id"]), board: textOf(cells["board_id"]) };
}

function presentDays(
  days: Readonly<Record<"issuedOn" | "dueOn" | "voidOn", FieldValue | undefined>>,
): Pick<Invoice, "issuedOn" | "dueOn" | "voidOn"> {
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
}

function partOf(cells: RowCells): number {
  return Number(/^(\d{1,2})\b/.exec(textOf(cells["part"]))?.[1] ?? 1);
}
