// A tab while changes are applied to it: what was read, and the cells that are to be set. This is the one thing
// of a book that is changed in place; it lives inside one call and never leaves it. Rows are found by id in
// what the tab will hold, so that a row appended a moment ago can be set.

import type { BodyLook } from "../../shared/table/body-look.ts";
import { type Cell, standsAlready, textOf } from "../../shared/table/cell.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { CellFormula } from "./cell-text.ts";
import type { CellEdit } from "./sheet-edit.ts";
import { columnStyles } from "./sheet-frame.ts";

export interface SheetDraft {
  readonly name: string;
  /** Among all tabs, from 0. */
  readonly index: number;
  readonly partName: string;
  /** The text as it was read; `undefined` in a tab that is made now. */
  readonly source: string | undefined;
  readonly table: Table;
  key: string | undefined;
  /** With the changes to its frame so far, without those to its cells. */
  text: string;
  readonly columns: Map<string, number>;
  readonly edits: Map<number, Map<number, CellEdit>>;
  /** The last row that will hold a value; 1 is the header. */
  lastRow: number;
  /** By column, the style of a new cell where its column has none. */
  fallbackStyles: ReadonlyMap<number, number> | undefined;
  rowsByAt: ReadonlyMap<number, TableRow> | undefined;
  rowsById: Map<string, number[]> | undefined;
  columnStyle: { readonly text: string; readonly of: (column: number) => number } | undefined;
  /** How its rows look, where they were replaced. */
  look: BodyLook | undefined;
  /** What is left to do for a layout that was taken off, when every cell is known. */
  takenOff: TakenOff | undefined;
}

export interface TakenOff {
  /** Every column that was ours. */
  readonly columns: ReadonlySet<number>;
  /** Column that goes → styles that its cells have from us. */
  readonly stylesOf: ReadonlyMap<number, ReadonlySet<number>>;
}

const LAST_ROW = 1_048_576;

export function openSheet(
  place: Pick<SheetDraft, "name" | "index" | "partName" | "source" | "text">,
  table: Table,
): SheetDraft {
  return {
    ...place,
    table,
    key: table.key,
    columns: new Map(Object.entries(table.marks)),
    edits: new Map(),
    lastRow: table.rows.reduce((last, row) => Math.max(last, row.at), 1),
    fallbackStyles: undefined,
    rowsByAt: undefined,
    rowsById: undefined,
    columnStyle: undefined,
    look: undefined,
    takenOff: undefined,
  };
}

/** The column of a key. @throws {StagelineError} `guard`, when the tab has none */
export function columnFor(sheet: SheetDraft, key: string): number {
  const column = sheet.columns.get(key);
  if (column !== undefined) return column;
  throw new StagelineError("guard", `tab "${sheet.name}" has no column for "${key}"; lay the tab out first`);
}

/** The row with that id. @throws {StagelineError} `guard`, when there is none */
export function rowFor(sheet: SheetDraft, record: string): number {
  sheet.rowsById ??= indexRows(sheet);
  const row = sheet.rowsById.get(record)?.[0];
  if (row !== undefined) return row;
  throw new StagelineError("guard", `tab "${sheet.name}" has no row with the id "${record}"`);
}

/** What the cell will hold. */
export function valueAt(sheet: SheetDraft, row: number, column: number): Cell {
  const edit = sheet.edits.get(row)?.get(column);
  return edit === undefined ? valueBefore(sheet, row, column) : edit.value;
}

/** Sets a cell, unless it holds that value already. */
export function setCell(
  sheet: SheetDraft,
  place: {
    readonly row: number;
    readonly column: number;
    readonly style?: number;
    readonly formula?: CellFormula;
  },
  value: Cell,
): void {
  const { row, column } = place;
  if (row > LAST_ROW) {
    throw new StagelineError("guard", `tab "${sheet.name}" is full: a tab holds ${LAST_ROW} rows`);
  }
  const wanted = value === "" ? null : value;
  const { formula } = place;
  if (formula === undefined && standsAlready(valueAt(sheet, row, column), wanted)) return;
  noteId(sheet, { row, column }, wanted);
  const edits = sheet.edits.get(row) ?? new Map<number, CellEdit>();
  sheet.edits.set(row, edits);
  if (formula === undefined && standsAlready(valueBefore(sheet, row, column), wanted)) {
    edits.delete(column);
    if (edits.size === 0) sheet.edits.delete(row);
    return;
  }
  const style = place.style ?? styleOfNewCell(sheet, column);
  const written = formula === undefined ? {} : { formula };
  edits.set(column, { value: wanted, style, overPlain: place.style !== undefined, ...written });
  if (wanted !== null) sheet.lastRow = Math.max(sheet.lastRow, row);
}

