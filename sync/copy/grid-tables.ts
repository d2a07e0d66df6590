// A spreadsheet of the grid as the core sees it: every tab as a table, with the marks that its metadata keeps.

import { addressText } from "../../local/grid/a1-notation.ts";
import { cellValue } from "../../local/grid/shown-value.ts";
import type { Row, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { type TabMarks, withMark } from "../../shared/table/dressing/tab-marks.ts";
import type { Table, Tables } from "../../shared/table/table.ts";

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
  const rows = tab.rows.flatMap((row, index) => {
    const cells = cellsOf(row?.cells ?? []);
    return cells.length === 0 ? [] : [{ at: index + 1, cells }];
  });
  return {
    tab: tab.name,
    ...(key === undefined ? {} : { key }),
    header: rows.find(({ at }) => at === 1)?.cells ?? [],
    rows: rows.filter(({ at }) => at > 1),
    marks: columns,
    merges: tab.merges.map(addressText),
  };
}

function cellsOf(row: Row["cells"]): readonly Cell[] {
  const cells = row.map((cell) => {
    const value = cellValue(cell);
    return value === "" ? null : value;
  });
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}
