// A file that is a copy of a book: what the copy is for is asked before anything of it is touched. A fresh start empties
// it of records and keeps the set-up; going on keeps everything. Either way it is a book of its own from then on.

import { goOn, startFresh } from "../../shared/engine/acts/copied-book.ts";
import { readHead } from "../../shared/engine/head.ts";
import { hostRow, hostRowChanges } from "../../shared/engine/host-rows.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { changeBook } from "../look/change-book.ts";
import { changeHead, presentHead } from "../look/change-head.ts";
import { runIn } from "../look/whole-look.ts";
import { activeSpreadsheet, sheetUi } from "../spreadsheet-app.ts";

const QUESTION = `This sheet is a copy of another one. What is it for?

Yes: start fresh. All records and their history go; the set-up stays, and practice is on.
No: go on. Everything stays as it is.`;

/**
 * Asks where the sheet is a copy that nobody was asked about, and does what is answered.
 *
 * @throws {StagelineError} `guard`, when the question was closed without an answer
 */
export function askOfCopy(): void {
  const head = presentHead();
  if (head === undefined) return;
  const id = activeSpreadsheet().getId();
  const book = hostRow(head, "book");
  if (book === id) return;
  if (book === "") {
    changeHead((_, tables) => hostRowChanges(tables, { book: id }));
    return;
  }
  const ui = sheetUi();
  const answer = ui.alert("Stageline", QUESTION, ui.ButtonSet.YES_NO_CANCEL);
  if (answer === ui.Button.YES) begin((tables, now) => startFresh(tables, { id, now }).changes);
  else if (answer === ui.Button.NO) begin((tables, now) => goOn(tables, { id, now }).changes);
  else throw new StagelineError("guard", "Nothing was done: first say what this copy is for");
}

function begin(beginning: (tables: Tables, now: Moment) => readonly Change[]): void {
  changeBook((book, now) => {
    const changes = beginning(book.tables, now);
    const looked = reconcile(applyChanges(book.tables, changes), runIn(book, now, "sweep"));
    return {
      changes: [...changes, ...looked.changes],
      definition: looked.definition,
      result: readHead(book.tables),
    };
  });
}
