// A book as it was read, with what was seen of it since put over it: a row is where its ID is now, and a cell that was
// looked at once more holds what it holds now.

import type { Cell } from "../../../shared/table/cell.ts";
import { textOf } from "../../../shared/table/cell.ts";
import type { Table, TableRow } from "../../../shared/table/table.ts";
import type { BookShape, TabShape } from "../reading/book-shape.ts";
import { withDays } from "../reading/day-columns.ts";
import type { GoogleBook, GoogleTab } from "../reading/google-book.ts";
import type { SeenCells } from "../reading/seen-cells.ts";
import type { SeenArea } from "./seen-areas.ts";

/** What an answer tells of a book. */
export interface Seen {
  /** Of the tabs of which anything was asked. */
  readonly shape: BookShape;
  /** Name of a tab → its cells in the areas. */
  readonly cells: ReadonlyMap<string, SeenCells>;
}

/** The book as it is now; `undefined` where tabs or columns are others than those that were read. */
export function seenAgain(book: GoogleBook, areas: readonly SeenArea[], seen: Seen): GoogleBook | undefined {
  const named = new Set(areas.map(({ tab }) => tab));
  const shapes = new Map(seen.shape.tabs.map((tab) => [tab.id, tab] as const));
  const tabs: GoogleTab[] = [];
  for (const tab of book.tabs) {
    if (!named.has(tab.table.tab)) {
      tabs.push(tab);
      continue;
    }
    const shape = shapes.get(tab.shape.id);
    if (shape === undefined || !isSameTab(tab.shape, shape)) return undefined;
    const own = areas.filter((area) => area.tab === tab.table.tab);
    const cells = seen.cells.get(tab.table.tab) ?? new Map();
    const days = book.dayColumns.get(tab.table.tab);
    const table = withDays(tableNow(tab.table, own, cells), (_, column) => days?.has(column) === true);
    tabs.push({ shape: { ...tab.shape, ...shape }, table, maxRows: shape.rows });
  }
  return { ...book, tabs, tables: tabs.map(({ table }) => table) };
}

function isSameTab(before: TabShape, now: TabShape): boolean {
  const marksOf = ({ columns }: TabShape) => JSON.stringify(Object.entries(columns).sort());
  return before.name === now.name && before.key === now.key && marksOf(before) === marksOf(now);
}

function tableNow(table: Table, areas: readonly SeenArea[], seen: SeenCells): Table {
  const id = table.marks["id"];
  const idArea = areas.find((area) => area.column <= (id ?? -1) && (id ?? -1) <= area.end && area.last > 2);
  const byId = new Map(table.rows.map((row) => [textOf(row.cells[id ?? -1]), row] as const).reverse());
  const byNumber = new Map(table.rows.map((row) => [row.at, row] as const));
  const numbers = new Set([...byNumber.keys(), ...seen.keys()].filter((at) => at > 1));
  const rows = [...numbers]
    .sort((left, right) => left - right)
    .flatMap((at): TableRow[] => {
      const there = byNumber.get(at);
      const shown = id === undefined ? "" : textOf(seen.get(at)?.get(id));
      const stood = idArea === undefined || id === undefined ? there : rowBefore(there, shown, { byId, id });
      const cells = cellsNow(stood?.cells ?? [], at, { areas, seen: seen.get(at) });
      if (cells.length === 0) return [];
      return [stood?.at === at && cells === stood.cells ? stood : { at, cells }];
    });
  const header = cellsNow(table.header, 1, { areas, seen: seen.get(1) });
  return { ...table, header, rows };
}

// A row that shows no ID is the one that was there before, if that had none either.
function rowBefore(
  there: TableRow | undefined,
  shown: string,
  { byId, id }: { readonly byId: ReadonlyMap<string, TableRow>; readonly id: number },
): TableRow | undefined {
  if (textOf(there?.cells[id]) === shown) return there;
  return shown === "" ? undefined : byId.get(shown);
}

function cellsNow(
  cells: readonly Cell[],
  row: number,
  {
    areas,
    seen,
  }: { readonly areas: readonly SeenArea[]; readonly seen: ReadonlyMap<number, Cell> | undefined },
): readonly Cell[] {
  const now: Cell[] = [...cells];
  for (const area of areas) {
    if (row < area.first || area.last < row) continue;
    const end = Math.min(area.end, Math.max(now.length - 1, ...(seen?.keys() ?? [])));
    for (let column = area.column; column <= end; column++) {
      while (now.length < column) now.push(null);
      now[column] = seen?.get(column) ?? null;
    }
  }
  while (now.length > 0 && (now[now.length - 1] ?? null) === null) now.pop();
  return now.length === cells.length && now.every((cell, at) => cell === cells[at]) ? cells : now;
}
