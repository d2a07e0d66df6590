// What one reading of the set-up tabs gathers: what is wrong, row by row, and what has to be written back. A row is
// known by its hidden id; one that lacks it, or shares it with a row above, gets one that is made from its name.

import { type Cell, nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import type { TabView, ViewRow } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { identifierFrom } from "../identifier.ts";
import type { Named } from "../named.ts";
import type { Definition } from "../pipeline.ts";
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

/**
 * The key under which the owner of an id is kept: ids of what belongs to a pipeline are unique within it.
 *
 * @example
 * ownerKey("Sales", "lead") === ownerKey("sales", "lead") //=> true
 */
export function ownerKey(scope: string, id: string): string {
  return `${nameKey(scope)}\n${id}`;
}
