// A Google spreadsheet as it was read: its shape, and a table for each of its tabs.

import type { ReadTab } from "../../../shared/table/planning/tab-draft.ts";
import type { BookShape, TabShape } from "./book-shape.ts";
import type { DatedTables } from "./day-columns.ts";

export interface GoogleTab extends ReadTab {
  readonly shape: TabShape;
}

export interface GoogleBook extends DatedTables {
  readonly shape: BookShape;
  readonly tabs: readonly GoogleTab[];
}

/** The book with its tabs changed. */
export function withTabs(book: GoogleBook, change: (tab: GoogleTab) => GoogleTab): GoogleBook {
  const tabs = book.tabs.map(change);
  return { ...book, tabs, tables: tabs.map(({ table }) => table) };
}

/** Whether two readings hold the very same tables. */
export function isSameBook({ tables }: GoogleBook, other: GoogleBook): boolean {
  return tables.every((table, index) => table === other.tables[index]);
}
