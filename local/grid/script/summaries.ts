// A spreadsheet and its tabs in short, as scripts are told of them.

import type { SpreadsheetSummary, TabSummary } from "../protocol.ts";
import type { Spreadsheet, Tab } from "../spreadsheet.ts";

export function spreadsheetSummary({ id, name, zone, locale, tabs }: Spreadsheet): SpreadsheetSummary {
  return { id, name, zone, locale, tabs: tabs.map(tabSummary) };
}

export function tabSummary(tab: Tab): TabSummary {
  const { id, name, isHidden, maxRows, maxColumns, frozenRows, frozenColumns, colour } = tab;
  return {
    id,
    name,
    isHidden,
    maxRows,
    maxColumns,
    frozenRows,
    frozenColumns,
    ...(colour === undefined ? {} : { colour }),
  };
}
