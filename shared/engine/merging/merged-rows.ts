// Rows of boards that follow from records having become one, or two again: the row of the one that went is emptied, and
// put back when they are taken apart. The history tells of it first, and the head stays open until its rows are as it
// says: so this is the end of such an act, and of one that was cut short, alike. Once the head is closed nothing of it is
// done again: a row that somebody brings back is a record again, and one that somebody deletes is gone.

import { boardLayout, peoplesKeys } from "../../board/board-layout.ts";
import { fingerprintOf } from "../../board/fingerprint.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { isMergedAway } from "../../log/merge-entry.ts";
import { settledHistory } from "../../log/replay.ts";
import { type Cell, isBlank, textOf } from "../../table/cell.ts";
import { cellsFromText } from "../../table/cells-text.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells, TabLayout } from "../../table/layout.ts";
import { type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { isSameCell } from "../row/derived-cells.ts";
import { sealFrom } from "../row/row-seal.ts";

/**
 * The changes that empty and put back rows, where a run did not come to its end.
 *
 * @example
 * mergedRows(fixtures.bookTables, { definition: fixtures.book, entries: [fixtures.entry], isCut: true }) //=> []
 */
export function mergedRows(
  tables: Tables,
  book: { readonly definition: Definition; readonly entries: readonly Entry[]; readonly isCut: boolean },
): readonly Change[] {
  const { definition, entries, isCut } = book;
  if (!isCut) return [];
  const merged = new Set(entries.filter(isMergedAway).map(({ record }) => record));
  if (merged.size === 0) return [];
  const theirs = groupedEntries(
    entries.filter(({ record }) => merged.has(record)),
    "record",
  );
  return [...theirs].flatMap(([record, own]) => {
    const last = own[own.length - 1];
    const act = own.find(({ id }) => id === (last?.kind === "undone" ? last.data["of"] : last?.id));
    if (act === undefined || !isMergedAway(act) || act.data["parked"] !== undefined) return [];
    const place = placeOf(tables, definition, act.board);
    if (place === undefined) return [];
    const isStanding = settledHistory(own).some(({ id }) => id === act.id);
    return isStanding ? emptied(place, record, act) : putBack(place, record, act);
  });
}

interface Place {
  readonly board: Board;
  readonly table: Table;
  readonly view: TabView;
  readonly layout: TabLayout;
  /** Keys of the columns that people own. */
  readonly keys: readonly string[];
}

const KEEPING = ["memory", "fingerprint", "id"];

function placeOf(tables: Tables, definition: Definition, id: string): Place | undefined {
  const board = definition.boards.find((each) => each.id === id);
  const table =
    board === undefined ? undefined : tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  if (board === undefined || table === undefined) return undefined;
  const layout = boardLayout(definition, board);
  const view = viewOf(table, layout);
  const isWhole = ["stage", "name", ...KEEPING].every((key) => view.columns.at.has(key));
  return isWhole ? { board, table, view, layout, keys: peoplesKeys(layout) } : undefined;
}

function rowsOf({ view }: Place, record: string): readonly ViewRow[] {
  return view.rows.filter(({ cells }) => {
    const id = textOf(cells["id"]);
    return id === record || (id === "" && sealFrom(textOf(cells["fingerprint"])).record === record);
  });
}

// Only what the history keeps may go: a row in which somebody has typed since is a record again.
function emptied(place: Place, record: string, { data }: Entry): readonly Change[] {
  const [row, other] = rowsOf(place, record);
  if (row === undefined || other !== undefined || !holdsOnly(place, row, keptIn(place, data))) return [];
  const { tab, columns } = place.view;
  const filled = [...columns.at.keys()].filter((key) => (row.cells[key] ?? null) !== null);
  const last = KEEPING.filter((key) => filled.includes(key));
  const fields = [...filled.filter((key) => !last.includes(key)), ...last];
  if (textOf(row.cells["id"]) !== "")
    return fields.map((field) => ({ kind: "setField", tab, record, field, value: null }));
  const cell = { tab, atRow: row.at, expectFingerprint: fingerprintOf(row.cells, place.keys), value: null };
  return fields.map((field) => ({ kind: "setCell", ...cell, field }));
}

function holdsOnly({ keys }: Place, { cells }: ViewRow, kept: RowCells): boolean {
  return [...keys, "log", "log_note"].every(
    (key) => isBlank(cells[key]) || isSameCell(cells[key], kept[key]),
  );
}

// Into the place that it had, where that is still empty and holds what people's own columns held beside it; else below
// all others.
function putBack(place: Place, record: string, { data }: Entry): readonly Change[] {
  const { tab } = place.view;
  const kept = keptIn(place, data);
  const [row, other] = rowsOf(place, record);
  const set = Object.entries(kept).map(
    ([field, value]) => ({ kind: "setField", tab, record, field, value }) as const,
  );
  // A run that was cut short has begun with it.
  if (row !== undefined) {
    const isBegun = other === undefined && textOf(row.cells["id"]) === record && holdsOnly(place, row, kept);
    return isBegun ? set.filter(({ field, value }) => !isSameCell(row.cells[field], value)) : [];
  }
  const at = formerPlace(place, { at: Number(data["at"]), beside: cellsFromText(data["beside"] ?? "") });
  if (at === undefined) return [{ kind: "append", tab, rows: [{ ...kept, id: record }] }];
  const expectFingerprint = fingerprintOf({}, place.keys);
  return [{ kind: "identify", tab, atRow: at, expectFingerprint, id: record }, ...set];
}

function keptIn({ view }: Place, { row = "" }: Entry["data"]): RowCells {
  return Object.fromEntries(Object.entries(cellsFromText(row)).filter(([key]) => view.columns.at.has(key)));
}

function formerPlace(
  place: Place,
  former: { readonly at: number; readonly beside: RowCells },
): number | undefined {
  const { view, table } = place;
  const beside = Object.keys(former.beside).length;
  const empty = view.rows.filter(({ cells }) => Object.values(cells).every((cell) => isBlank(cell)));
  const fitting = empty.filter(({ at }) => {
    const own = cellsBeside(table, view, at);
    return (
      Object.keys(own).length === beside &&
      Object.entries(own).every(([key, cell]) => isSameCell(cell, former.beside[key]))
    );
  });
  const same = fitting.find(({ at }) => at === former.at);
  return (same ?? (beside > 0 ? fitting[0] : undefined))?.at;
}

/**
 * What the row holds in columns that are none of ours, by their headers.
 *
 * @example
 * cellsBeside(fixtures.pricesTable, viewOf(fixtures.pricesTable, fixtures.pricesLayout), 2) //=> {}
 */
export function cellsBeside(table: Table, view: TabView, at: number): RowCells {
  const ours = new Set(view.columns.at.values());
  const cells: readonly Cell[] = table.rows.find((row) => row.at === at)?.cells ?? [];
  const filled = cells.flatMap((cell, column) =>
    ours.has(column) || isBlank(cell)
      ? []
      : [[textOf(table.header[column]) || `column ${column}`, cell] as const],
  );
  return Object.fromEntries(filled);
}
