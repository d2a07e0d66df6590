// The invoices of a book while acts make, issue and void some: what is done is seen by the next act, and every row
// comes out as changes in the end. Rows have ids that follow from the act, so that a run which was cut short makes none
// of them twice.

import { highestCount, numberOf } from "../../invoices/invoice-number.ts";
import type { InvoiceTerms } from "../../invoices/invoice-terms.ts";
import { type Invoice, readInvoices } from "../../invoices/invoices-tab.ts";
import { readPayments } from "../../invoices/payments-tab.ts";
import { inOrder, isVoid, standingInvoices } from "../../invoices/standing-invoices.ts";
import type { Entry } from "../../log/entry.ts";
import { type Cell, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { writeCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import type { TabView } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { type Day, serialFromDay } from "../../value/day.ts";
import { hashOf } from "../../value/hash.ts";
import { NUMBERS } from "./invoice-entries.ts";

/** The record that is invoiced. */
export interface InvoicedRecord {
  readonly record: string;
  readonly name: string;
  /** Board id. */
  readonly board: string;
  /** The name of its tab. */
  readonly tab: string;
}

/** The days of an invoice that goes out. */
export interface InvoiceDays {
  readonly issuedOn: Day;
  readonly dueOn: Day;
}

export interface InvoiceLedger {
  /** Of a record, in their order. */
  readonly of: (record: string) => readonly Invoice[];
  readonly isLive: (invoice: Invoice) => boolean;
  /** Whether a row of the record waits to be mended. */
  readonly hasUnreadable: (record: string) => boolean;
  /** What came in for an invoice, in minor units. */
  readonly paidFor: (invoice: Invoice) => number;
  readonly make: (of: InvoicedRecord, key: string, asked: AskedInvoices) => readonly Invoice[];
  readonly issue: (invoice: Invoice, days: InvoiceDays) => Invoice;
  readonly void: (invoice: Invoice, on: Day, reason: string) => Invoice;
  /** Takes a void back that gave this reason; nothing where there is none. */
  readonly restore: (invoice: Invoice, reason: string) => readonly Invoice[];
  readonly changes: () => readonly Change[];
}

export interface AskedInvoices {
  readonly terms: InvoiceTerms;
  /** Absent where the first part waits, too. */
  readonly days?: InvoiceDays;
}

/**
 * The invoices as they stand; `undefined` where the book has no tab for them. `entries` are the whole history, which
 * remembers the numbers of rows that were deleted.
 *
 * @example
 * openLedger([], { entries: [], today: parseDay("2026-11-20") }) //=> undefined
 */
export function openLedger(
  tables: Tables,
  book: { readonly entries: readonly Entry[]; readonly today: Day },
): InvoiceLedger | undefined {
  const reading = readInvoices(tables);
  return reading.view === undefined
    ? undefined
    : ledgerOf(tables, reading.view, { ...book, invoices: reading.invoices });
}

function ledgerOf(
  tables: Tables,
  view: TabView,
  found: { readonly invoices: readonly Invoice[]; readonly entries: readonly Entry[]; readonly today: Day },
): InvoiceLedger {
  const { today } = found;
  const { payments } = readPayments(tables, found);
  const invoices = [...found.invoices];
  const { standing } = standingInvoices(found.invoices, { payments, today });
  const paid = new Map(standing.map((each) => [each.invoice.id, each.paid.amountMinor] as const));
  let count: number | undefined;
  const readable = new Set(invoices.map(({ at }) => at));
  const unreadable = new Set(
    view.rows.filter(({ at }) => !readable.has(at)).map(({ cells }) => textOf(cells["record_id"])),
  );
  let last = view.rows.reduce((most, { at }) => Math.max(most, at), 1);
  const added: RowCells[] = [];
  const set: Change[] = [];
  const setCells = (invoice: Invoice, cells: RowCells) => {
    for (const [field, value] of Object.entries(cells))
      set.push({ kind: "setField", tab: view.tab, record: invoice.id, field, value });
  };
  const replace = (invoice: Invoice): Invoice => {
    invoices[invoices.findIndex(({ id }) => id === invoice.id)] = invoice;
    return invoice;
  };
  return {
    of: (record) => inOrder(invoices.filter((each) => each.record === record && each.id !== "")),
    isLive: (invoice) => !isVoid(invoice, today),
    hasUnreadable: (record) => unreadable.has(record),
    paidFor: ({ id }) => paid.get(id) ?? 0,
    make: (of, key, asked) => {
      const { parts } = asked.terms;
      return parts.map((amount, index) => {
        const id = hashOf("i", [key, String(index)]);
        const present = invoices.find((each) => each.id === id);
        if (present !== undefined) return present;
        count ??= highestCount(takenNumbers(view, found.entries));
        count += 1;
        const number = numberOf(count);
        last += 1;
        const made = madeInvoice(of, asked, { id, at: last, index, number, amount });
        invoices.push(made);
        added.push(cellsOf(made, of, parts.length));
        return made;
      });
    },
    issue: (invoice, days) => {
      setCells(invoice, { due_on: dayCell(days.dueOn), issued_on: dayCell(days.issuedOn) });
      return replace({ ...invoice, ...days });
    },
    void: (invoice, on, reason) => {
      const note = invoice.note.endsWith(reason)
        ? invoice.note
        : [invoice.note, reason].filter(Boolean).join("; ");
      setCells(invoice, { note, void_on: dayCell(on) });
      return replace({ ...invoice, note, voidOn: on });
    },
    restore: (invoice, reason) => {
      const { voidOn, note: present, ...rest } = invoice;
      if (voidOn === undefined || reason === "" || !present.endsWith(reason)) return [];
      const note = present.slice(0, -reason.length).replace(/;\s*$/, "");
      setCells(invoice, { void_on: null, note: note === "" ? null : note });
      return [replace({ ...rest, note })];
    },
    changes: () => [
      ...(added.length === 0 ? [] : [{ kind: "append", tab: view.tab, rows: added } as const]),
      ...set,
    ],
  };
}

/**
 * The numbers that the history has of invoices, also of rows that were deleted since.
 *
 * @example
 * numbersIn([{ ...fixtures.entry, kind: "invoiced", data: { numbers: "INV-0001, INV-0002" } }]) //=> ["INV-0001", "INV-0002"]
 */
export function numbersIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ kind, data }) => (kind === "invoiced" ? (data[NUMBERS] ?? "").split(", ") : []));
}

