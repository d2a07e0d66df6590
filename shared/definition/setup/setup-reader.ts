// Reading the set-up tabs, row by row: each tab is looked at once, and what is wrong with it is said once. A row is
// known by its hidden id; one that lacks it, or shares it with a row above, gets one that is made from its name.

import { type Cell, isBlank, isErrorCell, isSerialCell, nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { identifierFrom } from "../identifier.ts";
import { type Named, namedIn } from "../named.ts";
import type { Definition } from "../pipeline.ts";
import { isExample } from "./example-row.ts";
import { problemsOfRow, type RowFault } from "./setup-tab.ts";

/** An id that a row of a set-up tab lacks (or shares with a row above it). */
export interface MintedId {
  readonly layout: TabLayout;
  readonly row: ViewRow;
  readonly id: string;
}

/** A cell of a set-up tab that follows what was edited elsewhere, such as the name of a renamed pipeline. */
export interface FollowingCell {
  readonly layout: TabLayout;
  /** The number of the row. */
  readonly at: number;
  readonly key: string;
  readonly value: Cell;
}

/** A pipeline by all the names that cells may use for it. */
export interface PipelineName extends Named {
  readonly id: string;
}

/** What one reading gathers. */
export interface SetupReader {
  readonly tables: Tables;
  /** The definitions that were in force before, the latest first: the names that things had. */
  readonly earlier: readonly Definition[];
  /** The pipelines of the book, once its boards were read. */
  readonly pipelines: readonly PipelineName[];
  readonly problems: Problem[];
  /** What is told, but keeps nothing from coming into force. */
  readonly remarks: Problem[];
  readonly minted: MintedId[];
  readonly following: FollowingCell[];
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
export function setupReader(tables: Tables, earlier: readonly Definition[] = []): SetupReader {
  return {
    tables,
    earlier,
    pipelines: [],
    problems: [],
    remarks: [],
    minted: [],
    following: [],
    tabs: new Map(),
  };
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
 * Has these cells of a row written where they hold another text; an `undefined` text leaves its cell alone.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * follow(reader, { tab: openTab(reader, teamTab), row: { at: 2, cells: {} } }, { aliases: "Ada" }) //=> undefined
 */
export function follow(
  reader: SetupReader,
  place: { readonly tab: Pick<SetupTabReader, "layout">; readonly row: ViewRow },
  cells: Readonly<Record<string, string | undefined>>,
): void {
  const { layout } = place.tab;
  for (const [key, value] of Object.entries(cells)) {
    if (value === undefined || textOf(place.row.cells[key]) === textOf(value)) continue;
    reader.following.push({ layout, at: place.row.at, key, value });
  }
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

// What the engine writes is mended without a word where a tab has lost it.
function tabReader(reader: SetupReader, table: Table, layout: TabLayout): SetupTabReader {
  const view = viewOf(table, layout);
  const mended = new Set(layout.columns.flatMap((column) => (column.derived === true ? [column.key] : [])));
  const texts = new Set(layout.columns.flatMap(({ key, format }) => (format === "text" ? [key] : [])));
  const missing = view.columns.missing.filter((key) => !mended.has(key));
  const lost = missing.map((key): Problem => {
    const header = layout.columns.find((column) => column.key === key)?.header ?? key;
    return { tab: table.tab, message: `the column "${header}" is missing; put it back with this header` };
  });
  reader.problems.push(...view.columns.problems, ...lost);
  const said = view.rows
    .filter(({ cells }) => layout.columns.some(({ key }) => !mended.has(key) && !isBlank(cells[key])))
    .filter(({ cells }) => !isExample(layout.key, cells))
    .map((row) => withoutErrors(reader, { view, mended, texts }, row));
  const rows = layout.key === "pipelines" ? said : rowsOfPipelines(reader, { view, layout }, said);
  const owners = new Map<string, number>();
  for (const { at, cells } of rows) {
    // Ids of boards are unique in the book; those of what belongs to a pipeline, within it.
    const scope = layout.key === "pipelines" ? "" : textOf(cells["pipeline"]);
    const key = ownerKey(scope, textOf(cells["id"]));
    if (!owners.has(key)) owners.set(key, at);
  }
  return { layout, view, rows, owners };
}

// A formula that failed is no name and no number, and a date in a column of text would be read as its serial number:
// both are told here, and read as nothing.
function withoutErrors(
  reader: SetupReader,
  tab: {
    readonly view: TabView;
    readonly mended: ReadonlySet<string>;
    readonly texts: ReadonlySet<string>;
  },
  row: ViewRow,
): ViewRow {
  const failed = Object.entries(row.cells).flatMap(([key, cell]) => {
    const message = tab.mended.has(key) ? undefined : unreadable(cell, tab.texts.has(key));
    return message === undefined ? [] : [{ key, message }];
  });
  reader.problems.push(...problemsOfRow(tab.view, row, failed));
  if (failed.length === 0) return row;
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(failed.map(({ key }) => [key, null])) } };
}

function unreadable(cell: Cell, isText: boolean): string | undefined {
  if (isErrorCell(cell)) return `"${textOf(cell)}" is a formula error`;
  return isText && isSerialCell(cell)
    ? "a date stands here where words belong; format the cell as text and type it again"
    : undefined;
}

// Rows that call their pipeline by a former name mean it still, and their cell follows. Rows of a pipeline that was
// taken out of Pipelines rest: they come back with it, and until then one remark tells of them.
function rowsOfPipelines(
  reader: SetupReader,
  tab: { readonly view: TabView; readonly layout: TabLayout },
  rows: readonly ViewRow[],
): readonly ViewRow[] {
  if (!tab.layout.columns.some(({ key }) => key === "pipeline")) return rows;
  const former = new Set(
    reader.earlier.flatMap(({ pipelines }) => pipelines.map((pipeline) => nameKey(pipeline.name))),
  );
  const resting = new Map<string, ViewRow[]>();
  const present = rows.flatMap((row): readonly ViewRow[] => {
    const name = textOf(row.cells["pipeline"]);
    const pipeline = namedIn(reader.pipelines, name);
    if (pipeline === undefined && former.has(nameKey(name))) {
      resting.set(nameKey(name), [...(resting.get(nameKey(name)) ?? []), row]);
      return [];
    }
    if (pipeline === undefined || nameKey(pipeline.name) === nameKey(name)) return [row];
    reader.following.push({ layout: tab.layout, at: row.at, key: "pipeline", value: pipeline.name });
    return [{ ...row, cells: { ...row.cells, pipeline: pipeline.name } }];
  });
  for (const group of resting.values()) reader.remarks.push(restingRemark(tab.view, group));
  return present;
}

function restingRemark(view: TabView, rows: readonly ViewRow[]): Problem {
  const [first] = rows;
  const name = textOf(first?.cells["pipeline"]);
  const count = rows.length === 1 ? "a row" : `${rows.length} rows`;
  const message = `"${name}" is no longer in Pipelines, so that ${count} of it here count${rows.length === 1 ? "s" : ""} for nothing; delete them, or put its row back there`;
  return problemAt(view, { row: first?.at ?? 1, key: "pipeline" }, message);
}

function ownerKey(scope: string, id: string): string {
  return `${nameKey(scope)}\n${id}`;
}
