// The rows and columns of a Sheet: inserting and deleting them, hiding them, their widths.

import type { Workbook } from "./workbook.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function sheetLines(workbook: Workbook, tab: number, self: () => Sheet): Partial<Sheet> {
  const { write } = workbook.execution;
  return {
    insertRowsAfter: (after, count) => {
      write({ do: "insertRows", tab, before: after + 1, count });
      return self();
    },
    insertColumnsAfter: (after, count) => {
      write({ do: "insertColumns", tab, before: after + 1, count });
      return self();
    },
    deleteRows: (row, count) => write({ do: "deleteRows", tab, row, count }),
    deleteColumns: (column, count) => write({ do: "deleteColumns", tab, column, count }),
    hideColumns: (column: number, count: number = 1) =>
      write({ do: "setColumns", tab, column, count, isHidden: true }),
    showColumns: (column: number, count: number = 1) =>
      write({ do: "setColumns", tab, column, count, isHidden: false }),
    setColumnWidth: (column, widthPixels) => {
      write({ do: "setColumns", tab, column, count: 1, widthPixels });
      return self();
    },
    setColumnWidths: (column, count, widthPixels) => {
      write({ do: "setColumns", tab, column, count, widthPixels });
      return self();
    },
  };
}
