// The cells of one range of a sheet, row by row. What is empty at the end of a row, and rows that are empty at the end,
// are left out; an empty row or cell in between is an empty message.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridRange } from "../../grid/protocol.ts";
import type { Row, Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { type Mask, maskWants, maskWithin } from "../field-mask.ts";
import { type CellWriter, cellWriter } from "./cell-data.ts";
import { columnProperties, rowProperties } from "./line-properties.ts";

interface Asked {
  readonly state: Spreadsheet;
  readonly tab: Tab;
  /** Which fields of the data are wanted. */
  readonly mask: Mask;
}

export function gridDataJson(asked: Asked, range: GridRange): sheets_v4.Schema$GridData {
  const { mask } = asked;
  const cells = maskWithin(mask, "rowData.values");
  const [rows, columns] = [maskWithin(mask, "rowMetadata"), maskWithin(mask, "columnMetadata")];
  const rowData = cells === undefined ? [] : rowsJson(asked.tab, range, cellWriter(asked.state, cells));
  return {
    ...(range.row === 1 ? {} : { startRow: range.row - 1 }),
    ...(range.column === 1 ? {} : { startColumn: range.column - 1 }),
    ...(rowData.length === 0 ? {} : { rowData }),
    ...(rows === undefined ? {} : { rowMetadata: [...rowProperties({ ...asked, mask: rows }, range)] }),
    ...(columns === undefined
      ? {}
      : { columnMetadata: [...columnProperties({ ...asked, mask: columns }, range)] }),
  };
}

/** Whether the mask wants anything of a sheet's data. */
export function wantsData(mask: Mask): boolean {
  return maskWants(mask, "sheets.data");
}

function rowsJson(tab: Tab, range: GridRange, write: CellWriter): sheets_v4.Schema$RowData[] {
  const rows: sheets_v4.Schema$RowData[] = [];
  let used = 0;
  const last = Math.min(range.row + range.rows - 1, tab.rows.length);
  for (let at = range.row; at <= last; at++) {
    const values = rowJson(tab.rows[at - 1], range, write);
    rows.push(values.length === 0 ? {} : { values });
    if (values.length > 0) used = rows.length;
  }
  return used === rows.length ? rows : rows.slice(0, used);
}

function rowJson(
  row: Row | undefined,
  { column, columns }: GridRange,
  write: CellWriter,
): sheets_v4.Schema$CellData[] {
  const cells = row?.cells ?? [];
  let last = Math.min(column + columns - 1, cells.length);
  while (last >= column && cells[last - 1] === undefined) last -= 1;
  const values: sheets_v4.Schema$CellData[] = [];
  for (let at = column; at <= last; at++) values.push(write(cells[at - 1]) ?? {});
  return values;
}
