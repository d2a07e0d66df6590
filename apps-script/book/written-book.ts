// The tabs of a book while a plan is written: each with its sheet, those that were just made too, and how many rows and
// columns it has. Rows and columns that a plan needs are added at the end before anything is written into them.

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

/** A new tab, as Google makes it. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;
/** Rows that are added beyond those that are needed, so that not every write adds some. */
const SPARE_ROWS = 500;

/** The tab of a draft; made where it is not there yet, at the given place (from 0) or at the end. */
export function writtenTab(book: WrittenBook, draft: SheetDraft, place?: number): WrittenTab {
  const known = book.tabs.get(draft);
  if (known !== undefined) return known;
  const { open } = draft;
  const tab: WrittenTab =
    open === undefined
      ? { sheet: newSheet(book, draft.name, place), isNew: true, rows: NEW_ROWS, columns: NEW_COLUMNS }
      : { sheet: open.sheet, isNew: false, rows: open.maxRows, columns: undefined };
  book.tabs.set(draft, tab);
  return tab;
}

/** Adds rows at the end where the tab has fewer. */
export function makeRoomForRows(tab: WrittenTab, rows: number): void {
  if (tab.rows === undefined || rows <= tab.rows) return;
  const added = rows - tab.rows + SPARE_ROWS;
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
