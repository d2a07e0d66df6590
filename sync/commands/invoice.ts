// `stageline invoice`: makes the invoice of a record, sends out its next part, or voids what nothing was paid on. What is
// there already, or lacks an amount, changes nothing and ends with the reason.

import { invoiceRecord } from "../../shared/engine/invoices/invoice-record.ts";
import { runIn } from "../book-zone.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface InvoiceOptions extends CommonOptions {
  readonly board?: string;
  readonly void?: boolean;
}

export async function invoiceOf(path: string, record: string, options: InvoiceOptions): Promise<void> {
  const board = options.board === undefined ? {} : { board: options.board };
  const what = options.void === true ? "void" : "make";
  const store = await openStore(path);
  const written = await store.change((tables) => {
    const run = runIn({ tables, knownBy: "command", source: store.source }, options);
    const result = invoiceRecord(tables, run, { record, what, ...board });
    return { ...result, result };
  });
  const { entries, problems, name, done } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, entries: entries.length, cells: written.cells, done, problems },
      lines: [`"${name}": ${done}`, ...writtenLines(written)],
      problems: sentencesOf(problems),
    },
    options,
  );
}
