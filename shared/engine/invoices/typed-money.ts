// Rows of money that people typed or copied: each gets a hidden id of its own, an invoice also the record that its name
// means, and the next number where it has none. A copied row is another invoice, so it is asked for by its own id.

import { fingerprintIn } from "../../board/fingerprint.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { BookMoney } from "../../invoices/book-money.ts";
import { nextNumbers } from "../../invoices/invoice-number.ts";
import { invoicesTab, isInvoiceRow } from "../../invoices/invoices-tab.ts";
import { isPaymentRow, paymentsTab } from "../../invoices/payments-tab.ts";
import { readLog } from "../../log/log-tab.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import { problemAt, type TabView, type ViewRow } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { freshId } from "../../value/hash.ts";
import type { Run } from "../run.ts";
import { numbersIn } from "./invoice-ledger.ts";
import { type KnownRecord, recordsByName } from "./records-by-name.ts";

export interface TypedInvoices {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** Row number → its new id. */
  readonly idAt: ReadonlyMap<number, string>;
}

/**
 * What is to be filled in on the rows of Invoices.
 *
 * @example
 * typedInvoices([], fixtures.run, { definition: fixtures.book, money: bookMoney([], parseDay("2026-11-20")), view: { tab: "Invoices", rows: [] } }).problems
 * //=> []
 */
export function typedInvoices(
  tables: Tables,
  run: Run,
  book: { readonly definition: Definition; readonly money: BookMoney; readonly view: TabView },
): TypedInvoices {
  const { definition, money, view } = book;
  const rows = view.rows.filter(isInvoiceRow);
  const named = namedRows(run, view, { layout: invoicesTab, rows });
  const idOf = (row: ViewRow) => named.idAt.get(row.at) ?? textOf(row.cells["id"]);
  const nameless = rows.filter((row) => isNameless(row, named.idAt));
  const records = nameless.length === 0 ? [] : recordsByName(tables, definition);
  const found = nameless.map((row) => recordOfRow(view, row, { id: idOf(row), records }));
  return {
    idAt: named.idAt,
    changes: [
      ...named.changes,
      ...found.flatMap(({ changes }) => changes),
      ...numberChanges(tables, view, { money, rows, idOf }),
    ],
    problems: found.flatMap(({ problems }) => problems),
  };
}

/**
 * The ids of rows of Payments that have none, or that of another row.
 *
 * @example
 * typedPayments(fixtures.run, { tab: "Payments", columns: columnsOf(fixtures.pricesTable, paymentsTab), rows: [] }) //=> []
 */
export function typedPayments(run: Run, view: TabView | undefined): readonly Change[] {
  if (view === undefined) return [];
  return namedRows(run, view, { layout: paymentsTab, rows: view.rows.filter(isPaymentRow) }).changes;
}

function namedRows(
  { seed }: Run,
  { tab }: TabView,
  { layout, rows }: { readonly layout: TabLayout; readonly rows: readonly ViewRow[] },
): { readonly changes: readonly Change[]; readonly idAt: ReadonlyMap<number, string> } {
  const seen = new Set<string>();
  const idAt = new Map<number, string>();
  const changes = rows.flatMap(({ at, cells }): readonly Change[] => {
    const own = textOf(cells["id"]);
    if (own !== "" && !seen.has(own)) {
      seen.add(own);
      return [];
    }
    const id = freshId(`${seed}\n${layout.key}`, at);
    idAt.set(at, id);
    return [{ kind: "identify", tab, atRow: at, expectFingerprint: fingerprintIn(layout, cells), id }];
  });
  return { changes, idAt };
}

// A copy may be for another record than what it was copied from.
function isNameless({ at, cells }: ViewRow, idAt: ReadonlyMap<number, string>): boolean {
  return textOf(cells["record"]) !== "" && (textOf(cells["record_id"]) === "" || idAt.has(at));
}

function recordOfRow(
  view: TabView,
  { at, cells }: ViewRow,
  { id, records }: { readonly id: string; readonly records: readonly KnownRecord[] },
): { readonly changes: readonly Change[]; readonly problems: readonly Problem[] } {
  const name = textOf(cells["record"]);
  const tab = textOf(cells["board"]);
  const called = records.filter((each) => nameKey(each.name) === nameKey(name));
  const here = tab === "" ? called : called.filter((each) => nameKey(each.tab) === nameKey(tab));
  const [record] = here;
  if (record === undefined || here.length > 1) {
    const message = wrongRecord(name, here.length);
    return { changes: [], problems: [problemAt(view, { row: at, key: "record" }, message)] };
  }
  const wanted = {
    record_id: record.id,
    board_id: record.board,
    ...(tab === "" ? { board: record.tab } : {}),
  };
  const changes = Object.entries(wanted)
    .filter(([field, value]) => textOf(cells[field]) !== value)
    .map(([field, value]): Change => ({ kind: "setField", tab: view.tab, record: id, field, value }));
  return { changes, problems: [] };
}

function wrongRecord(name: string, count: number): string {
  return count === 0
    ? `${quoted(name)} is the name of no record; write it as it stands on its board`
    : `${count} records are called ${quoted(name)}; name the tab of the right one in Board, or give them names of their own`;
}

function numberChanges(
  tables: Tables,
  view: TabView,
  book: {
    readonly money: BookMoney;
    readonly rows: readonly ViewRow[];
    readonly idOf: (row: ViewRow) => string;
  },
): readonly Change[] {
  const sound = new Set(book.money.invoices.invoices.map(({ at }) => at));
  const bare = book.rows.filter(({ at, cells }) => sound.has(at) && textOf(cells["number"]) === "");
  if (bare.length === 0) return [];
  const taken = [
    ...view.rows.map(({ cells }) => textOf(cells["number"])),
    ...numbersIn(readLog(tables).entries),
  ];
  const numbers = nextNumbers(taken, bare.length);
  return bare.map((row, index) => {
    const value = numbers[index] ?? null;
    return { kind: "setField", tab: view.tab, record: book.idOf(row), field: "number", value };
  });
}
