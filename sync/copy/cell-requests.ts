// What is sent for the cells of a tab: their values row by row, as texts, numbers, yes or no and formulas, each as it is
// and parsed by nobody; then formats, notes and rules, a rectangle of like cells at a time. Values are cut into pieces as
// they are made, so that a tab of a million cells is never there twice.

import type { sheets_v4 } from "@googleapis/sheets";
import type { GridCell, Row, Tab } from "../../local/grid/spreadsheet.ts";
import { formatJson } from "../../local/sheets-api/resource/cell-format.ts";
import { enteredJson } from "../../local/sheets-api/resource/cell-value.ts";
import { rangeJson } from "../../local/sheets-api/resource/ranges.ts";
import { validationJson } from "../../local/sheets-api/resource/validation-rule.ts";
import { isErrorCell } from "../../shared/table/cell.ts";
import { lookNames, noteName, ruleNames } from "./alike-cells.ts";
import { cellAreas } from "./cell-areas.ts";
import { sheetIdOf, type TargetPlan, targetRange } from "./target-plan.ts";

type Request = sheets_v4.Schema$Request;

/** A piece of values is about so large: a fraction of what one request may be. */
const PIECE_BYTES = 200_000;
/** Blank rows in between that cost less than another piece. */
const MOST_BLANK = 40;

/** Everything of the tab's cells. */
export function* cellRequests(plan: TargetPlan, tab: Tab): Generator<Request> {
  yield* valueRequests(tab, sheetIdOf(plan, tab.id));
  const range = (area: { readonly range: Parameters<typeof targetRange>[1] }) =>
    withSheetId(rangeJson(targetRange(plan, area.range)), sheetIdOf(plan, tab.id));
  for (const area of cellAreas(tab, lookNames())) {
    const userEnteredFormat = formatJson(area.first);
    if (userEnteredFormat === undefined) continue;
    yield { repeatCell: { range: range(area), cell: { userEnteredFormat }, fields: "userEnteredFormat" } };
  }
  for (const area of cellAreas(tab, noteName)) {
    yield { repeatCell: { range: range(area), cell: { note: area.name }, fields: "note" } };
  }
  for (const area of cellAreas(tab, ruleNames())) {
    const { validation } = area.first;
    if (validation === undefined) continue;
    yield { setDataValidation: { range: range(area), rule: validationJson(plan.state, validation) } };
  }
}

interface Piece {
  readonly start: number;
  readonly rows: sheets_v4.Schema$RowData[];
  bytes: number;
  blank: number;
}

function* valueRequests(tab: Tab, sheetId: number): Generator<Request> {
  let piece: Piece | undefined;
  for (let index = 0; index < tab.rows.length; index++) {
    const row = rowJson(tab.rows[index]);
    if (row === undefined) {
      if (piece !== undefined) piece.blank += 1;
      continue;
    }
    if (piece !== undefined && (piece.blank > MOST_BLANK || piece.bytes > PIECE_BYTES)) {
      yield pieceRequest(piece, sheetId);
      piece = undefined;
    }
    piece ??= { start: index, rows: [], bytes: 0, blank: 0 };
    for (; piece.blank > 0; piece.blank--) piece.rows.push({});
    piece.rows.push(row);
    piece.bytes += JSON.stringify(row).length;
  }
  if (piece !== undefined) yield pieceRequest(piece, sheetId);
}

function pieceRequest({ start, rows }: Piece, sheetId: number): Request {
  return {
    updateCells: { start: { sheetId, rowIndex: start, columnIndex: 0 }, rows, fields: "userEnteredValue" },
  };
}

function rowJson(row: Row | undefined): sheets_v4.Schema$RowData | undefined {
  const cells = row?.cells ?? [];
  const last = cells.findLastIndex((cell) => cell !== undefined && hasValue(cell));
  if (last < 0) return undefined;
  return { values: cells.slice(0, last + 1).map((cell) => valueJson(cell)) };
}

function hasValue({ value, formula }: GridCell): boolean {
  return value !== null || formula !== undefined;
}

// An error that stands in a cell by itself can only be written as a formula that comes to it.
function valueJson(cell: GridCell | undefined): sheets_v4.Schema$CellData {
  if (cell === undefined || !hasValue(cell)) return {};
  const { value, formula } = cell;
  const isError = formula === undefined && typeof value === "object" && value !== null && isErrorCell(value);
  const entered = isError ? { formulaValue: `=${value.error}` } : enteredJson(cell);
  return entered === undefined ? {} : { userEnteredValue: entered };
}

function withSheetId(range: sheets_v4.Schema$GridRange, sheetId: number): sheets_v4.Schema$GridRange {
  return { sheetId, ...range };
}
