// Writes that landed in the rows of others, because people moved rows or columns between the last look and the write: what a row got
// by mistake goes back to what it held, and what was meant for another comes to it.

import type { OverwrittenCells } from "../../../shared/engine/acts/put-back.ts";
import { isSameCell } from "../../../shared/engine/row/derived-cells.ts";
import { type MendedCells, mendedCells } from "../../../shared/engine/writing/mended-cells.ts";
import type { CellEdit } from "../../../shared/engine/writing/planned-steps.ts";
import { type Cell, textOf } from "../../../shared/table/cell.ts";
import { cellAt, draftOf, rowAsRead, rowAt, setCell } from "../../../shared/table/planning/tab-draft.ts";
import type { Table, TableRow } from "../../../shared/table/table.ts";
import type { GoogleBook } from "../reading/google-book.ts";
import { hasMovedColumns, type WrittenTab } from "./read-back.ts";
import type { SheetStep } from "./step-requests.ts";

export interface MadeGood {
  readonly steps: readonly SheetStep[];
  /** People's cells of which nobody had read what they held. */
  readonly unread: readonly OverwrittenCells[];
}

/** What makes the tabs good, by the book as it is now. */
export function madeGood(book: GoogleBook, displaced: readonly WrittenTab[]): MadeGood {
  const steps: SheetStep[] = [];
  const unread: OverwrittenCells[] = [];
  for (const tab of displaced) {
    const open = book.tabs.find(({ shape }) => shape.id === tab.draft.open?.shape.id);
    if (open === undefined) continue;
    const draft = draftOf(open.table.tab, open);
    const isBoard = tab.draft.key?.startsWith("board_") === true;
    const mended =
      isBoard && !hasMovedColumns(tab, open.table.marks)
        ? mendedCells({ ...tab, shown: open.table.rows })
        : { cells: cellsById(tab, open.table), unread: [] };
    unread.push(...mended.unread);
    const edits = new Map<number, Map<number, CellEdit>>();
    for (const [row, cells] of mended.cells) {
      const own = new Map<number, CellEdit>();
      for (const [column, value] of cells) {
        own.set(column, { before: cellAt(draft, row, column), value });
        setCell(draft, { row, column }, value);
      }
      edits.set(row, own);
    }
    if (edits.size > 0) steps.push({ kind: "cells", draft, edits });
  }
  return { steps, unread };
}

// Rows are told by their IDs alone: of lists, and wherever columns were moved, too.
function cellsById(written: WrittenTab, shown: Table): MendedCells["cells"] {
  const { draft, edits } = written;
  const id = draft.columns.get("id") ?? -1;
  const moved = movedColumns(draft, shown);
  const stood = rowsBefore(written, moved);
  const meant = new Map(
    [...edits].map(([row, cells]) => [textOf(rowAt(draft, row).cells[id]), { row, cells }] as const),
  );
  const mended = new Map<number, Map<number, Cell>>();
  for (const row of shown.rows) {
    const { at, cells } = row;
    const held = stood(row);
    const own = meant.get(textOf(held?.cells[id]));
    const made = new Map<number, Cell>();
    for (const [column, { value }] of edits.get(at) ?? []) {
      if (!isSameCell(cells[column], value)) continue;
      const was = moved.before(column);
      made.set(column, was === undefined ? null : (held?.cells[was] ?? null));
    }
    for (const [column, { value }] of own?.cells ?? []) {
      const now = moved.now(column);
      const present = made.has(now) ? made.get(now) : cells[now];
      if (isSameCell(present, rowAsRead(draft, own?.row ?? 0).cells[column])) made.set(now, value);
    }
    const changed = [...made].filter(([column, value]) => !isSameCell(cells[column], value));
    if (changed.length > 0) mended.set(at, new Map(changed));
  }
  return mended;
}

// A row that has no ID, or whose ID was written over just now, is the one that stood there: if that had none either, or
// has the same name.
function rowsBefore(
  { draft, edits }: WrittenTab,
  moved: MovedColumns,
): (row: TableRow) => TableRow | undefined {
  const [id, name] = [draft.columns.get("id") ?? -1, draft.columns.get("name") ?? -1];
  const rows = draft.open?.table.rows ?? [];
  const byId = new Map(rows.map((row) => [textOf(row.cells[id]), row] as const).reverse());
  const byNumber = new Map(rows.map((row) => [row.at, row] as const));
  return ({ at, cells }) => {
    const [idNow, nameNow] = [moved.now(id), moved.now(name)];
    const there = byNumber.get(at);
    const record = textOf(cells[idNow]);
    if (record === "") return textOf(there?.cells[id]) === "" ? there : undefined;
    const landed = edits.get(at)?.get(idNow);
    const isOwn = landed === undefined || !isSameCell(cells[idNow], landed.value) || idNow === id;
    if (isOwn) return byId.get(record);
    const hasName = edits.get(at)?.has(nameNow) !== true;
    return !hasName || isSameCell(cells[nameNow], there?.cells[name]) ? there : undefined;
  };
}

interface MovedColumns {
  /** Where a column is that was there before. */
  readonly now: (column: number) => number;
  /** Which it was before; `undefined` for one that is new. */
  readonly before: (column: number) => number | undefined;
}

// A column without a mark is beside the marked one on its left.
function movedColumns(draft: WrittenTab["draft"], shown: Table): MovedColumns {
  const places = new Map<number, number>();
  for (const [key, column] of draft.columns) places.set(column, shown.marks[key] ?? column);
  const now = (column: number): number => {
    for (let left = column; left >= 0; left--) {
      const place = places.get(left);
      if (place !== undefined) return place + column - left;
    }
    return column;
  };
  const width = Math.max(draft.width, shown.header.length) + 1;
  const before = new Map(Array.from({ length: width }, (_, column) => [now(column), column] as const));
  return { now, before: (column) => before.get(column) };
}
