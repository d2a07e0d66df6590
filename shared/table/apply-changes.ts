// What a host does to its tabs, done to tables: the model that every host is tested against, and the way in
// which one run builds on another (an import, then a reconcile) before anything is written.

import { StagelineError } from "../value/stageline-error.ts";
import type { Cell } from "./cell.ts";
import type { Change } from "./change.ts";
import { columnsOf } from "./columns.ts";
import type { RowCells, TabLayout } from "./layout.ts";
import type { Table, TableRow, Tables } from "./table.ts";

interface Draft {
  tab: string;
  key?: string;
  header: Cell[];
  rows: { at: number; cells: Cell[] }[];
  marks: Record<string, number>;
  merges: readonly string[];
  /** Record id → row; built when the first change asks for it, dropped when ids or rows change. */
  rowOfRecord?: Map<string, { at: number; cells: Cell[] }>;
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
    const known = drafts.get(tab) ?? copied(tables.find((table) => table.tab === tab));
    if (known === undefined) throw new StagelineError("guard", `there is no tab "${tab}"`);
    drafts.set(tab, known);
    return known;
  };
  for (const change of changes) {
    if (change.kind === "layOut") {
      if (!drafts.has(change.tab) && !order.includes(change.tab)) {
        drafts.set(change.tab, { tab: change.tab, header: [], rows: [], marks: {}, merges: [] });
        order.push(change.tab);
      }
      layOut(draftOf(change.tab), change.layout);
    } else applyOne(draftOf(change.tab), change);
  }
  return order.map((tab) => drafts.get(tab) ?? tables.find((table) => table.tab === tab)).filter(isTable);
}

function applyOne(draft: Draft, change: Exclude<Change, { kind: "layOut" }>): void {
  switch (change.kind) {
    case "setField":
      setCell(recordRow(draft, change.record).cells, columnAt(draft, change.field), change.value);
      return;
    case "identify": {
      const row = draft.rows.find((candidate) => candidate.at === change.atRow);
      if (row === undefined) throw new StagelineError("guard", `${draft.tab} has no row ${change.atRow}`);
      setCell(row.cells, columnAt(draft, "id"), change.id);
      delete draft.rowOfRecord;
      return;
    }
    case "append":
      appendRows(draft, change.rows);
      return;
    case "replaceBody":
      draft.rows = [];
      appendRows(draft, change.rows);
      return;
  }
}

function appendRows(draft: Draft, rows: readonly RowCells[]): void {
  let at = draft.rows.reduce((last, row) => Math.max(last, row.at), 1);
  for (const row of rows) {
    const cells: Cell[] = [];
    for (const [key, cell] of Object.entries(row)) setCell(cells, columnAt(draft, key), cell);
    at += 1;
    draft.rows.push({ at, cells });
  }
  delete draft.rowOfRecord;
}

function layOut(draft: Draft, layout: TabLayout): void {
  draft.key = layout.key;
  const { at } = columnsOf(draft, layout);
  for (const column of layout.columns) {
    const place = at.get(column.key) ?? width(draft);
    if (!at.has(column.key)) setCell(draft.header, place, column.header);
    draft.marks[column.key] = place;
  }
}

function width(draft: Draft): number {
  return draft.rows.reduce((widest, row) => Math.max(widest, row.cells.length), draft.header.length);
}

function recordRow(draft: Draft, record: string): { at: number; cells: Cell[] } {
  const id = columnAt(draft, "id");
  draft.rowOfRecord ??= new Map(draft.rows.map((row) => [String(row.cells[id] ?? ""), row]));
  const row = draft.rowOfRecord.get(record);
  if (row === undefined) throw new StagelineError("guard", `${draft.tab} has no record "${record}"`);
  return row;
}

function columnAt(draft: Draft, key: string): number {
  const column = draft.marks[key];
  if (column === undefined) throw new StagelineError("guard", `${draft.tab} has no column "${key}"`);
  return column;
}

function setCell(cells: Cell[], at: number, value: Cell): void {
  while (cells.length < at) cells.push(null);
  cells[at] = value;
}

function copied(table: Table | undefined): Draft | undefined {
  if (table === undefined) return undefined;
  const rows = table.rows.map((row: TableRow) => ({ at: row.at, cells: [...row.cells] }));
  return { ...table, header: [...table.header], rows, marks: { ...table.marks } };
}

function isTable(table: Table | Draft | undefined): table is Table {
  return table !== undefined;
}
