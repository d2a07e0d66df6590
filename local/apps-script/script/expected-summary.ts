// The tabs of a spreadsheet as a script may expect them after writes that still wait in its buffer: how many rows and
// columns there will be, what a tab will be called. It lets `getRange` say at once that a range lies outside, as
// Google does, without a trip; the next answer of the spreadsheet replaces it.

import type { ScriptWrite, SpreadsheetSummary, TabSummary } from "../../grid/protocol.ts";

export function afterWrite(book: SpreadsheetSummary, write: ScriptWrite): SpreadsheetSummary {
  switch (write.do) {
    case "insertRows":
      return changed(book, write.tab, (tab) => ({ ...tab, maxRows: tab.maxRows + write.count }));
    case "deleteRows":
      return changed(book, write.tab, (tab) => ({ ...tab, maxRows: tab.maxRows - write.count }));
    case "insertColumns":
      return changed(book, write.tab, (tab) => ({ ...tab, maxColumns: tab.maxColumns + write.count }));
    case "deleteColumns":
      return changed(book, write.tab, (tab) => ({ ...tab, maxColumns: tab.maxColumns - write.count }));
    case "setTab":
      return changed(book, write.tab, (tab) => ({
        ...tab,
        name: write.name ?? tab.name,
        isHidden: write.isHidden ?? tab.isHidden,
      }));
    case "deleteTab":
      return { ...book, tabs: book.tabs.filter((tab) => tab.id !== write.tab) };
    default:
      return book;
  }
}

function changed(
  book: SpreadsheetSummary,
  id: number,
  change: (tab: TabSummary) => TabSummary,
): SpreadsheetSummary {
  return { ...book, tabs: book.tabs.map((tab) => (tab.id === id ? change(tab) : tab)) };
}
