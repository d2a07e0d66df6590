// A tab while changes to it are planned: where its columns and records are, and what its cells will hold. Nothing is
// asked of the spreadsheet here; what is planned for a tab that was not read whole has to know its rows. A host adds to
// a tab that it read whatever it needs to find it again.

import { StagelineError } from "../../value/stageline-error.ts";
import { type Cell, standsAlready, textOf } from "../cell.ts";
import type { Table, TableRow } from "../table.ts";

/** A tab as a host read it. */
export interface ReadTab {
  readonly table: Table;
  /** Rows of the tab, filled or not; absent where only some of it was read. */
  readonly maxRows?: number;
}

export interface TabDraft<Tab extends ReadTab = ReadTab> {
  readonly name: string;
  /** Absent for a tab that the plan makes. */
  readonly open?: Tab;
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

/**
 * A draft of a tab that is there, or of a new one where none is given.
 *
 * @example
 * draftOf("Prices", { table: fixtures.pricesTable, maxRows: 1000 }).lastRow //=> 2
 * draftOf("Prices", { table: fixtures.pricesTable }).lastRow //=> undefined
 */
export function draftOf<Tab extends ReadTab>(name: string, open?: Tab): TabDraft<Tab> {
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

/**
 * The cell as it will be.
 *
 * @example
 * cellAt(draftOf("Prices", { table: fixtures.pricesTable }), 1, 0) //=> "Article"
 */
export function cellAt(draft: TabDraft, row: number, column: number): Cell {
  return draft.rows.get(row)?.[column] ?? null;
}

/**
 * Sets a cell; whether that changes it.
 *
 * @example
 * setCell(draftOf("Prices", { table: fixtures.pricesTable }), { row: 2, column: 1 }, 12.5) //=> false
 */
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

/**
 * The column with that key, from 0.
 *
 * @throws {StagelineError} `guard`, when the tab has no such column
 * @example
 * columnFor(draftOf("Prices", { table: fixtures.pricesTable }), "price") //=> 1
 */
export function columnFor(draft: TabDraft, key: string): number {
  const column = draft.columns.get(key);
  if (column === undefined) throw new StagelineError("guard", `${draft.name} has no column "${key}"`);
  return column;
}

/**
 * The row of a record; of two rows with its id, the upper one.
 *
 * @throws {StagelineError} `guard`, when no row has that id
 * @example
 * const draft = { ...draftOf("Deals"), columns: new Map([["id", 0]]), rows: new Map([[3, ["rada"]]]) };
 * rowFor(draft, "rada") //=> 3
 */
export function rowFor(draft: TabDraft, record: string): number {
  draft.rowOfRecord ??= recordRows(draft);
  // Rows that nobody named yet all have the empty id: it says nothing.
  const row = record === "" ? undefined : draft.rowOfRecord.get(record);
  if (row === undefined) throw new StagelineError("guard", `${draft.name} has no record "${record}"`);
  return row;
}

/**
 * The row as it will be.
 *
 * @example
 * rowAt(draftOf("Prices"), 7) //=> { at: 7, cells: [] }
 */
export function rowAt(draft: TabDraft, at: number): TableRow {
  return { at, cells: draft.rows.get(at) ?? [] };
}

/**
 * The row as it was read.
 *
 * @example
 * rowAsRead(draftOf("Prices", { table: fixtures.pricesTable }), 2) //=> fixtures.pricesTable.rows[0]
 */
export function rowAsRead(draft: TabDraft, at: number): TableRow {
  draft.asRead ??= new Map((draft.open?.table.rows ?? []).map((row) => [row.at, row] as const));
  return draft.asRead.get(at) ?? { at, cells: [] };
}

/**
 * The rows below the header that will hold anything, from the top.
 *
 * @example
 * filledRows(draftOf("Prices", { table: fixtures.pricesTable })) //=> [2]
 */
export function filledRows(draft: TabDraft): readonly number[] {
  return [...draft.rows]
    .filter(([at, cells]) => at > 1 && cells.some((cell) => cell !== null))
    .map(([at]) => at)
    .sort((left, right) => left - right);
}

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
