// Which store a book is in, by its address as people write it. What a store needs is loaded when it is opened, so that a
// command on a file does not pay for another.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { spreadsheetIdIn } from "../google/spreadsheet-address.ts";
import { type RunSource, systemSource } from "../run-source.ts";
import type { BookStore, BookWish } from "./book-store.ts";

export interface StoreWish {
  /** @default "write" */
  readonly access?: "read" | "write";
  /** @default "there" */
  readonly book?: BookWish;
  /** @default the clock and the chance of this machine */
  readonly source?: RunSource;
}

/**
 * The store of the book at that address.
 *
 * @throws {StagelineError} `usage`, when that is no address of a book; `file`, when no book can be there
 */
export async function openStore(address: string, wish: StoreWish = {}): Promise<BookStore> {
  const { book = "there", source = systemSource } = wish;
  const spreadsheetId = /\.xlsx$/i.test(address) ? undefined : spreadsheetIdIn(address);
  if (spreadsheetId !== undefined) {
    const { googleStore } = await import("./google-store.ts");
    const { access = "write", source: given } = wish;
    return googleStore({ spreadsheetId, access, book, ...(given === undefined ? {} : { source: given }) });
  }
  if (!/\.xlsx$/i.test(address)) {
    throw new StagelineError(
      "usage",
      `"${address}" is not a book: give the path of an .xlsx file, or the address of a Google Sheet`,
    );
  }
  const { fileStore } = await import("./file-store.ts");
  return fileStore({ path: address, book, source });
}
