// Which spreadsheet a book says to be in. A copied spreadsheet says still that it is the original: it must not send the
// original's messages, or go on with its deadlines, before somebody said what it is for.

import { bookOrigin } from "../../../shared/engine/acts/copied-book.ts";
import { refuseMoved } from "../../../shared/engine/acts/moved-book.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";

/**
 * @throws {StagelineError} `guard`, when the spreadsheet is a copy of a book, and nobody said yet what becomes of it; or
 *   when the book went on elsewhere
 */
export function refuseCopied(tables: Tables, spreadsheetId: string): void {
  refuseMoved(tables);
  if (bookOrigin(tables, { id: spreadsheetId }) !== "copied") return;
  throw new StagelineError(
    "guard",
    'this spreadsheet is a copy of a book, and nobody said yet what it is for: "stageline begin <book> --fresh" empties it of records, "stageline begin <book> --go-on" keeps them all',
  );
}
