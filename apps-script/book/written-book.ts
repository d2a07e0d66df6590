// The tabs of a book while a plan is written: each with its sheet, those that were just made too, and how many rows and
// columns it has. Rows and columns that a plan needs are added at the end before anything is written into them.

import { addedRows, NEW_TAB } from "../../shared/table/dressing/tab-size.ts";
import type { Sheet, Spreadsheet } from "../spreadsheet-app.ts";
import type { SheetDraft } from "./open-book.ts";

export interface WrittenTab {
  readonly sheet: Sheet;
  readonly isNew: boolean;
  /** Absent where it was not asked: then nothing is written beyond what is there. */
  rows: number | undefined;
  columns: number | undefined;
}

export interface WrittenBook {
  readonly spreadsheet: Spreadsheet;
  readonly tabs: Map<SheetDraft, WrittenTab>;
}

/** The tab of a draft; made where it is not there yet, at the given place (from 0) or at the end. */
export function writtenTab(book: WrittenBook, draft: SheetDraft, place?: number): WrittenTab {
  const known = book.tabs.get(draft);
  if (known !== undefined) return known;
  const { open } = draft;
  const tab: WrittenTab =
    open === undefined
      ? { sheet: newSheet(book, draft.name, place), isNew: true, ...NEW_TAB }
      : { sheet: open.sheet, isNew: false, rows: open.maxRows, columns: undefined };
  book.tabs.set(draft, tab);
  return tab;
}

/** Adds rows at the end where the tab has fewer. */
export function makeRoomForRows(tab: WrittenTab, rows: number): void {
  const added = addedRows(tab.rows ?? rows, rows);
  if (tab.rows === undefined || added === 0) return;
  tab.sheet.insertRowsAfter(tab.rows, added);
  tab.rows += added;
}

/** Adds columns at the right where the tab has fewer; how many it has must be known. */
export function makeRoomForColumns(tab: WrittenTab, columns: number): void {
  if (tab.columns === undefined || columns <= tab.columns) return;
  tab.sheet.insertColumnsAfter(tab.columns, columns - tab.columns);
  tab.columns = columns;
}

function newSheet({ spreadsheet }: WrittenBook, name: string, place: number | undefined): Sheet {
  return place === undefined ? spreadsheet.insertSheet(name) : spreadsheet.insertSheet(name, place);
}
