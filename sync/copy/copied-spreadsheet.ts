// A book as it goes into its new home: the same cells, with a head that knows where it is, and with what this product
// draws around them as that home draws it. What has no place there is told.

import type { LeftOut } from "../../local/grid/book/left-out.ts";
import { tabOf } from "../../local/grid/metadata.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { movedIn } from "../../shared/engine/acts/moved-book.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { isOwnBook } from "../../shared/engine/own-book.ts";
import { followedZone } from "../../shared/engine/setup/followed-zone.ts";
import { CHARTS_MARK } from "../../shared/table/dressing/kept-charts.ts";
import { COLUMN_MARK, TAB_MARK } from "../../shared/table/dressing/tab-marks.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import { dressed } from "./dressed.ts";
import { googleRules } from "./google-rules.ts";
import { withGridChanges } from "./grid-changes.ts";
import { gridMarks, gridTables } from "./grid-tables.ts";
import { leftOutOfFile } from "./left-out-of-file.ts";
import { undressed } from "./undressed.ts";

export type HomeKind = "file" | "google";

export interface Copied {
  readonly state: Spreadsheet;
  readonly leftOut: LeftOut;
  /** Those of its tabs; none of a spreadsheet that is no book of ours. */
  readonly layouts: readonly TabLayout[];
}

export interface Copying {
  readonly from: HomeKind;
  readonly to: HomeKind;
  /** The id of the new spreadsheet; empty for a file. */
  readonly id: string;
}

/** The tab in which a file keeps the values of its dropdowns. */
const FILE_LISTS = "_lists";
/** The smallest that Google makes a tab of the head: it is read at every edit that matters. */
const STATE_ROWS = 60;

/** The book as its new home holds it; of a file it was taken off already what a file draws. */
export function copiedSpreadsheet(source: Spreadsheet, { from, to, id }: Copying): Copied {
  const listless = withoutFileLists(withoutTurns(source));
  const definition = definitionOf(listless);
  const layouts = definition === undefined ? [] : bookLayouts(definition);
  const moved = definition === undefined ? listless : movedBook(listless, { from, to, id });
  if (from === "google" && to === "google") return { state: moved, leftOut: NOTHING, layouts };
  const bare = undressed(moved);
  if (to === "file") return { state: bare, leftOut: leftOutOfFile(bare), layouts };
  const { state, things } = googleRules(bare);
  return { state: withSmallHead(dressed(state, layouts)), leftOut: { things, looks: [] }, layouts };
}

/** Marks that tell what is ours, wherever the book is. */
const OURS: ReadonlySet<string> = new Set([COLUMN_MARK, TAB_MARK, CHARTS_MARK]);
const NOTHING: LeftOut = { things: [], looks: [] };

function definitionOf(state: Spreadsheet): Definition | undefined {
  const tables = gridTables(state);
  return isOwnBook(tables) ? readSetup(tables, lastDefinition(tables)).definition : undefined;
}

// The zone of a spreadsheet is its own; a file says it on the tab Pipelines.
function movedBook(state: Spreadsheet, { from, to, id }: Copying): Spreadsheet {
  const tables = gridTables(state);
  const zone = from === "google" && to === "file" ? followedZone(tables, fileZone(state.zone)) : [];
  return withGridChanges(state, [...movedIn(tables, id), ...zone]);
}

/** The name of a zone as every program knows it: Google calls one that it has no name for "GMT-07:00". */
export function fileZone(zone: string): string {
  const [, sign, hours] = /^GMT([+-])0?(\d{1,2}):00$/.exec(zone) ?? [];
  if (sign === undefined || hours === undefined) return zone;
  return hours === "0" ? "Etc/GMT" : `Etc/GMT${sign === "+" ? "-" : "+"}${hours}`;
}

// Whose turn it is to write is nothing that goes along.
function withoutTurns(state: Spreadsheet): Spreadsheet {
  const metadata = state.metadata.filter(({ key }) => !key.startsWith("stageline_") || OURS.has(key));
  return metadata.length === state.metadata.length ? state : { ...state, metadata };
}

function withoutFileLists(state: Spreadsheet): Spreadsheet {
  const lists = state.tabs.filter((tab) => gridMarks(state, tab).key === FILE_LISTS).map(({ id }) => id);
  if (lists.length === 0) return state;
  const isThere = (id: number | undefined): boolean => id === undefined || !lists.includes(id);
  return {
    ...state,
    tabs: state.tabs.filter(({ id }) => isThere(id)),
    metadata: state.metadata.filter(({ place }) => isThere(tabOf(place))),
  };
}

function withSmallHead(state: Spreadsheet): Spreadsheet {
  const tabs = state.tabs.map((tab) => {
    if (gridMarks(state, tab).key !== stateTab.key) return tab;
    return { ...tab, maxRows: Math.max(STATE_ROWS, tab.rows.length) };
  });
  return { ...state, tabs };
}