/** The row as it was read. */
export function rowAsRead(sheet: SheetDraft, at: number): TableRow {
  sheet.rowsByAt ??= new Map(sheet.table.rows.map((row) => [row.at, row]));
  return sheet.rowsByAt.get(at) ?? { at, cells: [] };
}

/** The row as it will be. */
export function rowAt(sheet: SheetDraft, at: number): TableRow {
  const cells = [...rowAsRead(sheet, at).cells];
  for (const [column, edit] of sheet.edits.get(at) ?? []) {
    while (cells.length < column) cells.push(null);
    cells[column] = edit.value;
  }
  return { at, cells };
}

/** The numbers of the rows below the header that will hold anything, in order. */
export function filledRows(sheet: SheetDraft): readonly number[] {
  const rows = new Set([...sheet.table.rows.map((row) => row.at), ...sheet.edits.keys()]);
  return [...rows]
    .filter((at) => at > 1 && rowAt(sheet, at).cells.some((cell) => cell !== null))
    .sort((left, right) => left - right);
}

/** How many columns the tab uses, from its header, its rows and our marks. */
export function usedColumns(sheet: SheetDraft): number {
  const widths = sheet.table.rows.map((row) => row.cells.length);
  const edited = [...sheet.edits.values()].flatMap((row) => [...row.keys()].map((column) => column + 1));
  const marked = [...sheet.columns.values()].map((column) => column + 1);
  return [...widths, ...edited, ...marked].reduce(
    (most, width) => Math.max(most, width),
    sheet.table.header.length,
  );
}

function valueBefore(sheet: SheetDraft, row: number, column: number): Cell {
  if (row === 1) return sheet.table.header[column] ?? null;
  return rowAsRead(sheet, row).cells[column] ?? null;
}

function styleOfNewCell(sheet: SheetDraft, column: number): number {
  if (sheet.columnStyle?.text !== sheet.text) {
    sheet.columnStyle = { text: sheet.text, of: columnStyles(sheet.text) };
  }
  return sheet.columnStyle.of(column) || (sheet.fallbackStyles?.get(column) ?? 0);
}

function indexRows(sheet: SheetDraft): Map<string, number[]> {
  const column = columnFor(sheet, "id");
  const index = new Map<string, number[]>();
  const add = (id: string, at: number): void => {
    const rows = index.get(id);
    if (rows === undefined) index.set(id, [at]);
    else rows.push(at);
  };
  for (const row of sheet.table.rows) {
    const edit = sheet.edits.get(row.at)?.get(column);
    const id = textOf(edit === undefined ? row.cells[column] : edit.value);
    if (id !== "") add(id, row.at);
  }
  for (const [at, row] of sheet.edits) {
    const edit = row.get(column);
    const isNew = at > 1 && sheet.rowsByAt?.has(at) !== true;
    if (edit !== undefined && isNew && textOf(edit.value) !== "") add(textOf(edit.value), at);
  }
  return index;
}

function noteId(sheet: SheetDraft, { row, column }: { row: number; column: number }, value: Cell): void {
  if (sheet.rowsById === undefined || column !== sheet.columns.get("id")) return;
  const before = textOf(valueAt(sheet, row, column));
  const rows = sheet.rowsById.get(before)?.filter((at) => at !== row);
  if (rows !== undefined && rows.length > 0) sheet.rowsById.set(before, rows);
  else sheet.rowsById.delete(before);
  const id = textOf(value);
  if (id === "") return;
  const others = sheet.rowsById.get(id) ?? [];
  sheet.rowsById.set(
    id,
    [...others, row].sort((left, right) => left - right),
  );
}
