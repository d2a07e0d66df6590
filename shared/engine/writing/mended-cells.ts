// What makes good writes that landed in the rows of others, cell by cell: what a row got by mistake goes back to what it
// held, and what was meant for it comes to it, unless somebody changed that cell meanwhile.

import { type Cell, textOf } from "../../table/cell.ts";
import { columnFor, type TabDraft } from "../../table/planning/tab-draft.ts";
import type { TableRow } from "../../table/table.ts";
import type { OverwrittenCells } from "../acts/put-back.ts";
import { isSameCell } from "../row/derived-cells.ts";
import { foundRows, type RowEdits } from "./found-rows.ts";

/** What was written into a board, by number of row, and the board as it is shown now. */
export interface Displaced {
  readonly draft: TabDraft;
  readonly edits: ReadonlyMap<number, RowEdits>;
  readonly shown: readonly TableRow[];
}

export interface MendedCells {
  /** Row number → column → what it will hold. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  /** People's cells of which nobody had read what they held. */
  readonly unread: readonly OverwrittenCells[];
}

/** What tells whose row it is. */
const SEALS: readonly string[] = ["memory", "fingerprint"];
/** What the next look computes anew. */
const DERIVED: readonly string[] = ["since", "due", "score", "status_note"];

/**
 * The cells that have to be set.
 *
 * @example
 * const columns = new Map([["id", 0], ["name", 1], ["score", 2]]);
 * const asRead = [{ at: 2, cells: ["rada", "Ada", 1] }, { at: 3, cells: ["rbo", "Bo", 2] }];
 * const draft = { ...draftOf("Deals", { table: { ...fixtures.dealsTable, rows: asRead } }), columns };
 * const shown = [{ at: 2, cells: ["rbo", "Bo", 9] }, { at: 3, cells: ["rada", "Ada", 1] }];
 * const edits = new Map([[2, new Map([[2, { before: 1, value: 9 }]])]]);
 * mendedCells({ draft, edits, shown }).cells //=> new Map([[2, new Map([[2, 2]])], [3, new Map([[2, 9]])]])
 */
export function mendedCells({ draft, edits, shown }: Displaced): MendedCells {
  const [id, name] = [columnFor(draft, "id"), columnFor(draft, "name")];
  const found = foundRows({ asRead: draft.open?.table.rows ?? [], shown, edits, id, name });
  const cells = new Map<number, ReadonlyMap<number, Cell>>();
  const unread: OverwrittenCells[] = [];
  for (const row of shown) {
    const asRead = found.get(row.at);
    if (asRead?.at === row.at) continue;
    const landed = landedIn(row, edits.get(row.at));
    const record = landed.includes(id) ? "" : textOf(row.cells[id]);
    const fields = asRead === undefined && record !== "" ? peoplesFields(draft, landed) : [];
    if (fields.length > 0) unread.push({ tab: draft.name, record, fields });
    const mended =
      asRead === undefined
        ? emptied(draft, { landed, record })
        : madeGood({ row, asRead, landed, meant: edits.get(asRead.at) });
    const changed = [...mended].filter(([column, value]) => !isSameCell(row.cells[column], value));
    if (changed.length > 0) cells.set(row.at, new Map(changed));
  }
  return { cells, unread };
}

/** Columns that still show what was written there by mistake; what somebody typed over it since is theirs. */
function landedIn({ cells }: TableRow, edits: RowEdits | undefined): readonly number[] {
  return [...(edits ?? [])].flatMap(([column, { value }]) =>
    isSameCell(cells[column], value) ? [column] : [],
  );
}

interface Making {
  readonly row: TableRow;
  readonly asRead: TableRow;
  readonly landed: readonly number[];
  readonly meant: RowEdits | undefined;
}

function madeGood({ row, asRead, landed, meant }: Making): ReadonlyMap<number, Cell> {
  const cells = new Map(landed.map((column) => [column, asRead.cells[column] ?? null] as const));
  for (const [column, { value }] of meant ?? []) {
    const present = cells.has(column) ? cells.get(column) : row.cells[column];
    if (isSameCell(present, asRead.cells[column])) cells.set(column, value);
  }
  return cells;
}

// A row that is nobody's yet is emptied; of a record's, what says whose it is.
function emptied(
  draft: TabDraft,
  { landed, record }: { readonly landed: readonly number[]; readonly record: string },
): ReadonlyMap<number, Cell> {
  const seals = SEALS.flatMap((key) => draft.columns.get(key) ?? []);
  const columns = record === "" ? landed : landed.filter((column) => seals.includes(column));
  return new Map(columns.map((column) => [column, null]));
}

function peoplesFields({ columns }: TabDraft, landed: readonly number[]): readonly string[] {
  const ours = [...SEALS, ...DERIVED];
  return [...columns].flatMap(([key, column]) =>
    landed.includes(column) && !ours.includes(key) ? [key] : [],
  );
}
