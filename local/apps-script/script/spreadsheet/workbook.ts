// The classes of SpreadsheetApp make each other: a sheet gives ranges, a range its sheet. They do so through this one
// object of their execution, so that no file has to import the other.

import type { GridRange, TabSummary } from "../../../grid/protocol.ts";
import type { Execution } from "../execution.ts";

export interface Workbook {
  readonly execution: Execution;
  readonly spreadsheet: () => GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly sheet: (tab: number) => GoogleAppsScript.Spreadsheet.Sheet;
  readonly range: (range: GridRange) => GoogleAppsScript.Spreadsheet.Range;
}

const ranges = new WeakMap<object, GridRange>();
const tabs = new WeakMap<object, number>();

/** Notes which cells a range of the script stands for. */
export function standsForRange<T extends object>(range: T, cells: GridRange): T {
  ranges.set(range, cells);
  return range;
}

/** Notes which tab a sheet of the script stands for. */
export function standsForTab<T extends object>(sheet: T, tab: number): T {
  tabs.set(sheet, tab);
  return sheet;
}

export function cellsOf(execution: Execution, range: object): GridRange {
  return ranges.get(range) ?? execution.fail("The parameters don't match the method signature");
}

export function tabOf(execution: Execution, sheet: object): number {
  return tabs.get(sheet) ?? execution.fail("The parameters don't match the method signature");
}

/** The tab as the script may expect it; one that is gone has the size that any range fits in, and fails when asked. */
export function expectedTab(execution: Execution, id: number): TabSummary {
  return execution.book().tabs.find((tab) => tab.id === id) ?? execution.fail(`Sheet ${id} not found`);
}
