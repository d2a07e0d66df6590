// The head of the book, in the hidden tab _state: which definition is in force, how many rows the history has with the
// sum of their checks, and what lets an edit be answered without reading the book: where the columns of each board
// are, and which records stand on it. It is the last that a run writes, cell by cell: other rows of the tab are
// hosts' and are left alone. While a run writes, and after one that was cut short, it says so: `open`.

import { EMPTY_SUM } from "../log/check.ts";
import { textOf } from "../table/cell.ts";
import type { Change } from "../table/change.ts";
import type { TabLayout } from "../table/layout.ts";
import { tableOf, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";

/** The layout of the hidden tab that holds the head. */
export const stateTab: TabLayout = {
  key: "_state",
  tab: "_state",
  hidden: true,
  tabColour: "#9aa0a6",
  columns: [
    { key: "id", header: "Key", widthCharacters: 16, format: "text" },
    { key: "value", header: "Value", widthCharacters: 40, format: "text" },
  ],
  preparedRows: 0,
};

export interface Head {
  /** Hash of the definition in force; empty in a book that was never run. */
  readonly definition: string;
  /** First and last row of the tab _definition that hold it, "2-3"; empty where they do not follow each other. */
  readonly definitionRows: string;
  /** Rows of the history. */
  readonly entries: number;
  /** Order-free sum of their checks. */
  readonly sum: string;
  /** Name of the time zone in force. */
  readonly zone: string;
  /** Board id → where its columns are (known-columns.ts). */
  readonly columns: Readonly<Record<string, string>>;
  /** Board id → the records that stand on it (standing-records.ts). */
  readonly standing: Readonly<Record<string, string>>;
  /** Board id → the names by which its records are linked (linked-names.ts). */
  readonly linked: Readonly<Record<string, string>>;
  /** Not empty while a run writes, or after one that was cut short. */
  readonly open: string;
  /** Rows that are none of the core's, by their id. */
  readonly others: Readonly<Record<string, string>>;
}

const OPEN = "yes";
const PLAIN = ["definition", "definition_rows", "entries", "sum", "zone", "open"];
const COLUMNS = "columns_";
const STANDING = "standing_";
const LINKED = "linked_";

/**
 * The head that the book holds; that of an empty history where it holds none.
 *
 * @example
 * readHead([]).entries //=> 0
 */
export function readHead(tables: Tables): Head {
  const values = valuesOf(tables);
  const ofBoards = (prefix: string) =>
    Object.fromEntries(
      [...values].flatMap(([id, value]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), value]] : [])),
    );
  const isOther = (id: string) =>
    !PLAIN.includes(id) && ![COLUMNS, STANDING, LINKED].some((prefix) => id.startsWith(prefix));
  return {
    definition: values.get("definition") ?? "",
    definitionRows: values.get("definition_rows") ?? "",
    entries: Number(values.get("entries") ?? 0),
    sum: values.get("sum") || EMPTY_SUM,
    zone: values.get("zone") ?? "",
    columns: ofBoards(COLUMNS),
    standing: ofBoards(STANDING),
    linked: ofBoards(LINKED),
    open: values.get("open") ?? "",
    others: Object.fromEntries([...values].filter(([id]) => isOther(id))),
  };
}

/**
 * The changes that make the head what it is to be, `open` the last of them; hosts' rows stay as they are.
 *
 * @example
 * headChanges(fixtures.bookTables, readHead(fixtures.bookTables)).length //=> 1
 */
export function headChanges(tables: Tables, head: Head): readonly Change[] {
  return stateRowChanges(tables, ownRows(head));
}

/**
 * The change that tells of a run which begins to write; none where the last one did not end.
 *
 * @example
 * openChanges(fixtures.bookTables) //=> [{ kind: "append", tab: "_state", rows: [{ id: "open", value: "yes" }] }]
 */
export function openChanges(tables: Tables): readonly Change[] {
  return readHead(tables).open === "" ? stateRowChanges(tables, [["open", OPEN]]) : [];
}

/**
 * The changes that set rows of the tab: those that are there cell by cell, the others at its end.
 *
 * @example
 * stateRowChanges(fixtures.bookTables, [["book", "b1"]]) //=> [{ kind: "append", tab: "_state", rows: [{ id: "book", value: "b1" }] }]
 */
export function stateRowChanges(
  tables: Tables,
  rows: readonly (readonly [id: string, value: string])[],
): readonly Change[] {
  const known = valuesOf(tables);
  const tab = tableOf(tables, stateTab)?.tab ?? stateTab.tab;
  const added = rows.filter(([id]) => !known.has(id)).map(([id, value]) => ({ id, value: value || null }));
  const set = rows
    .filter(([id, value]) => known.has(id) && known.get(id) !== value)
    .map(([record, value]): Change => {
      return { kind: "setField", tab, record, field: "value", value: value || null };
    });
  return [...(added.length === 0 ? [] : [{ kind: "append", tab, rows: added } as const]), ...set];
}

function ownRows(head: Head): readonly (readonly [string, string])[] {
  const ofBoards = (prefix: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([board, value]) => [prefix + board, value] as const);
  return [
    ["definition", head.definition],
    ["definition_rows", head.definitionRows],
    ["entries", String(head.entries)],
    ["sum", head.sum],
    ["zone", head.zone],
    ...ofBoards(COLUMNS, head.columns),
    ...ofBoards(STANDING, head.standing),
    ...ofBoards(LINKED, head.linked),
    ["open", head.open],
  ];
}

// Two runs that came at once may have added a row each: the upper one is what a change sets.
function valuesOf(tables: Tables): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const table = tableOf(tables, stateTab);
  for (const { cells } of table === undefined ? [] : viewOf(table, stateTab).rows) {
    const id = textOf(cells["id"]);
    if (!values.has(id)) values.set(id, textOf(cells["value"]));
  }
  return values;
}
