// A tab while changes to it are planned: where its columns and records are, and what its cells will hold. Nothing is
// asked of the spreadsheet here; what is planned for a tab that was not read whole has to know its rows.

import { type Cell, standsAlready, textOf } from "../../shared/table/cell.ts";
import type { TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { OpenTab } from "./open-book.ts";

export interface TabDraft {
  readonly name: string;
  /** Absent for a tab that the plan makes. */
  readonly open?: OpenTab;
  key: string | undefined;
  /** Column key → column, from 0. */
  readonly columns: Map<string, number>;
  /** Row number → its cells as they will be; row 1 is the header. */
  readonly rows: Map<number, Cell[]>;
  /** The last row that holds anything; absent where the tab was not read to its end. */
  lastRow: number | undefined;
  /** Columns that are used, by anybody. */
  width: number;
  rowOfRecord?: Map<string, number>;
  asRead?: ReadonlyMap<number, TableRow>;
}

/** A draft of a tab that is there, or of a new one where none is given. */
export function draftOf(name: string, open?: OpenTab): TabDraft {
  const table = open?.table;
  const rows = new Map<number, Cell[]>([[1, [...(table?.header ?? [])]]]);
  let [last, width] = [1, table?.header.length ?? 0];
  for (const { at, cells } of table?.rows ?? []) {
    rows.set(at, cells as Cell[]);
    last = Math.max(last, at);
    width = Math.max(width, cells.length);
  }
  const columns = new Map(Object.entries(table?.marks ?? {}));
  for (const column of columns.values()) width = Math.max(width, column + 1);
  const isWhole = open === undefined || open.maxRows !== undefined;
  const known = open === undefined ? {} : { open };
  return { name, ...known, key: table?.key, columns, rows, lastRow: isWhole ? last : undefined, width };
}

/** The cell as it will be. */
export function cellAt(draft: TabDraft, row: number, column: number): Cell {
  return draft.rows.get(row)?.[column] ?? null;
}

/** Sets a cell; whether that changes it. */
export function setCell(draft: TabDraft, place: { row: number; column: number }, value: Cell): boolean {
  const { row, column } = place;
  const wanted = value === "" ? null : value;
  if (standsAlready(cellAt(draft, row, column), wanted)) return false;
  const cells = [...(draft.rows.get(row) ?? [])];
  while (cells.length < column) cells.push(null);
  cells[column] = wanted;
  if (column === draft.columns.get("id")) noteId(draft, row, wanted);
  draft.rows.set(row, cells);
  draft.width = Math.max(draft.width, column + 1);
  if (draft.lastRow !== undefined) draft.lastRow = Math.max(draft.lastRow, row);
  return true;
}

/** @throws {StagelineError} `guard`, when the tab has no such column */
export function columnFor(draft: TabDraft, key: string): number {
  const column = draft.columns.get(key);
  if (column === undefined) throw new StagelineError("guard", `${draft.name} has no column "${key}"`);
  return column;
}

/** @throws {StagelineError} `guard`, when no row has that id */
export function rowFor(draft: TabDraft, record: string): number {
  draft.rowOfRecord ??= recordRows(draft);
  // Rows that nobody named yet all have the empty id: it says nothing.
  const row = record === "" ? undefined : draft.rowOfRecord.get(record);
  if (row === undefined) throw new StagelineError("guard", `${draft.name} has no record "${record}"`);
  return row;
}

/** The row as it will be. */
export function rowAt(draft: TabDraft, at: number): TableRow {
  return { at, cells: draft.rows.get(at) ?? [] };
}

/** The row as it was read. */
export function rowAsRead(draft: TabDraft, at: number): TableRow {
  draft.asRead ??= new Map((draft.open?.table.rows ?? []).map((row) => [row.at, row] as const));
  return draft.asRead.get(at) ?? { at, cells: [] };
}

/** The rows below the header that will hold anything, from the top. */
export function filledRows(draft: TabDraft): readonly number[] {
  return [...draft.rows]
    .filter(([at, cells]) => at > 1 && cells.some((cell) => cell !== null))
    .map(([at]) => at)
    .sort((left, right) => left - right);
}

// Of two rows with one id, the upper one.
function recordRows(draft: TabDraft): Map<string, number> {
  const rows = new Map<string, number>();
  const column = columnFor(draft, "id");
  for (const [at, cells] of draft.rows) {
    const id = at === 1 ? "" : textOf(cells[column]);
    if (id !== "" && at < (rows.get(id) ?? Number.POSITIVE_INFINITY)) rows.set(id, at);
  }
  return rows;
}

function noteId(draft: TabDraft, row: number, value: Cell): void {
  const known = draft.rowOfRecord;
  if (known === undefined) return;
  const before = textOf(cellAt(draft, row, columnFor(draft, "id")));
  if (known.get(before) === row) known.delete(before);
  const id = textOf(value);
  if (id !== "" && row < (known.get(id) ?? Number.POSITIVE_INFINITY)) known.set(id, row);
}
