// A book that is to be copied, whatever keeps it. It is only read. A spreadsheet in which somebody worked while it was read
// is read again: a copy of which one half is older than the other would be no book that ever was.

import { basename } from "node:path";
import type { Book } from "../../local/book/book.ts";
import { openBook } from "../../local/book/book-file.ts";
import { undressedBook } from "../../local/book/undressed.ts";
import { type LeftOut, leftOutOf } from "../../local/grid/book/left-out.ts";
import { spreadsheetOfBook } from "../../local/grid/book/spreadsheet-from-book.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Connection } from "../google/connection.ts";
import { showProgress } from "../progress.ts";
import type { Connect, CopyPlace } from "./copy-place.ts";
import { googleDifferences } from "./looked-over.ts";
import { readGoogle } from "./read-google.ts";

export interface CopySource {
  readonly name: string;
  readonly kind: "file" | "google";
  readonly state: Spreadsheet;
  /** What the way through the grid leaves out. */
  readonly leftOut: LeftOut;
  /** The book of a file. */
  readonly book?: Book;
}

const MOST_READINGS = 3;

export async function readSource(
  place: Exclude<CopyPlace, { kind: "new" }>,
  connect: Connect,
): Promise<CopySource> {
  if (place.kind === "google") {
    return fromGoogle(await connect({ spreadsheetId: place.id, access: "read" }));
  }
  const name = basename(place.path);
  showProgress(`Reading ${name}`);
  const book = await openBook(place.path);
  const state = spreadsheetOfBook(undressedBook(book), { name: name.replace(/\.xlsx$/i, "") });
  return { name, kind: "file", state, leftOut: leftOutOf(book), book };
}

async function fromGoogle(connection: Connection): Promise<CopySource> {
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const { state, leftOut } = await readGoogle(connection);
    const [first] = await googleDifferences(connection, state);
    if (first === undefined) return { name: state.name, kind: "google", state, leftOut };
    showProgress(`Somebody works in "${state.name}"; reading it again`);
  }
  throw new StagelineError(
    "busy",
    "somebody worked in the spreadsheet each time that it was read; copy it when nobody does, and nothing was written",
  );
}
