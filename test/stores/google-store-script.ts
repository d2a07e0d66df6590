// The add-on's reading and writing as a script of its own, for the contract of stores: what it is handed is written, and
// what the spreadsheet holds is handed back. It runs on the small Google of this machine.

import { openBook } from "../../apps-script/book/open-book.ts";
import { writeChanges } from "../../apps-script/book/write-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError, type StagelineErrorCode } from "../../shared/value/stageline-error.ts";

/** What the book refused; it crosses as data. */
export interface Refused {
  readonly code: StagelineErrorCode;
  readonly message: string;
}

export function pageWrite({ changes }: { readonly changes: readonly Change[] }): {
  readonly refused?: Refused;
} {
  try {
    writeChanges(openBook({ merges: true }), changes, () => "the row as it was read");
    return {};
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

export function pageTables({ whole }: { readonly whole: readonly string[] }): Tables {
  return openBook({ whole, merges: true }).tables;
}
