// When the move that voided an invoice is taken back, so is the void: whoever is in the stage again owes the money again.
// It is one act, once for each void; a day that somebody typed into Void on is theirs and stays.

import type { Invoice } from "../../invoices/invoices-tab.ts";
import type { Entry } from "../../log/entry.ts";
import { hashOf } from "../../value/hash.ts";
import { dayOf } from "../../value/moment.ts";
import { type ActBook, type ActsDone, RULES_ACT_AS } from "../rules/rule-act.ts";
import { INVOICES, NUMBERS } from "./invoice-entries.ts";
import { type InvoiceLedger, openLedger } from "./invoice-ledger.ts";

const NOTHING: ActsDone = { changes: [], entries: [] };

/**
 * The invoices that count again, because the move that voided them was undone.
 *
 * @example
 * restoredInvoices({ tables: [], entries: [fixtures.entry] }) //=> { changes: [], entries: [] }
 */
export function restoredInvoices(book: Pick<ActBook, "tables" | "entries" | "run">): ActsDone {
  const undone = undoneVoids(book.entries);
  if (undone.length === 0) return NOTHING;
  const ledger = openLedger(book.tables, { entries: book.entries, today: dayOf(book.run.now) });
  if (ledger === undefined) return NOTHING;
  const entries = undone.map((entry) => restored(ledger, book.run.now, entry));
  return { changes: ledger.changes(), entries };
}

// A void is undone with the move that set it off, or that the same rule made at the same time.
function undoneVoids(entries: readonly Entry[]): readonly Entry[] {
  const voids = entries.filter(({ kind, data }) => kind === "invoiced" && data["how"] === "void");
  if (voids.length === 0) return [];
  const undone = new Set(entries.flatMap(({ kind, data }) => (kind === "undone" ? [data["of"] ?? ""] : [])));
  const moves = new Set(entries.filter(({ id, kind }) => kind === "moved" && undone.has(id)).map(occasionOf));
  const known = new Set(entries.map(({ id }) => id));
  return voids.filter(
    (entry) =>
      entry.data["rule"] !== undefined &&
      (undone.has(entry.data["occurrence"] ?? "") || moves.has(occasionOf(entry))) &&
      !known.has(restoreId(entry)),
  );
}

function occasionOf({ board, record, data }: Entry): string {
  return [board, record, data["rule"], data["occurrence"]].join("\n");
}

function restored(ledger: InvoiceLedger, now: Entry["at"], entry: Entry): Entry {
  const ids = (entry.data[INVOICES] ?? "").split(" ");
  const own = ledger.of(entry.record).filter(({ id }) => ids.includes(id));
  const back = own.flatMap((invoice): readonly Invoice[] =>
    ledger.restore(invoice, entry.data["reason"] ?? ""),
  );
  const numbers = back.map(({ number }) => number).join(", ");
  return {
    ...entry,
    at: now,
    who: RULES_ACT_AS,
    note: numbers === "" ? "there was no invoice to take back from void" : `${numbers} counts again`,
    data: {
      how: "restored",
      restores: entry.id,
      ...(back.length === 0 ? {} : { [INVOICES]: back.map(({ id }) => id).join(" "), [NUMBERS]: numbers }),
    },
    id: restoreId(entry),
  };
}

function restoreId({ id }: Entry): string {
  return hashOf("e", [id, "restored"]);
}
