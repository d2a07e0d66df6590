// How far the cells of a Sheet go, and the ranges that it gives.

import { parseAddress } from "../../../grid/a1-notation.ts";
import type { GridRange } from "../../../grid/protocol.ts";
import { writtenValue } from "./cell-values.ts";
import { expectedTab, type Workbook } from "./workbook.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function sheetRanges(workbook: Workbook, tab: number, self: () => Sheet): Partial<Sheet> {
  const { execution } = workbook;
  return {
    getLastRow: () => execution.read<"lastRow">({ ask: "lastRow", tab }),
    getLastColumn: () => execution.read<"lastColumn">({ ask: "lastColumn", tab }),
    getRange: (row: number | string, column: number = 1, rows: number = 1, columns: number = 1) =>
      workbook.range(
        typeof row === "string"
          ? addressedRange(workbook, tab, row)
          : checkedRange(workbook, { tab, row, column, rows, columns }),
      ),
    getDataRange: () => {
      const [rows, columns] = execution.readAll([
        { ask: "lastRow", tab },
        { ask: "lastColumn", tab },
      ]) as readonly [number, number];
      return workbook.range({
        tab,
        row: 1,
        column: 1,
        rows: Math.max(rows, 1),
        columns: Math.max(columns, 1),
      });
    },
    appendRow: (values: readonly unknown[]) => {
      const written = Array.from(values, (value) => writtenValue(execution, value));
      execution.write({ do: "appendRow", tab, values: written });
      return self();
    },
  };
}

/** The range of an address in this tab, or in the one that it names; its ends cut to the tab. */
export function addressedRange(workbook: Workbook, tab: number | undefined, text: string): GridRange {
  const { execution } = workbook;
  const address = parseAddress(text) ?? execution.fail("Range not found");
  const named =
    address.tabName === undefined
      ? tab
      : execution.book().tabs.find(({ name }) => name === address.tabName)?.id;
  const id = named ?? execution.fail("Range not found");
  const { maxRows, maxColumns } = expectedTab(execution, id);
  const { row, column, lastRow = maxRows, lastColumn = maxColumns } = address;
  const range = checkedRange(workbook, {
    tab: id,
    row,
    column,
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
  });
  return address.lastRow === undefined ? { ...range, isOpen: true } : range;
}

/** Google says so at once, not when the range is used. */
function checkedRange(workbook: Workbook, range: GridRange): GridRange {
  const { execution } = workbook;
  const { row, column, rows, columns } = range;
  if (![row, column, rows, columns].every(Number.isInteger)) {
    execution.fail("The parameters don't match the method signature for SpreadsheetApp.Sheet.getRange.");
  }
  if (row < 1) execution.fail("The starting row of the range is too small.");
  if (column < 1) execution.fail("The starting column of the range is too small.");
  if (rows < 1) execution.fail("The number of rows in the range must be at least 1.");
  if (columns < 1) execution.fail("The number of columns in the range must be at least 1.");
  const { maxRows, maxColumns } = expectedTab(execution, range.tab);
  if (row + rows - 1 > maxRows || column + columns - 1 > maxColumns) {
    execution.fail("The coordinates of the range are outside the dimensions of the sheet.");
  }
  return range;
}
