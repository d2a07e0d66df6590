// What a look at the whole book does in the tabs of money: rows that people typed get their ids and what else follows
// from what they typed; status, paid and open are renewed. Nothing here goes into the history: all of it follows from the
// two tabs and the day.

import type { Definition } from "../../definition/pipeline.ts";
import { type BookMoney, bookMoney } from "../../invoices/book-money.ts";
import { isInvoiceRow } from "../../invoices/invoices-tab.ts";
import type { StandingInvoice } from "../../invoices/standing-invoices.ts";
import { usesMoney } from "../../invoices/uses-money.ts";
import { type Cell, standsAlready, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { writeCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import type { TabView, ViewRow } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { dayOf } from "../../value/moment.ts";
import type { Money } from "../../value/money.ts";
import type { Run } from "../run.ts";
import { typedInvoices, typedPayments } from "./typed-money.ts";

export interface MoneyLook {
  /** Ids first, then cells. */
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** Record id → what of its invoices is paid. */
  readonly paid: BookMoney["paid"];
}

const NOTHING: MoneyLook = { changes: [], problems: [], paid: new Map() };

/**
 * What the tabs Invoices and Payments come to now; nothing in a book without money.
 *
 * @example
 * moneyLook(fixtures.bookTables, fixtures.run, fixtures.book).changes //=> []
 */
export function moneyLook(tables: Tables, run: Run, definition: Definition): MoneyLook {
  if (!usesMoney(definition)) return NOTHING;
  const money = bookMoney(tables, dayOf(run.now));
  const { view } = money.invoices;
  if (view === undefined) return NOTHING;
  const invoices = typedInvoices(tables, run, { definition, money, view });
  const payments = typedPayments(run, money.payments.view);
  return {
    changes: [...invoices.changes, ...payments, ...derivedCells(view, money.standing, invoices.idAt)],
    problems: [...money.problems, ...invoices.problems],
    paid: money.paid,
  };
}

function derivedCells(
  view: TabView,
  standing: readonly StandingInvoice[],
  idAt: ReadonlyMap<number, string>,
): readonly Change[] {
  const byRow = new Map(standing.map((each) => [each.invoice.at, each] as const));
  return view.rows.filter(isInvoiceRow).flatMap((row) =>
    rowChanges(view, row, {
      id: idAt.get(row.at) ?? textOf(row.cells["id"]),
      cells: cellsOf(byRow.get(row.at)),
    }),
  );
}

function rowChanges(
  { tab }: TabView,
  { cells: present }: ViewRow,
  { id, cells }: { readonly id: string; readonly cells: RowCells },
): readonly Change[] {
  return Object.entries(cells)
    .filter(([key, value]) => !standsAlready(present[key] ?? null, value))
    .map(([field, value]) => ({ kind: "setField", tab, record: id, field, value }));
}

// A row that cannot be understood stands nowhere.
function cellsOf(standing: StandingInvoice | undefined): RowCells {
  if (standing === undefined) return { status: null, paid: null, open: null };
  const { status, paid, open } = standing;
  return { status, paid: moneyCell(paid), open: moneyCell(open) };
}

function moneyCell(amount: Money): Cell {
  return writeCell(amount, { type: "money", currency: amount.currency });
}
