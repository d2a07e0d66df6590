// What a person does about the invoice of one record, from a menu or a terminal: make it, send out its next part, or void
// what nothing was paid on. It is what rules do, said by somebody; where there is nothing to do, the reason is told.

import type { Entry } from "../../log/entry.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { hashOf } from "../../value/hash.ts";
import { dayOf } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { refuseStopped } from "../acts/refused-act.ts";
import { historyChanges } from "../history-changes.ts";
import { type NamedRecord, recordNamed } from "../named-record.ts";
import { reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import type { ActBook } from "../rules/rule-act.ts";
import { type Run, whoActs } from "../run.ts";
import { actedRecord, askForInvoice, voidInvoices } from "./asked-invoice.ts";
import type { AskedInvoice, InvoiceAct } from "./invoice-entries.ts";
import { type InvoiceLedger, openLedger } from "./invoice-ledger.ts";

export interface WantedInvoice {
  /** An id, or a name that one record has. */
  readonly record: string;
  /** Tab of its board. */
  readonly board?: string;
  readonly what: "make" | "void";
}

export interface Invoiced extends Acted {
  /** What was done, in words. */
  readonly done: string;
}

/**
 * What is done about the invoice of the record, what people did before it included.
 *
 * @throws {StagelineError} `usage`, when no record is meant; `guard`, when there is nothing to make or to void
 * @example
 * (() => { try { return invoiceRecord(fixtures.bookTables, fixtures.run, { record: "Ada", what: "make" }); } catch (error) { return error.message; } })()
 * //=> 'this book has no tab Invoices; let a rule "make the invoice", and it gets one'
 */
export function invoiceRecord(
  given: Parameters<typeof reconcile>[0],
  run: Run,
  wanted: WantedInvoice,
): Invoiced {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(given, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(given, before.changes);
  const found = recordNamed(ready, before.definition, wanted);
  refuseStopped(before, found.tab);
  const { asked, ledger } = doneBy(before.book, run, { found, what: wanted.what });
  const changes = [...ledger.changes(), ...asked.cells, ...historyChanges(ready, asked.entries)];
  const after = reconcile(applyChanges(ready, changes), { ...run, seed: `${run.seed} again` });
  return {
    changes: [...before.changes, ...changes, ...after.changes],
    entries: [...before.entries, ...asked.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: found.name,
    done: noteOf(asked.entries),
  };
}

function doneBy(
  book: ActBook,
  run: Run,
  { found, what }: { readonly found: NamedRecord; readonly what: WantedInvoice["what"] },
): { readonly asked: AskedInvoice; readonly ledger: InvoiceLedger } {
  const ledger = openLedger(book.tables, { entries: book.entries, today: dayOf(run.now) });
  if (ledger === undefined)
    throw new StagelineError(
      "guard",
      'this book has no tab Invoices; let a rule "make the invoice", and it gets one',
    );
  const acted = actedRecord(book, { board: found.board.id, record: found.id });
  if (acted === undefined) throw new StagelineError("guard", `"${found.name}" has no history yet; see check`);
  const asked = (what === "make" ? askForInvoice : voidInvoices)(ledger, acted, actOf(run, found, what));
  if (asked === undefined)
    throw new StagelineError("guard", `a row of "${found.name}" in Invoices waits to be mended; see check`);
  const isNothing = asked.how === "kept" || asked.how === "not made" || ledger.changes().length === 0;
  if (isNothing) throw new StagelineError("guard", `"${found.name}": ${noteOf(asked.entries)}`);
  return { asked, ledger };
}

function actOf(run: Run, { board, id }: NamedRecord, what: WantedInvoice["what"]): InvoiceAct {
  const who = whoActs(run);
  return {
    id: hashOf("e", [board.id, id, "invoiced", what, run.now]),
    ...{ due: run.now, who, knownBy: run.knownBy, data: {} },
    reason: `void by ${who}`,
  };
}

function noteOf(entries: readonly Entry[]): string {
  return entries[entries.length - 1]?.note ?? "";
}
