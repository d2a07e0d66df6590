// A copy that becomes a file.

import { access } from "node:fs/promises";
import { applyChanges } from "../../local/book/apply-changes.ts";
import { type Book, readBook } from "../../local/book/book.ts";
import { saveBook } from "../../local/book/book-file.ts";
import { bookFromSpreadsheet } from "../../local/grid/book/book-from-spreadsheet.ts";
import { movedIn } from "../../shared/engine/acts/moved-book.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Copied } from "./copied-spreadsheet.ts";
import { differences } from "./differences.ts";

/** @throws {StagelineError} `guard`, when there is a file already */
export async function refuseFile(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) {
    throw new StagelineError("guard", `there is a file "${path}" already; a copy goes only into a new one`);
  }
}

/** The book of a file from a spreadsheet, with what a file draws around the cells of ours. */
export function fileBook({ state, layouts }: Copied): Book {
  const book = readBook(bookFromSpreadsheet(state), "copy.xlsx");
  const there = new Set(book.tables.map(({ key }) => key));
  const changes = layouts
    .filter(({ key }) => there.has(key))
    .map((layout) => {
      const tab = book.tables.find(({ key }) => key === layout.key)?.tab ?? layout.tab;
      return { kind: "layOut" as const, tab, layout: { ...layout, tab } };
    });
  return applyChanges(book, changes, refuseRows).book;
}

/** The same file again, with the head of a book that has a new home: every part of it stays as it was. */
export function sameFileBook(book: Book): Book {
  return applyChanges(book, movedIn(book.tables, ""), refuseRows).book;
}

/** Writes the file; the places in which it differs from the spreadsheet. */
export async function writeFileCopy(path: string, book: Book, copied?: Copied): Promise<readonly string[]> {
  const saved = await saveBook(path, book);
  return copied === undefined ? [] : differences(copied.state, saved.tables);
}

// A copy names no rows.
function refuseRows(): never {
  throw new StagelineError("guard", "a copy gives no row another id");
}
