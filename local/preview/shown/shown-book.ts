// A book as a page gets it when it opens: every tab that people see. Hidden tabs stay here: nobody looks at them, and the
// history alone is larger than all the rest.

import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { EVERY_CELL, shownCell } from "./shown-cell.ts";
import { shownCharts } from "./shown-charts.ts";
import { shownColours } from "./shown-colours.ts";
import { shownFilter, shownNotes } from "./shown-marks.ts";
import { shownRange } from "./shown-range.ts";
import { shownRules } from "./shown-rules.ts";
import type { UniverBook, UniverCell, UniverCells, UniverLine, UniverSheet } from "./univer-data.ts";

const BOOK_ID = "book";
const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;

export function shownBook(state: Spreadsheet): UniverBook {
  const tabs = tabsInSight(state);
  const ofTabs = <Part>(partOf: (tab: Tab) => Part): string =>
    JSON.stringify(Object.fromEntries(tabs.map((tab) => [tab.id, partOf(tab)])));
  const filters = tabs.flatMap((tab) => {
    const filter = shownFilter(state, tab);
    return filter === undefined ? [] : [[tab.id, filter] as const];
  });
  return {
    id: BOOK_ID,
    name: state.name,
    appVersion: "0.25.1",
    locale: "enUS",
    styles: {},
    sheetOrder: tabs.map(({ id }) => String(id)),
    sheets: Object.fromEntries(tabs.map((tab) => [tab.id, shownSheet(tab)])),
    charts: Object.fromEntries(tabs.map((tab) => [tab.id, shownCharts(state, tab)])),
    resources: [
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: ofTabs((tab) => shownRules(state, tab)) },
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: ofTabs(shownColours) },
      { name: "SHEET_NOTE_PLUGIN", data: ofTabs(shownNotes) },
      { name: "SHEET_FILTER_PLUGIN", data: JSON.stringify(Object.fromEntries(filters)) },
    ],
  };
}

export function tabsInSight({ tabs }: Spreadsheet): readonly Tab[] {
  return tabs.filter(({ isHidden }) => !isHidden);
}

function shownSheet(tab: Tab): UniverSheet {
  const { frozenRows, frozenColumns } = tab;
  return {
    id: String(tab.id),
    name: tab.name,
    tabColor: tab.colour ?? "",
    hidden: 0,
    rowCount: tab.maxRows,
    columnCount: tab.maxColumns,
    showGridlines: tab.otherProperties?.["hideGridlines"] === true ? 0 : 1,
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows === 0 ? -1 : frozenRows,
      startColumn: frozenColumns === 0 ? -1 : frozenColumns,
    },
    defaultColumnWidth: COLUMN_WIDTH,
    defaultRowHeight: ROW_HEIGHT,
    defaultStyle: EVERY_CELL,
    mergeData: tab.merges.map(shownRange),
    cellData: shownCells(tab),
    rowData: shownRows(tab),
    columnData: Object.fromEntries(
      tab.columns.flatMap((frame, index) => {
        if (frame === undefined) return [];
        const width = frame.widthPixels === undefined ? {} : { w: frame.widthPixels };
        return [[index, { ...width, ...(frame.isHidden === true ? { hd: 1 } : {}) } as UniverLine]];
      }),
    ),
  };
}

/** The rows that are hidden or have a height of their own. */
export function shownRows({ rows }: Tab): Readonly<Record<number, UniverLine>> {
  return Object.fromEntries(
    rows.flatMap((row, index) => {
      if (row?.isHidden !== true && row?.heightPixels === undefined) return [];
      const height = row.heightPixels === undefined ? {} : { h: row.heightPixels };
      return [[index, { ...height, ...(row.isHidden === true ? { hd: 1 } : {}) } as UniverLine]];
    }),
  );
}

function shownCells({ rows }: Tab): UniverCells {
  const shown: Record<number, Record<number, UniverCell>> = {};
  rows.forEach((row, rowIndex) => {
    row?.cells.forEach((cell, column) => {
      const made = shownCell(cell);
      if (made === undefined) return;
      shown[rowIndex] ??= {};
      (shown[rowIndex] as Record<number, UniverCell>)[column] = made;
    });
  });
  return shown;
}
