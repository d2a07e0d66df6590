// Rows of a board that people moved while cells were written into it: which row of those that were read each of those is
// that are shown now. A row is told by its ID and its name, leaving out what was just written into its place; of several
// that fit, as a row and its copy, by all that it holds, and then by the order.

import { textOf } from "../../table/cell.ts";
import type { TableRow } from "../../table/table.ts";
import { isSameCell } from "../row/derived-cells.ts";
import type { CellEdit } from "./planned-steps.ts";

/** Column (from 0) → what was set. */
export type RowEdits = ReadonlyMap<number, CellEdit>;

export interface MovedRows {
  readonly asRead: readonly TableRow[];
  readonly shown: readonly TableRow[];
  /** Row number → what was written there, whichever row that is by now. */
  readonly edits: ReadonlyMap<number, RowEdits>;
  /** Columns, from 0. */
  readonly id: number;
  readonly name: number;
}

/**
 * Number of a row that is shown → that row as it was read; rows that nobody had read are not in it.
 *
 * @example
 * const ada = { at: 2, cells: ["rada", "Ada"] };
 * const moved = { asRead: [ada], shown: [{ ...ada, at: 3 }], edits: new Map(), id: 0, name: 1 };
 * foundRows(moved).get(3)?.at //=> 2
 */
export function foundRows(moved: MovedRows): ReadonlyMap<number, TableRow> {
  const byMark = new Map<string, TableRow[]>();
  for (const row of moved.asRead) {
    for (const mark of [idMark(moved, row), nameMark(moved, row)]) {
      const group = byMark.get(mark) ?? [];
      group.push(row);
      byMark.set(mark, group);
    }
  }
  const found = new Map<number, TableRow>();
  const taken = new Set<number>();
  for (const choose of [likest, firstOf]) {
    for (const row of moved.shown) {
      if (found.has(row.at) || isNameless(moved, row)) continue;
      const mark = isTold(moved, row) ? idMark(moved, row) : nameMark(moved, row);
      const free = (byMark.get(mark) ?? []).filter(({ at }) => !taken.has(at));
      const one = choose(moved, row, free);
      if (one === undefined) continue;
      found.set(row.at, one);
      taken.add(one.at);
    }
  }
  return found;
}

function likest(moved: MovedRows, row: TableRow, rows: readonly TableRow[]): TableRow | undefined {
  return rows.find((each) => isAlike(moved, row, each));
}

// A row that tells its ID is that record, whatever was typed in it meanwhile; by a name alone one must fit.
function firstOf(moved: MovedRows, row: TableRow, rows: readonly TableRow[]): TableRow | undefined {
  const [first, second] = rows.filter((each) => isTold(moved, row) || !hasOtherId(moved, row, each));
  return isTold(moved, row) || second === undefined ? first : undefined;
}

function isAlike({ edits }: MovedRows, row: TableRow, asRead: TableRow): boolean {
  const written = edits.get(row.at);
  const width = Math.max(row.cells.length, asRead.cells.length);
  return Array.from({ length: width }, (_, column) => column).every((column) => {
    return written?.has(column) === true || isSameCell(row.cells[column], asRead.cells[column]);
  });
}

/** Whether the ID that the row shows is its own. */
function isTold({ edits, id }: MovedRows, { at, cells }: TableRow): boolean {
  return textOf(cells[id]) !== "" && edits.get(at)?.has(id) !== true;
}

function hasOtherId({ edits, id }: MovedRows, { at }: TableRow, asRead: TableRow): boolean {
  return edits.get(at)?.has(id) !== true && textOf(asRead.cells[id]) !== "";
}

function isNameless({ id, name }: MovedRows, { cells }: TableRow): boolean {
  return textOf(cells[id]) === "" && textOf(cells[name]) === "";
}

function idMark({ id }: MovedRows, { cells }: TableRow): string {
  return `id\n${textOf(cells[id])}`;
}

function nameMark({ name }: MovedRows, { cells }: TableRow): string {
  return `name\n${textOf(cells[name])}`;
}
