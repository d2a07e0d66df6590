// `stageline invoice`: makes the invoice of a record, sends out its next part, or voids what nothing was paid on. What is
// there already, or lacks an amount, changes nothing and ends with the reason.

import { invoiceRecord } from "../../shared/engine/invoices/invoice-record.ts";
import type { Tables } from "../../shared/table/table.ts";
import { bookZone, changeBook } from "../book-session.ts";
import { say, sentencesOf, staleLines } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";

export interface InvoiceOptions extends CommonOptions {
  readonly board?: string;
  readonly void?: boolean;
}

export async function invoiceOf(path: string, record: string, options: InvoiceOptions): Promise<void> {
  const plan = (tables: Tables) => {
    const board = options.board === undefined ? {} : { board: options.board };
    const what = options.void === true ? "void" : "make";
    const run = runOf(options, bookZone(tables), "command");
    const result = invoiceRecord(tables, run, { record, what, ...board });
    return { ...result, result };
  };
  const written = await changeBook(path, plan);
  const { entries, problems, name, done } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, done, problems },
      lines: [`"${name}": ${done}`, ...staleLines(written.staleFormulas)],
      problems: sentencesOf(problems),
    },
    options,
  );
}
