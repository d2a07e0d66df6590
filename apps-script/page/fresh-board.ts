// A board that was not there before, written: which file the book is in is kept with it, since a copy is known by that, and
// every tab is looked at anew from then on.

import type { Definition } from "../../shared/definition/pipeline.ts";
import type { MadeBoard } from "../../shared/engine/acts/new-board.ts";
import { hostRowChanges } from "../../shared/engine/host-rows.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { FreshBook } from "../../shared/engine/setup/present-definition.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import type { OpenBook, Reading } from "../book/open-book.ts";
import { changeBook } from "../look/change-book.ts";
import { forgetLooks } from "../look/kept-look.ts";
import { refuseCopy, runIn } from "../look/whole-look.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";

export interface Said {
  readonly said: string;
}

interface FreshPlan {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly said: string;
}

/** Writes what the plan makes of the sheet. */
export function writtenBoard(plan: (book: OpenBook, now: Moment) => FreshPlan, reading: Reading = {}): Said {
  const said = changeBook((book, now) => {
    refuseCopy(book);
    const { changes, definition, said: words } = plan(book, now);
    return { changes: [...changes, ...bookRow(book, changes)], definition, result: { said: words } };
  }, reading);
  forgetLooks(
    activeSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getSheetId()),
  );
  return said;
}

/** Makes a board, in practice where the book begins with it, and shows its tab. */
export function madeBoard(make: (tables: Tables, run: Run, fresh: FreshBook) => MadeBoard): Said {
  let tab = "";
  const said = writtenBoard((book, now) => {
    const fresh = { zone: book.zone.name, practice: true };
    const made = make(book.tables, runIn(book, now, "sidebar"), fresh);
    tab = made.tab;
    return { changes: made.changes, definition: made.definition, said: made.sentence };
  });
  activeSpreadsheet().getSheetByName(tab)?.activate();
  return said;
}

function bookRow({ spreadsheet, tables }: OpenBook, changes: readonly Change[]): readonly Change[] {
  const after: Tables = applyChanges(tables, changes);
  return hostRowChanges(after, { book: spreadsheet.getId() });
}
