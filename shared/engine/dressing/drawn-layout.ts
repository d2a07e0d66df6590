// What drawing a layout does to a tab of a spreadsheet beside setting cells: marks, headers, widths, formats, hidden
// columns, protections. A new tab is made as the layout says; in one that is there, what people did to their columns
// (width, format, header, order) stays. Engine columns are protected with a warning only: a firm protection would bar
// people from sorting, and bind nobody who shares the sheet.

import { definitionTab } from "../../definition/definition-versions.ts";
import { logTab } from "../../log/log-tab.ts";
import { formatOfColumn } from "../../table/dressing/number-format.ts";
import { type Stretch, stretchesOf } from "../../table/dressing/stretches.ts";
import { addedRows, NEW_TAB, type TabSize } from "../../table/dressing/tab-size.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { DraftedLayout, PlacedColumn } from "../../table/planning/drafted-layout.ts";
import { stateTab } from "../head.ts";

export interface DrawnLayout {
  /** The key that the tab is marked with; absent where it bears its mark. */
  readonly mark?: string;
  readonly marks: readonly { readonly at: number; readonly key: string }[];
  readonly headers: readonly DrawnHeader[];
  /** Columns that the tab gains. */
  readonly columns: readonly { readonly at: number; readonly pixels: number; readonly format?: string }[];
  readonly hidden: readonly Stretch[];
  /** Columns that warn before somebody types in them. */
  readonly guarded: readonly Stretch[];
}

/** A header, in bold. */
export interface DrawnHeader {
  readonly at: number;
  readonly text: string;
  /** "#rrggbb"; absent where it looks as text does. */
  readonly colour?: string;
}

/** What a new tab gets as a whole. */
export interface DrawnTab extends TabSize {
  readonly frozenRows: number;
  /** "#rrggbb". */
  readonly colour?: string;
  /** Whether all of it warns before somebody types in it. */
  readonly isGuarded: boolean;
  readonly isHidden: boolean;
  readonly hidesGridLines: boolean;
}

/** Rows of a new tab for the head, which is read at every edit that matters: a small tab is a small answer. */
const STATE_ROWS = 60;
/** Tabs that nobody but the engine writes. */
const ENGINES: ReadonlySet<string> = new Set([stateTab, logTab, definitionTab].map(({ key }) => key));
const QUIET_COLOUR = "#80868b";
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 12;

/**
 * What the layout comes to on its tab.
 *
 * @example
 * const layOut = { kind: "layOut", tab: "Prices", layout: fixtures.pricesLayout };
 * const drafted = draftLayout(draftedBook({ ...fixtures.pricesBook, tabs: [] }), layOut);
 * drawnLayout(drafted).columns //=> [{ at: 0, pixels: 138, format: "@" }, { at: 1, pixels: 96 }]
 */
export function drawnLayout(drafted: DraftedLayout): DrawnLayout {
  const { layout, added, unmarked, headed } = drafted;
  const derived = added.filter(({ column }) => column.derived === true);
  return {
    ...(drafted.isUnmarked ? { mark: layout.key } : {}),
    marks: unmarked.map(({ column, at }) => ({ at, key: column.key })),
    headers: headed.map(headerOf),
    columns: added.map(columnOf),
    hidden: stretchesOf(hiddenColumns(drafted)),
    guarded: stretchesOf(derived.map(({ at }) => at)),
  };
}

/**
 * What a new tab of the layout is like, which holds so many columns.
 *
 * @example
 * const { rows, columns, frozenRows } = drawnTab(fixtures.pricesLayout, 2);
 * [rows, columns, frozenRows] //=> [1000, 26, 1]
 */
export function drawnTab(layout: TabLayout, width: number): DrawnTab {
  const rows = NEW_TAB.rows + addedRows(NEW_TAB.rows, layout.preparedRows + 1);
  return {
    rows: layout.key === stateTab.key ? Math.min(rows, STATE_ROWS) : rows,
    columns: Math.max(NEW_TAB.columns, width),
    frozenRows: 1,
    ...(layout.tabColour === undefined ? {} : { colour: layout.tabColour }),
    isGuarded: ENGINES.has(layout.key),
    isHidden: layout.hidden,
    hidesGridLines: layout.gridLines === "none",
  };
}

function headerOf({ column, at }: PlacedColumn): DrawnHeader {
  return { at, text: column.header, ...(column.derived === true ? { colour: QUIET_COLOUR } : {}) };
}

function columnOf({ column, at }: PlacedColumn): DrawnLayout["columns"][number] {
  const format = formatOfColumn(column.format);
  const pixels = Math.round(column.widthCharacters * CHARACTER_PIXELS) + PADDING_PIXELS;
  return { at, pixels, ...(format === undefined ? {} : { format }) };
}

function hiddenColumns({ draft, layout, added, hidesAgain }: DraftedLayout): readonly number[] {
  if (!hidesAgain) return added.filter(({ column }) => column.hidden === true).map(({ at }) => at);
  return layout.columns.flatMap(({ key, hidden }) => (hidden === true ? (draft.columns.get(key) ?? []) : []));
}
