// What rules do about money: "make the invoice" and "void the invoice".
//
// A record that has no invoice gets it, in the parts that its payment schedule names: the first goes out on the day,
// the others are drafts until another rule asks for the invoice (say, on delivery); then the next one goes out. A rule
// that asked already is not answered again while its invoice is live: whoever comes back to a stage is not billed twice.
// Void becomes what nothing was paid on. What money came in for is left to people, and said.

import type { Problem } from "../../table/problem.ts";
import { dayOf } from "../../value/moment.ts";
import type { ActBook, ActsDone, RuleAct } from "../rules/rule-act.ts";
import { actedRecord, askForInvoice, voidInvoices } from "./asked-invoice.ts";
import { actOfRule } from "./invoice-entries.ts";
import { openLedger } from "./invoice-ledger.ts";

/** What came of acts, and what kept others from being done. */
export interface InvoicesDone extends ActsDone {
  /** At the cells of the boards; an act that waits is done once they are mended. */
  readonly problems: readonly Problem[];
}

/**
 * What the acts `invoice` and `void invoice` of one pass come to; acts of other kinds, of records without a row, and
 * those of a book without the tab Invoices are left out. An act that waits for a field gives an entry once.
 *
 * @example
 * invoiceActs({ tables: [], entries: [], run: fixtures.run, boards: new Map(), definition: fixtures.book }, [])
 * //=> { changes: [], entries: [], problems: [] }
 */
export function invoiceActs(book: ActBook, acts: readonly RuleAct[]): InvoicesDone {
  const wanted = acts.filter(({ action }) => action.do === "invoice" || action.do === "void invoice");
  const today = dayOf(book.run.now);
  const ledger = wanted.length === 0 ? undefined : openLedger(book.tables, { entries: book.entries, today });
  if (ledger === undefined) return { changes: [], entries: [], problems: [] };
  const done = wanted.flatMap((act) => {
    const acted = actedRecord(book, act);
    if (acted === undefined) return [];
    const asked = (act.action.do === "invoice" ? askForInvoice : voidInvoices)(ledger, acted, actOfRule(act));
    return asked === undefined ? [] : [asked];
  });
  const known = new Set(book.entries.map(({ id }) => id));
  return {
    changes: [...ledger.changes(), ...done.flatMap(({ cells }) => cells)],
    entries: done.flatMap(({ entries }) => entries).filter(({ id }) => !known.has(id)),
    problems: done.flatMap(({ problems }) => problems),
  };
}