function takenNumbers({ rows }: TabView, entries: readonly Entry[]): readonly string[] {
  return [...rows.map(({ cells }) => textOf(cells["number"])), ...numbersIn(entries)];
}

function madeInvoice(
  { record, name, board }: InvoicedRecord,
  { terms, days }: AskedInvoices,
  own: Pick<Invoice, "id" | "at" | "number" | "amount"> & { readonly index: number },
): Invoice {
  const { id, at, index, number, amount } = own;
  const isNow = index === 0 && days !== undefined;
  return {
    id,
    at,
    number,
    record,
    board,
    customer: terms.customer || name,
    part: index + 1,
    amount,
    credited: 0,
    ...(isNow ? days : {}),
    note: "",
  };
}

function cellsOf(invoice: Invoice, of: InvoicedRecord, parts: number): RowCells {
  const { id, number, record, board, customer, part, amount, issuedOn, dueOn } = invoice;
  return {
    number,
    record: of.name,
    board: of.tab,
    customer,
    part: parts === 1 ? null : `${part} of ${parts}`,
    amount: writeCell(amount, { type: "money", currency: amount.currency }),
    currency: amount.currency,
    issued_on: dayCell(issuedOn),
    due_on: dayCell(dueOn),
    record_id: record,
    board_id: board,
    id,
  };
}

function dayCell(day: Day | undefined): Cell {
  return day === undefined ? null : { serial: serialFromDay(day) };
}
