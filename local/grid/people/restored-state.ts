// What an undone act gives back: each thing that it changed and that still stands as the act left it. Three states of
// one shape are laid side by side: before the act, after it, and now.

import { isSameCell, rowOf } from "../cell-block.ts";
import type { GridRange } from "../protocol.ts";
import type { GridCell, Row, Spreadsheet, Tab } from "../spreadsheet.ts";

interface Sides<Thing> {
  readonly before: Thing;
  readonly after: Thing;
  readonly current: Thing;
}

export interface Restored {
  readonly state: Spreadsheet;
  /** The cells that were given back; the last tab's where they are on several. */
  readonly range?: GridRange;
}

const TAB_PARTS = [
  "columns",
  "merges",
  "conditionalFormats",
  "protections",
  "charts",
  "filter",
  "groups",
  "otherProperties",
  "frozenRows",
  "frozenColumns",
] as const;

export function restored({ before, after, current }: Sides<Spreadsheet>): Restored {
  const ranges: GridRange[] = [];
  const tabs = current.tabs.map((tab) => {
    const [was, became] = [tabIn(before, tab.id), tabIn(after, tab.id)];
    if (was === undefined || became === undefined || was === became) return tab;
    return restoredTab({ before: was, after: became, current: tab }, ranges);
  });
  const metadata = restoredThing({
    before: before.metadata,
    after: after.metadata,
    current: current.metadata,
  });
  const namedRanges = restoredThing({
    before: before.namedRanges,
    after: after.namedRanges,
    current: current.namedRanges,
  });
  const range = ranges.at(-1);
  return { state: { ...current, tabs, metadata, namedRanges }, ...(range === undefined ? {} : { range }) };
}

function restoredTab({ before, after, current }: Sides<Tab>, ranges: GridRange[]): Tab {
  const { filter, ...rest } = current;
  const parts = TAB_PARTS.map((part) => [
    part,
    restoredThing<unknown>({ before: before[part], after: after[part], current: current[part] }),
  ]).filter(([, value]) => value !== undefined);
  return {
    ...rest,
    ...(Object.fromEntries(parts) as Pick<Tab, (typeof TAB_PARTS)[number]>),
    rows: restoredRows({ before, after, current }, ranges),
  };
}

function restoredRows({ before, after, current }: Sides<Tab>, ranges: GridRange[]): Tab["rows"] {
  const rows = current.rows.slice();
  const hull = { top: Number.POSITIVE_INFINITY, bottom: 0, left: Number.POSITIVE_INFINITY, right: 0 };
  const count = Math.max(before.rows.length, after.rows.length);
  for (let index = 0; index < count; index++) {
    const sides = { before: before.rows[index], after: after.rows[index], current: current.rows[index] };
    if (sides.before === sides.after) continue;
    const { row, columns } = restoredRow(sides);
    if (columns.length === 0) continue;
    while (rows.length < index) rows.push(undefined);
    rows[index] = row;
    hull.top = Math.min(hull.top, index + 1);
    hull.bottom = index + 1;
    hull.left = Math.min(hull.left, ...columns);
    hull.right = Math.max(hull.right, ...columns);
  }
  if (hull.bottom > 0) {
    ranges.push({
      tab: current.id,
      row: hull.top,
      column: hull.left,
      rows: hull.bottom - hull.top + 1,
      columns: hull.right - hull.left + 1,
    });
  }
  return rows;
}

function restoredRow({ before, after, current }: Sides<Row | undefined>): {
  readonly row: Row | undefined;
  readonly columns: readonly number[];
} {
  const cells: (GridCell | undefined)[] = [...(current?.cells ?? [])];
  const columns: number[] = [];
  const count = Math.max(before?.cells.length ?? 0, after?.cells.length ?? 0);
  for (let index = 0; index < count; index++) {
    const [was, became] = [before?.cells[index], after?.cells[index]];
    if (isSameCell(was, became) || !isSameCell(cells[index], became)) continue;
    while (cells.length < index) cells.push(undefined);
    cells[index] = was;
    columns.push(index + 1);
  }
  return { row: columns.length === 0 ? current : rowOf(cells, current), columns };
}

function restoredThing<Thing>({ before, after, current }: Sides<Thing>): Thing {
  if (before === after) return current;
  const isUntouched = JSON.stringify(after) === JSON.stringify(current);
  return isUntouched ? before : current;
}

function tabIn(state: Spreadsheet, id: number): Tab | undefined {
  return state.tabs.find((tab) => tab.id === id);
}
