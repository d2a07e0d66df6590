// What a host does to its tabs, done to tables: the model that every host is tested against, and the way in
// which one run builds on another (an import, then a reconcile) before anything is written.

import { StagelineError } from "../value/stageline-error.ts";
import { type Cell, isBlank, textOf } from "./cell.ts";
import type { Change, LayOut } from "./change.ts";
import { columnsOf } from "./columns.ts";
import type { RowCells, TabLayout } from "./layout.ts";
import type { Table, TableRow, Tables } from "./table.ts";

interface DraftTable {
  readonly tab: string;
  key?: string;
  header: Cell[];
  rows: TableRow[];
  marks: Record<string, number>;
  readonly merges: readonly string[];
}

interface Draft {
  readonly table: DraftTable;
  /** Cells that are the draft's own: those of rows that nothing changes are shared, a history has a hundred thousand. */
  readonly ownCells: WeakSet<readonly Cell[]>;
  /** Record id → index of its row; built when the first change asks for it, dropped when ids or rows change. */
  indexOfRecord?: ReadonlyMap<string, number>;
  /** Row number → index of the row; built and dropped alike. */
  indexOfNumber?: ReadonlyMap<number, number>;
}

/**
 * The tables after the changes, in their order; the tables handed in stay as they are.
 *
 * @throws {StagelineError} `guard`, when a change names a tab, record or column that is not there
 * @example
 * applyChanges([fixtures.pricesTable], [
 *   { kind: "append", tab: "Prices", rows: [{ article: "Pear", price: 2 }] },
 * ])[0].rows.length //=> 2
 */
export function applyChanges(tables: Tables, changes: readonly Change[]): Tables {
  const drafts = new Map<string, Draft>();
  const order = tables.map((table) => table.tab);
  const draftOf = (tab: string): Draft => {
    const known = drafts.get(tab) ?? draftFrom(tables.find((table) => table.tab === tab));
    if (known === undefined) throw new StagelineError("guard", `there is no tab "${tab}"`);
    drafts.set(tab, known);
    return known;
  };
  for (const change of changes) {
    if (change.kind === "layOut") {
      if (!drafts.has(change.tab) && !order.includes(change.tab)) {
        const table = { tab: change.tab, header: [], rows: [], marks: {}, merges: [] };
        drafts.set(change.tab, { table, ownCells: new WeakSet() });
        order.push(change.tab);
      }
      layOut(draftOf(change.tab).table, change.layout, change.places);
    } else applyOne(draftOf(change.tab), change);
  }
  return order
    .map((tab) => drafts.get(tab)?.table ?? tables.find((table) => table.tab === tab))
    .filter((table) => table !== undefined);
}

function applyOne(draft: Draft, change: Exclude<Change, { kind: "layOut" }>): void {
  const { table } = draft;
  switch (change.kind) {
    case "setField":
      setCell(ownRow(draft, recordAt(draft, change.record)), columnAt(table, change.field), change.value);
      if (change.field === "id") delete draft.indexOfRecord;
      return;
    case "setCell":
      setCell(ownRow(draft, rowAt(draft, change.atRow)), columnAt(table, change.field), change.value);
      return;
    case "identify":
      setCell(ownRow(draft, rowAt(draft, change.atRow)), columnAt(table, "id"), change.id);
      delete draft.indexOfRecord;
      return;
    case "append":
      appendRows(table, change.rows);
      break;
    case "replaceBody":
      table.rows = [];
      appendRows(table, change.rows);
      break;
    case "takeOff":
      takeOff(table, change.columns);
      break;
  }
  delete draft.indexOfRecord;
  delete draft.indexOfNumber;
}

function appendRows(table: DraftTable, rows: readonly RowCells[]): void {
  let at = table.rows.reduce((last, row) => Math.max(last, row.at), 1);
  for (const row of rows) {
    const cells: Cell[] = [];
    for (const [key, cell] of Object.entries(row)) setCell(cells, columnAt(table, key), cell);
    at += 1;
    table.rows.push({ at, cells });
  }
}

function layOut(table: DraftTable, layout: TabLayout, places: LayOut["places"]): void {
  table.key = layout.key;
  const at =
    places === undefined
      ? columnsOf(table, layout).at
      : new Map(Object.entries({ ...places, ...table.marks }));
  for (const column of layout.columns) {
    const place = at.get(column.key) ?? width(table);
    const isOurs = !at.has(column.key) || column.ownHeader === true || isBlank(table.header[place]);
    if (isOurs) setCell(table.header, place, column.header);
    table.marks[column.key] = place;
  }
}

function takeOff(table: DraftTable, keys: readonly string[]): void {
  const gone = new Set(keys.map((key) => columnAt(table, key)));
  const without = (cells: readonly Cell[]) =>
    trimmed(cells.map((cell, column) => (gone.has(column) ? null : cell)));
  table.header = without(table.header);
  table.rows = table.rows
    .map(({ at, cells }) => ({ at, cells: without(cells) }))
    .filter(({ cells }) => cells.length > 0);
  table.marks = {};
  delete table.key;
}

// A table ends with the last cell that holds anything, as hosts read it.
function trimmed(cells: readonly Cell[]): Cell[] {
  return cells.slice(
    0,
    cells.reduce<number>((last, cell, column) => (cell === null ? last : column + 1), 0),
  );
}

function width(table: DraftTable): number {
  return table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), table.header.length);
}

function recordAt(draft: Draft, record: string): number {
  const { table } = draft;
  const id = columnAt(table, "id");
  // Of two rows with one id the upper one: a map keeps what comes last.
  draft.indexOfRecord ??= new Map(
    table.rows.map((row, index) => [textOf(row.cells[id]), index] as const).reverse(),
  );
  // Rows that nobody named yet all have the empty id: it says nothing.
  const index = record === "" ? undefined : draft.indexOfRecord.get(record);
  if (index === undefined) throw new StagelineError("guard", `${table.tab} has no record "${record}"`);
  return index;
}

function rowAt(draft: Draft, at: number): number {
  draft.indexOfNumber ??= new Map(draft.table.rows.map((row, index) => [row.at, index]));
  const index = draft.indexOfNumber.get(at);
  if (index === undefined) throw new StagelineError("guard", `${draft.table.tab} has no row ${at}`);
  return index;
}

/** The cells of a row, to be changed: a copy, the first time. */
function ownRow({ table, ownCells }: Draft, index: number): Cell[] {
  const { at = 0, cells: present = [] } = table.rows[index] ?? {};
  if (ownCells.has(present)) return present as Cell[];
  const cells = [...present];
  table.rows[index] = { at, cells };
  ownCells.add(cells);
  return cells;
}

function columnAt(table: DraftTable, key: string): number {
  const column = table.marks[key];
  if (column === undefined) throw new StagelineError("guard", `${table.tab} has no column "${key}"`);
  return column;
}

function setCell(cells: Cell[], at: number, value: Cell): void {
  while (cells.length < at) cells.push(null);
  cells[at] = value;
}

function draftFrom(table: Table | undefined): Draft | undefined {
  if (table === undefined) return undefined;
  const { header, rows, marks } = table;
  const own = { ...table, header: [...header], rows: [...rows], marks: { ...marks } };
  return { table: own, ownCells: new WeakSet() };
}
