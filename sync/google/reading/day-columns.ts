// Which numbers of a table are days or times. Bare values do not tell: a day is a number there. What a column of ours is
// for does; and where numbers stand in any other column, somebody has to ask how they are shown, since a day in a column
// of amounts is a mistake that people want to be told of.

import { definitionTab, lastDefinition } from "../../../shared/definition/definition-versions.ts";
import { pipelinesTab } from "../../../shared/definition/setup/pipelines-tab.ts";
import { readSetup } from "../../../shared/definition/setup/read-setup.ts";
import { bookLayouts } from "../../../shared/engine/book-layouts.ts";
import { stateTab } from "../../../shared/engine/head.ts";
import { isOwnBook } from "../../../shared/engine/own-book.ts";
import { emptyDefinition } from "../../../shared/engine/setup/new-boards.ts";
import { logTab } from "../../../shared/log/log-tab.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import { columnsOf } from "../../../shared/table/columns.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import { tableOf } from "../../../shared/table/tab-view.ts";
import type { Table, TableRow, Tables } from "../../../shared/table/table.ts";

/** A column with numbers of which the values do not tell how they are shown. */
export interface UnsureColumn {
  readonly tab: string;
  /** From 0. */
  readonly column: number;
  /** The last row with a number. */
  readonly lastRow: number;
}

export interface DatedTables {
  readonly tables: Tables;
  readonly unsure: readonly UnsureColumn[];
  /** Name of a tab → its columns of days and times, from 0. */
  readonly dayColumns: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Tabs in which nobody but the engine writes. */
const ENGINES: ReadonlySet<string> = new Set([stateTab, logTab, definitionTab].map(({ key }) => key));

/** The tables with the days and times of our columns as such. */
export function datedTables(tables: Tables): DatedTables {
  const layouts = layoutsOf(tables);
  const dayColumns = new Map<string, ReadonlySet<number>>();
  const unsure: UnsureColumn[] = [];
  const dated = tables.map((table) => {
    const layout =
      layouts.find(({ key }) => key === table.key) ?? layouts.find(({ tab }) => tab === table.tab);
    const known = knownColumns(table, layout);
    dayColumns.set(table.tab, known.days);
    if (table.key === undefined || !ENGINES.has(table.key)) unsure.push(...numbersOf(table, known));
    return withDays(table, (_, column) => known.days.has(column));
  });
  return { tables: dated, unsure, dayColumns };
}

/** The table with those of its numbers as days that are meant. */
export function withDays(table: Table, isDay: (row: number, column: number) => boolean): Table {
  let isChanged = false;
  const rows = table.rows.map((row): TableRow => {
    let cells: Cell[] | undefined;
    row.cells.forEach((cell, column) => {
      if (typeof cell !== "number" || !isDay(row.at, column)) return;
      cells ??= [...row.cells];
      cells[column] = { serial: cell };
    });
    isChanged ||= cells !== undefined;
    return cells === undefined ? row : { at: row.at, cells };
  });
  return isChanged ? { ...table, rows } : table;
}

/** The layouts of the book's tabs, as far as its set-up tells them. */
export function layoutsOf(tables: Tables): readonly TabLayout[] {
  if (!isOwnBook(tables)) return [];
  const before = lastDefinition(tables);
  const hasSetup = tableOf(tables, pipelinesTab) !== undefined;
  const empty = emptyDefinition({ zone: "UTC", practice: false });
  return bookLayouts(hasSetup ? readSetup(tables, before).definition : (before ?? empty));
}

interface KnownColumns {
  readonly days: ReadonlySet<number>;
  /** Those that the engine writes. */
  readonly engines: ReadonlySet<number>;
}

function knownColumns(table: Table, layout: TabLayout | undefined): KnownColumns {
  const days = new Set<number>();
  const engines = new Set<number>();
  const at = layout === undefined ? undefined : columnsOf(table, layout).at;
  for (const { key, format, derived, hidden } of layout?.columns ?? []) {
    const column = at?.get(key);
    if (column === undefined) continue;
    if (format === "day" || format === "time") days.add(column);
    if (derived === true || hidden === true) engines.add(column);
  }
  return { days, engines };
}

function numbersOf(table: Table, { days, engines }: KnownColumns): readonly UnsureColumn[] {
  const last = new Map<number, number>();
  for (const { at, cells } of table.rows) {
    cells.forEach((cell, column) => {
      if (typeof cell === "number" && !days.has(column) && !engines.has(column)) last.set(column, at);
    });
  }
  return [...last].map(([column, lastRow]) => ({ tab: table.tab, column, lastRow }));
}
