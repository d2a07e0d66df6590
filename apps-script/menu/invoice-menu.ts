// What the menu does about the invoice of the record whose row is selected.

import { invoiceRecord, type WantedInvoice } from "../../shared/engine/invoices/invoice-record.ts";
import { ruledBook } from "../../shared/engine/ruled-book.ts";
import { recordAt } from "../../shared/report/views/record-at.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import type { OpenBook } from "../book/open-book.ts";
import { withBox } from "../edge.ts";
import { changeBook } from "../look/change-book.ts";
import { refuseOthers, runIn } from "../look/whole-look.ts";
import { askOfCopy } from "./first-run.ts";

export function menuInvoice(): void {
  withBox(() => invoiced("make"));
}

export function menuVoidInvoice(): void {
  withBox(() => invoiced("void"));
}

function invoiced(what: WantedInvoice["what"]): string {
  askOfCopy();
  return changeBook((book, now) => {
    refuseOthers(book);
    const run = runIn(book, now, "sidebar");
    const { definition } = ruledBook(book.tables, run).rules;
    const acting = { ...run, ...actorNamed(definition, activeEmail()) };
    const done = invoiceRecord(book.tables, acting, { record: selectedRecord(book), what });
    return { changes: done.changes, definition: done.definition, result: `${done.name}: ${done.done}` };
  });
}

function selectedRecord(book: OpenBook): string {
  const cell = book.spreadsheet.getCurrentCell();
  const place = cell === null ? undefined : { tab: cell.getSheet().getName(), row: cell.getRow() };
  const found = place === undefined ? undefined : recordAt(book.tables, place);
  if (found === undefined) throw new StagelineError("usage", "select a row of a board first");
  if (found.record === "")
    throw new StagelineError("usage", `"${found.name}" is not in the history yet; check this sheet first`);
  return found.record;
}
