// Headers that are no longer in row 1: rows were put above them, or they were sorted in with the records. Where the
// columns are is known by their marks all the same, so that the headers would be taken for a record, and all that they
// say for its mistakes.

import { type Cell, nameKey, textOf } from "../table/cell.ts";
import { headerNames } from "../table/columns.ts";
import type { TabLayout } from "../table/layout.ts";
import type { Table } from "../table/table.ts";

/** Columns whose header tells a row of headers: the ID alone, or stage and name together. */
const TELLING: readonly (readonly string[])[] = [["id"], ["stage", "name"]];

/**
 * The row in which the headers stand; `undefined` where they are in row 1, as far as can be told.
 *
 * @example
 * movedHeader(fixtures.dealsTable, boardLayout(fixtures.book, fixtures.book.boards[0]), new Map([["id", 0]])) //=> undefined
 */
export function movedHeader(
  { header, rows }: Table,
  { columns }: TabLayout,
  at: ReadonlyMap<string, number>,
): number | undefined {
  const sets = TELLING.map((keys) => keys.flatMap((key) => telling(columns, at, key)));
  const lost = sets.filter((set) => !isHeaders(header, set));
  if (lost.length === 0) return undefined;
  return rows.find(({ cells }) => lost.some((set) => isHeaders(cells, set)))?.at;
}

interface Telling {
  readonly column: number;
  readonly names: ReadonlySet<string>;
}

function telling(
  columns: TabLayout["columns"],
  at: ReadonlyMap<string, number>,
  key: string,
): readonly Telling[] {
  const layout = columns.find((each) => each.key === key);
  const column = at.get(key);
  if (layout === undefined || column === undefined) return [];
  return [{ column, names: new Set(headerNames(layout).map(nameKey)) }];
}

function isHeaders(cells: readonly Cell[], set: readonly Telling[]): boolean {
  return set.length > 0 && set.every(({ column, names }) => names.has(nameKey(textOf(cells[column]))));
}
