// Reading the set-up tabs, row by row: each tab is looked at once, and what is wrong with it is said once. A row is
// known by its hidden id; one that lacks it, or shares it with a row above, gets one that is made from its name.

import { isBlank, isErrorCell, nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { identifierFrom } from "../identifier.ts";
import { problemsOfRow, type RowFault } from "./setup-tab.ts";

/** An id that a row of a set-up tab lacks (or shares with a row above it). */
export interface MintedId {
  readonly layout: TabLayout;
  readonly row: ViewRow;
  readonly id: string;
}

/** What one reading gathers. */
export interface SetupReader {
  readonly tables: Tables;
  readonly problems: Problem[];
  readonly minted: MintedId[];
  readonly tabs: Map<string, SetupTabReader>;
}

export interface SetupTabReader {
  readonly layout: TabLayout;
  readonly view: TabView;
  /** The rows that say anything. */
  readonly rows: readonly ViewRow[];
  /** Pipeline and id → the number of the row that owns the id. */
  readonly owners: Map<string, number>;
}

/** What an id is made from: the name of the row's thing; the pipeline within which it is the only one. */
export interface IdWish {
  readonly name: string;
  readonly scope?: string;
  /** Ids that the row must not have. */
  readonly reserved?: readonly string[];
}

/**
 * A reader of these tables that has read nothing yet.
 *
 * @example
 * setupReader([]).problems //=> []
 */
export function setupReader(tables: Tables): SetupReader {
  return { tables, problems: [], minted: [], tabs: new Map() };
}

/**
 * The tab of a layout; `undefined` where the book lacks it.
 *
 * @example
 * openTab(setupReader([]), setupTab("team", "Team", [])) //=> undefined
 */
export function openTab(reader: SetupReader, layout: TabLayout): SetupTabReader | undefined {
  const known = reader.tabs.get(layout.key);
  if (known !== undefined) return known;
  const table = tableOf(reader.tables, layout);
  if (table === undefined) return undefined;
  const tab = tabReader(reader, table, layout);
  reader.tabs.set(layout.key, tab);
  return tab;
}

/**
 * Tells the faults of a row as problems at their cells.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * const team = openTab(reader, teamTab);
 * report(reader, { tab: team, row: { at: 2, cells: {} } }, [{ key: "person", message: "who is it" }]) //=> undefined
 */
export function report(
  reader: SetupReader,
  place: { readonly tab: SetupTabReader; readonly row: ViewRow },
  faults: readonly RowFault[],
): void {
  reader.problems.push(...problemsOfRow(place.tab.view, place.row, faults));
}

/**
 * The row's id: the one it holds where that is its own, else one that is made and reported in `minted`.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * rowId(reader, { tab: openTab(reader, teamTab), row: { at: 2, cells: {} } }, { name: "Ada" }) //=> "ada"
 */
export function rowId(
  reader: SetupReader,
  place: { readonly tab: SetupTabReader; readonly row: ViewRow },
  wish: IdWish,
): string {
  const { tab, row } = place;
  const { name, scope = "", reserved = [] } = wish;
  const written = textOf(row.cells["id"]);
  const isOwn = isIdentifier(written) && tab.owners.get(ownerKey(scope, written)) === row.at;
  if (isOwn && !reserved.includes(written)) return written;
  const taken = [...tab.owners.keys()].map((key) => key.split("\n")[1] ?? "");
  const id = identifierFrom(name, new Set([...taken, ...reserved]));
  tab.owners.set(ownerKey(scope, id), row.at);
  reader.minted.push({ layout: tab.layout, row, id });
  return id;
}

/**
 * Whether a text can be the id of a thing of the definition.
 *
 * @example
 * isIdentifier("Order received") //=> false
 */
export function isIdentifier(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}

/**
 * What is wrong with a name: missing, or that of a row above. `seen` keeps the rows of the names so far.
 *
 * @example
 * nameFaults(new Map(), { key: "stage", name: "", row: { at: 2, cells: {} } })
 * //=> [{ key: "stage", message: "the row names no stage" }]
 */
export function nameFaults(
  seen: Map<string, number>,
  named: { readonly key: string; readonly name: string; readonly row: ViewRow; readonly scope?: string },
): readonly RowFault[] {
  const { key, name, row, scope = "" } = named;
  if (name === "") return [{ key, message: `the row names no ${key}` }];
  const mark = `${nameKey(scope)}\n${nameKey(name)}`;
  const before = seen.get(mark);
  if (before !== undefined) {
    return [{ key, message: `"${name}" stands in row ${before} already; give this one another name` }];
  }
  seen.set(mark, row.at);
  return [];
}

/** Written by the engine: a tab that lost one of these is mended without a word. */
const MENDED = new Set(["id", "pipeline_id"]);

function tabReader(reader: SetupReader, table: Table, layout: TabLayout): SetupTabReader {
  const view = viewOf(table, layout);
  const missing = view.columns.missing.filter((key) => !MENDED.has(key));
  const lost = missing.map((key): Problem => {
    const header = layout.columns.find((column) => column.key === key)?.header ?? key;
    return { tab: table.tab, message: `the column "${header}" is missing; put it back with this header` };
  });
  reader.problems.push(...view.columns.problems, ...lost);
  const rows = view.rows
    .filter(({ cells }) => layout.columns.some(({ key }) => key !== "id" && !isBlank(cells[key])))
    .map((row) => withoutErrors(reader, view, row));
  const owners = new Map<string, number>();
  for (const { at, cells } of rows) {
    // Ids of boards are unique in the book; those of what belongs to a pipeline, within it.
    const scope = layout.key === "pipelines" ? "" : textOf(cells["pipeline"]);
    const key = ownerKey(scope, textOf(cells["id"]));
    if (!owners.has(key)) owners.set(key, at);
  }
  return { layout, view, rows, owners };
}

// A formula that failed is no name and no number: it is told here, and read as nothing.
function withoutErrors(reader: SetupReader, view: TabView, row: ViewRow): ViewRow {
  const failed = Object.entries(row.cells).filter(([key, cell]) => isErrorCell(cell) && !MENDED.has(key));
  for (const [key, cell] of failed) {
    reader.problems.push(problemAt(view, { row: row.at, key }, `"${textOf(cell)}" is a formula error`));
  }
  if (failed.length === 0) return row;
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(failed.map(([key]) => [key, null])) } };
}

function ownerKey(scope: string, id: string): string {
  return `${nameKey(scope)}\n${id}`;
}
