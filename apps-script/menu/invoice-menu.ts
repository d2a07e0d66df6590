// What the menu does about the invoice of the record whose row is selected.

import { invoiceRecord, type WantedInvoice } from "../../shared/engine/invoices/invoice-record.ts";
import { recordAt } from "../../shared/report/views/record-at.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { OpenBook } from "../book/open-book.ts";
import { withBox } from "../edge.ts";
import { actingRun } from "../look/acting-run.ts";
import { changeBook } from "../look/change-book.ts";
import { refuseOthers } from "../look/whole-look.ts";
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
    const { run } = actingRun(book, now);
    const done = invoiceRecord(book.tables, run, { record: selectedRecord(book), what });
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
