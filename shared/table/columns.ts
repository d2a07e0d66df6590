// Where the columns of a layout are in a tab. A column is known by the host's mark, which follows it when
// people move it; then by its header, then by an alias. What is found by header or alias wants to be marked
// again. A column is never guessed: a missing one is named, and whoever needs it stops with that sentence.

import { cellAddress, nameKey, textOf } from "./cell.ts";
import type { ColumnLayout, TabLayout } from "./layout.ts";
import type { Problem } from "./problem.ts";
import type { Table } from "./table.ts";

export interface Columns {
  /** Column key → column, from 0. */
  readonly at: ReadonlyMap<string, number>;
  /** Keys of the layout that stand nowhere in the tab. */
  readonly missing: readonly string[];
  /** Keys that were found, but not by a mark. */
  readonly unmarked: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Where each column of the layout is; the leftmost where several could be meant, with a problem that says so.
 *
 * @example
 * columnsOf(fixtures.pricesTable, fixtures.pricesLayout).at.get("price") //=> 1
 */
export function columnsOf(table: Table, layout: TabLayout): Columns {
  const at = new Map<string, number>();
  const taken = new Set<number>();
  const unmarked: string[] = [];
  const problems: Problem[] = [];
  for (const column of layout.columns) {
    const mark = table.marks[column.key];
    if (mark === undefined || taken.has(mark)) continue;
    at.set(column.key, mark);
    taken.add(mark);
  }
  const headers = columnsByHeader(table);
  for (const column of layout.columns) {
    if (at.has(column.key)) continue;
    const found = headerColumns(column, headers).filter((index) => !taken.has(index));
    const first = found[0];
    if (first === undefined) continue;
    at.set(column.key, first);
    taken.add(first);
    unmarked.push(column.key);
    if (found.length > 1) problems.push(doubled(table, column, found));
  }
  problems.push(...exchanged(table, layout, at));
  const missing = layout.columns.map((column) => column.key).filter((key) => !at.has(key));
  return { at, missing, unmarked, problems };
}

/**
 * The header of a column of ours in a tab where people have one of that name already.
 *
 * @example
 * ownHeader("Due") //=> "Due (Stageline)"
 */
export function ownHeader(header: string): string {
  return `${header} (Stageline)`;
}

/**
 * Every header by which a column is known, the surest first.
 *
 * @example
 * headerNames(fixtures.pricesLayout.columns[0]) //=> ["Article (Stageline)", "Article"]
 */
export function headerNames({ header, aliases = [] }: ColumnLayout): readonly string[] {
  return [ownHeader(header), header, ...aliases];
}

function columnsByHeader(table: Table): ReadonlyMap<string, readonly number[]> {
  const headers = new Map<string, number[]>();
  table.header.forEach((cell, index) => {
    const key = nameKey(textOf(cell));
    if (key !== "") headers.set(key, [...(headers.get(key) ?? []), index]);
  });
  return headers;
}

function headerColumns(
  column: ColumnLayout,
  headers: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  for (const name of headerNames(column)) {
    const found = headers.get(nameKey(name));
    if (found !== undefined) return found;
  }
  return [];
}

function doubled(table: Table, column: ColumnLayout, found: readonly number[]): Problem {
  const [first = 0, second = 0] = found;
  return {
    tab: table.tab,
    cell: cellAddress(1, second),
    message: `a second column is headed "${column.header}"; ${cellAddress(1, first)} is used, give this one another name`,
  };
}

// A whole table pasted over ours brings its own order of columns: then the marks lie, and so would every value.
function exchanged(table: Table, layout: TabLayout, at: ReadonlyMap<string, number>): readonly Problem[] {
  const meant = columnsByName(layout);
  const shownAt = (column: ColumnLayout | undefined) => {
    const index = column === undefined ? undefined : at.get(column.key);
    return index === undefined ? undefined : meant.get(nameKey(textOf(table.header[index])));
  };
  return layout.columns.flatMap((column) => {
    const index = at.get(column.key);
    const other = shownAt(column);
    if (index === undefined || other === undefined || other === column) return [];
    // Two columns may be called alike: a field of people and one of ours.
    if (isNamed(column, textOf(table.header[index]))) return [];
    // Where the other column still says what it is, this one was only given a name like it.
    if (!at.has(other.key) || shownAt(other) === other) return [];
    const message = `this column holds ${column.header}, but its header says "${textOf(table.header[index])}"; put the headers or the columns back in order`;
    return [{ tab: table.tab, cell: cellAddress(1, index), message }];
  });
}

function isNamed(column: ColumnLayout, name: string): boolean {
  return headerNames(column).some((each) => nameKey(each) === nameKey(name));
}

const columnsNamed = new WeakMap<TabLayout, ReadonlyMap<string, ColumnLayout>>();

function columnsByName(layout: TabLayout): ReadonlyMap<string, ColumnLayout> {
  const known = columnsNamed.get(layout) ?? namedColumns(layout);
  columnsNamed.set(layout, known);
  return known;
}

function namedColumns(layout: TabLayout): ReadonlyMap<string, ColumnLayout> {
  const named = new Map<string, ColumnLayout>();
  for (const column of layout.columns) {
    for (const name of headerNames(column)) named.set(nameKey(name), column);
  }
  for (const column of layout.columns) named.set(nameKey(column.header), column);
  return named;
}
