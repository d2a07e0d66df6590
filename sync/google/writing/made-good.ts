// Writes that landed in the rows of others, because people moved rows between the last look and the write: what a row got
// by mistake goes back to what it held, and what was meant for another comes to it.

import type { OverwrittenCells } from "../../../shared/engine/acts/put-back.ts";
import { isSameCell } from "../../../shared/engine/row/derived-cells.ts";
import { mendedCells } from "../../../shared/engine/writing/mended-cells.ts";
import type { CellEdit } from "../../../shared/engine/writing/planned-steps.ts";
import { type Cell, textOf } from "../../../shared/table/cell.ts";
import { cellAt, draftOf, rowAsRead, rowAt, setCell } from "../../../shared/table/planning/tab-draft.ts";
import type { Table } from "../../../shared/table/table.ts";
import type { GoogleBook } from "../reading/read-book.ts";
import type { WrittenTab } from "./read-back.ts";
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
    const mended = isBoard
      ? mendedCells({ ...tab, shown: open.table.rows })
      : { cells: listCells(tab, open.table), unread: [] };
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

// Rows of a list are told by their IDs alone.
function listCells(
  { draft, edits }: WrittenTab,
  shown: Table,
): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const id = draft.columns.get("id") ?? -1;
  const before = new Map((draft.open?.table.rows ?? []).map((row) => [textOf(row.cells[id]), row] as const));
  const meant = new Map(
    [...edits].map(([row, cells]) => [textOf(rowAt(draft, row).cells[id]), { row, cells }] as const),
  );
  const mended = new Map<number, Map<number, Cell>>();
  for (const { at, cells } of shown.rows) {
    const record = textOf(cells[id]);
    const own = meant.get(record);
    if (record === "" || own?.row === at) continue;
    const made = new Map<number, Cell>();
    for (const [column, { value }] of edits.get(at) ?? []) {
      if (!isSameCell(cells[column], value)) continue;
      made.set(column, before.get(record)?.cells[column] ?? null);
    }
    for (const [column, { value }] of own?.cells ?? []) {
      const held = rowAsRead(draft, own?.row ?? 0).cells[column];
      const present = made.has(column) ? made.get(column) : cells[column];
      if (isSameCell(present, held)) made.set(column, value);
    }
    const changed = [...made].filter(([column, value]) => !isSameCell(cells[column], value));
    if (changed.length > 0) mended.set(at, new Map(changed));
  }
  return mended;
}
