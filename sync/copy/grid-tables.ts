// A spreadsheet of the grid as the core sees it: every tab as a table, with the marks that its metadata keeps. The rows of
// a table are made when somebody asks for them: a history of a hundred thousand entries is seldom asked for.

import { addressText } from "../../local/grid/a1-notation.ts";
import { cellValue } from "../../local/grid/shown-value.ts";
import type { Row, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { type TabMarks, withMark } from "../../shared/table/dressing/tab-marks.ts";
import type { Table, TableRow, Tables } from "../../shared/table/table.ts";

export function gridTables(state: Spreadsheet): Tables {
  return state.tabs.map((tab) => gridTable(state, tab));
}

/** The marks of a tab. */
export function gridMarks(state: Spreadsheet, tab: Tab): TabMarks {
  return state.metadata.reduce<TabMarks>(
    (marks, { key: name, value, place }) => {
      if (place.kind === "spreadsheet" || place.kind === "row" || place.tab !== tab.id) return marks;
      return withMark(marks, {
        name,
        value,
        ...(place.kind === "column" ? { column: place.column - 1 } : {}),
      });
    },
    { columns: {} },
  );
}

function gridTable(state: Spreadsheet, tab: Tab): Table {
  const { key, columns } = gridMarks(state, tab);
  let rows: readonly TableRow[] | undefined;
  return {
    tab: tab.name,
    ...(key === undefined ? {} : { key }),
    header: cellsOf(tab.rows[0]?.cells ?? []),
    get rows() {
      rows ??= rowsOf(tab);
      return rows;
    },
    marks: columns,
    merges: tab.merges.map(addressText),
  };
}

function rowsOf(tab: Tab): readonly TableRow[] {
  return tab.rows.flatMap((row, index) => {
    const cells = index === 0 ? [] : cellsOf(row?.cells ?? []);
    return cells.length === 0 ? [] : [{ at: index + 1, cells }];
  });
}

function cellsOf(row: Row["cells"]): readonly Cell[] {
  const cells = row.map((cell) => {
    const value = cellValue(cell);
    return value === "" ? null : value;
  });
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}
