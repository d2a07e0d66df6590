// Requests that write cells: into a range, from a place on, below the last row that holds something, or one cell over and
// over. Values are taken as they are. A row or cell that a range has and the request does not is written too, with
// nothing; from a place on only what is there is written. Rules of validation stop nobody (unverified).

import type { sheets_v4 } from "@googleapis/sheets";
import { withBlock } from "../../grid/cell-block.ts";
import { shifted } from "../../grid/moved-lines.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { copiedFormula } from "../../grid/references.ts";
import { type GridCell, lastUsedRow, type Spreadsheet, type Tab, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";
import { cellChanger } from "./cell-change.ts";

export const cellActs: BatchActs = {
  updateCells: (state, request) => ({ state: withUpdatedCells(state, request) }),
  appendCells: (state, request) => ({ state: withAppendedCells(state, request) }),
  repeatCell: (state, request) => ({ state: withRepeatedCell(state, request) }),
};

type CellData = sheets_v4.Schema$CellData;
type Rows = readonly (readonly CellData[])[];

const NOTHING: CellData = {};

function withUpdatedCells(state: Spreadsheet, request: RequestOf<"updateCells">): Spreadsheet {
  const rows = rowsOf(request.rows);
  if (request.range !== undefined && request.range !== null) {
    const range = gridRangeFrom(state, request.range as ApiGridRange);
    checkReach(range, rows);
    return withRows(state, { range, rows, missing: NOTHING, fields: request.fields });
  }
  const { sheetId, rowIndex, columnIndex } = required(request.start, "range or start");
  const tab = sheetById(state, sheetId ?? 0);
  const [row, column] = [(rowIndex ?? 0) + 1, (columnIndex ?? 0) + 1];
  if (row > tab.maxRows) throw afterLast("rowIndex", "row", row - 1, tab.maxRows);
  if (column > tab.maxColumns) throw afterLast("columnIndex", "column", column - 1, tab.maxColumns);
  const rest = {
    tab: tab.id,
    row,
    column,
    rows: tab.maxRows - row + 1,
    columns: tab.maxColumns - column + 1,
  };
  checkReach(rest, rows);
  const range = { ...rest, rows: rows.length, columns: widthOf(rows) };
  return withRows(state, { range, rows, missing: undefined, fields: request.fields });
}

// The rows come below the last one that holds a value or a formula, whoever wrote it.
function withAppendedCells(state: Spreadsheet, request: RequestOf<"appendCells">): Spreadsheet {
  const tab = sheetById(state, request.sheetId ?? 0);
  const rows = rowsOf(request.rows);
  const row = lastUsedRow(tab) + 1;
  const [count, columns] = [row + rows.length - 1 - tab.maxRows, widthOf(rows)];
  const roomy = count > 0 ? withMoreRows(state, tab, count) : state;
  const range = { tab: tab.id, row, column: 1, rows: rows.length, columns };
  checkReach({ ...range, columns: tab.maxColumns }, rows);
  return withRows(roomy, { range, rows, missing: undefined, fields: request.fields });
}

function withRepeatedCell(state: Spreadsheet, request: RequestOf<"repeatCell">): Spreadsheet {
  const range = gridRangeFrom(state, (request.range ?? {}) as ApiGridRange);
  const data = request.cell ?? NOTHING;
  const change = cellChanger({ state, tab: range.tab, fields: fieldsOf(request) });
  const formula = data.userEnteredValue?.formulaValue ?? undefined;
  const tab = withBlock(sheetById(state, range.tab), range, (cell, row, column) => {
    if (formula === undefined) return change(cell, data);
    const formulaValue = copiedFormula(formula, row - range.row, column - range.column);
    return change(cell, { ...data, userEnteredValue: { formulaValue } });
  });
  return withTab(state, tab);
}

interface Writing {
  readonly range: GridRange;
  readonly rows: Rows;
  /** What is written where the rows have no cell; `undefined` leaves the cell as it is. */
  readonly missing: CellData | undefined;
  readonly fields: string | null | undefined;
}

function withRows(state: Spreadsheet, { range, rows, missing, fields }: Writing): Spreadsheet {
  const change = cellChanger({ state, tab: range.tab, fields: fieldsOf({ fields: fields ?? null }) });
  if (range.rows * range.columns === 0) return state;
  const written = (cell: GridCell | undefined, row: number, column: number): GridCell | undefined => {
    const data = rows[row - range.row]?.[column - range.column] ?? missing;
    return data === undefined ? cell : change(cell, data);
  };
  return withTab(state, withBlock(sheetById(state, range.tab), range, written));
}

// Plain ones: rows that the API adds get no rules of validation [github.com/openclaw/gogcli/issues/29], and that they get
// no looks is unverified.
function withMoreRows(state: Spreadsheet, tab: Tab, count: number): Spreadsheet {
  return shifted(state, { tab: tab.id, axis: "rows", kind: "insert", before: tab.maxRows + 1, count });
}

function rowsOf(rows: sheets_v4.Schema$RowData[] | null | undefined): Rows {
  return (rows ?? []).map(({ values }) => values ?? []);
}

function widthOf(rows: Rows): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}

function checkReach({ row, column, rows: height, columns: width }: GridRange, rows: Rows): void {
  if (rows.length > height) throw beyond("row", row - 1 + height);
  if (widthOf(rows) > width) throw beyond("column", column - 1 + width);
}

function beyond(noun: string, first: number) {
  return invalidArgument(
    `Attempting to write ${noun}: ${first}, beyond the last requested ${noun} of: ${first - 1}`,
  );
}

function afterLast(field: string, noun: string, index: number, count: number) {
  return invalidArgument(`GridCoordinate.${field}[${index}] is after last ${noun} in grid[${count - 1}]`);
}
