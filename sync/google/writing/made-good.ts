// Writes that landed in the rows of others, because people moved rows or columns between the last look and the write: what a row got
// by mistake goes back to what it held, and what was meant for another comes to it.

import type { OverwrittenCells } from "../../../shared/engine/acts/put-back.ts";
import { isSameCell } from "../../../shared/engine/row/derived-cells.ts";
import { type MendedCells, mendedCells } from "../../../shared/engine/writing/mended-cells.ts";
import type { CellEdit } from "../../../shared/engine/writing/planned-steps.ts";
import { type Cell, textOf } from "../../../shared/table/cell.ts";
import { cellAt, draftOf, rowAsRead, rowAt, setCell } from "../../../shared/table/planning/tab-draft.ts";
import type { Table } from "../../../shared/table/table.ts";
import type { GoogleBook } from "../reading/read-book.ts";
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
function cellsById({ draft, edits }: WrittenTab, shown: Table): MendedCells["cells"] {
  const id = draft.columns.get("id") ?? -1;
  const moved = movedColumns(draft, shown);
  const rows = draft.open?.table.rows ?? [];
  const before = new Map(rows.map((row) => [textOf(row.cells[id]), row] as const));
  const unnamed = new Map(
    rows.filter(({ cells }) => textOf(cells[id]) === "").map((row) => [row.at, row] as const),
  );
  const meant = new Map(
    [...edits].map(([row, cells]) => [textOf(rowAt(draft, row).cells[id]), { row, cells }] as const),
  );
  const mended = new Map<number, Map<number, Cell>>();
  for (const { at, cells } of shown.rows) {
    const record = textOf(cells[moved.now(id)]);
    // A row that is nobody's yet is the one that was there, if that was nobody's either.
    const held = record === "" ? unnamed.get(at) : before.get(record);
    const own = record === "" ? undefined : meant.get(record);
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
