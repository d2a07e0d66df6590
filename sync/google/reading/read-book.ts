// A spreadsheet as the core sees it: the very tables that the add-on makes of it. One request tells which tabs there are
// and where our columns are, a second one their cells. Only where numbers may be days, or where a tab of people's feeds a
// board, a third one is needed. Tabs of people's are named and not read.

import { DASHBOARD_KEY } from "../../../shared/engine/book-layouts.ts";
import { feedNames } from "../../../shared/engine/intake/feed-names.ts";
import { ownTabs } from "../../../shared/engine/own-tabs.ts";
import { nameKey } from "../../../shared/table/cell.ts";
import type { ReadTab } from "../../../shared/table/planning/tab-draft.ts";
import type { Table, Tables } from "../../../shared/table/table.ts";
import type { Connection } from "../connection.ts";
import { areaText, type BookShape, readShape, type TabShape } from "./book-shape.ts";
import { type DatedTables, datedTables, type UnsureColumn, withDays } from "./day-columns.ts";
import { rawTable } from "./raw-table.ts";
import { DATA_CELLS, type SeenCells, seenCells } from "./seen-cells.ts";
import { blockRange, columnsRange, wholeRange } from "./tab-range.ts";

export interface GoogleTab extends ReadTab {
  readonly shape: TabShape;
}

export interface GoogleBook extends DatedTables {
  readonly shape: BookShape;
  readonly tabs: readonly GoogleTab[];
}

/** What is read beside the tabs that the engine looks at. */
export interface Reading {
  /** Names of tabs that are read with all of their columns, whosever they are. */
  readonly whole?: readonly string[];
}

/** The book as it stands; how its unsure numbers are shown is not asked yet. */
export async function readBook(connection: Connection, reading: Reading = {}): Promise<GoogleBook> {
  const shape = await readShape(connection);
  const raw = await rawTables(connection, shape, reading);
  const dated = datedTables(raw.tables);
  const book = bookOf(shape, { ...dated, isRead: raw.isRead });
  const feeds = unreadFeeds(book);
  return feeds.length === 0 ? book : withFeeds(connection, book, feeds);
}

/** The book with every day told as such. */
export async function sureBook(connection: Connection, book: GoogleBook): Promise<GoogleBook> {
  const { unsure } = book;
  if (unsure.length === 0) return book;
  const answer = await connection.read("read how numbers are shown", (sheets) =>
    sheets.spreadsheets.values.batchGet({
      spreadsheetId: connection.spreadsheetId,
      ranges: unsure.map(rangeOf),
      valueRenderOption: "UNFORMATTED_VALUE",
      dateTimeRenderOption: "FORMATTED_STRING",
      fields: "valueRanges(values)",
    }),
  );
  const shown = new Map<string, readonly (readonly unknown[])[]>();
  unsure.forEach(({ tab, column }, index) => {
    shown.set(placeOf(tab, column), answer.valueRanges?.[index]?.values ?? []);
  });
  // Under this option whatever is shown as a day comes as a text.
  const isDay = (tab: string) => (row: number, column: number) =>
    typeof shown.get(placeOf(tab, column))?.[row - 2]?.[0] === "string";
  return withoutDoubt(book, isDay);
}

/** The book with its days told by cells that were seen with their formats. */
export function sureBySeen(book: GoogleBook, seen: ReadonlyMap<string, SeenCells>): GoogleBook {
  return withoutDoubt(book, (tab) => (row, column) => {
    const cell = seen.get(tab)?.get(row)?.get(column);
    return typeof cell === "object" && cell !== null && "serial" in cell;
  });
}

/** The range of an unsure column. */
export function rangeOf({ tab, column, lastRow }: UnsureColumn): string {
  return blockRange(tab, { first: 2, last: lastRow, column });
}

function withoutDoubt(
  book: GoogleBook,
  isDay: (tab: string) => (row: number, column: number) => boolean,
): GoogleBook {
  const tabs = book.tabs.map((tab) => {
    const table = withDays(tab.table, isDay(tab.table.tab));
    return table === tab.table ? tab : { ...tab, table };
  });
  return { ...book, tabs, tables: tabs.map(({ table }) => table), unsure: [] };
}

interface RawTables {
  readonly tables: Tables;
  readonly isRead: ReadonlySet<string>;
}

async function rawTables(
  connection: Connection,
  { tabs }: BookShape,
  { whole = [] }: Reading,
): Promise<RawTables> {
  const own = new Set(ownTabs(tabs));
  const asked = tabs.flatMap((tab) => {
    if (whole.some((name) => nameKey(name) === nameKey(tab.name)))
      return [{ tab, range: wholeRange(tab.name) }];
    // Nobody types in the Dashboard: it is written whole, and not read.
    if (!own.has(tab) || tab.key === DASHBOARD_KEY) return [];
    const width = widthOf(tab);
    return [{ tab, range: width === 0 ? wholeRange(tab.name) : columnsRange(tab.name, width) }];
  });
  const answer =
    asked.length === 0
      ? {}
      : await connection.read("read the cells", (sheets) =>
          sheets.spreadsheets.values.batchGet({
            spreadsheetId: connection.spreadsheetId,
            ranges: asked.map(({ range }) => range),
            valueRenderOption: "UNFORMATTED_VALUE",
            dateTimeRenderOption: "SERIAL_NUMBER",
            fields: "valueRanges(values)",
          }),
        );
  const values = new Map(asked.map(({ tab }, index) => [tab, answer.valueRanges?.[index]?.values ?? []]));
  return {
    tables: tabs.map((tab) => rawTable(tableFrom(tab), values.get(tab) ?? [])),
    isRead: new Set(asked.map(({ tab }) => tab.name)),
  };
}

function bookOf(shape: BookShape, dated: DatedTables & Pick<RawTables, "isRead">): GoogleBook {
  const { isRead, ...rest } = dated;
  const tabs = shape.tabs.flatMap((tab, index): GoogleTab[] => {
    const table = dated.tables[index];
    if (table === undefined) return [];
    return [{ shape: tab, table, ...(isRead.has(tab.name) ? { maxRows: tab.rows } : {}) }];
  });
  return { ...rest, shape, tabs };
}

function tableFrom(tab: TabShape): Pick<Table, "tab" | "key" | "marks" | "merges"> {
  const { name, key, columns } = tab;
  return { tab: name, ...(key === undefined ? {} : { key }), marks: columns, merges: mergesOf(tab) };
}

// Of boards alone: elsewhere they are nobody's business.
function mergesOf(tab: TabShape): readonly string[] {
  if (tab.key?.startsWith("board_") !== true) return [];
  const width = widthOf(tab);
  return tab.merges.filter(({ firstColumn }) => firstColumn < width).map(areaText);
}

function widthOf({ columns }: TabShape): number {
  return Object.values(columns).reduce((width, column) => Math.max(width, column + 1), 0);
}

// What the answers of a form mean is known by their headers alone.
function unreadFeeds(book: GoogleBook): readonly GoogleTab[] {
  const named = new Set(feedNames(book.tables).map(nameKey));
  return book.tabs.filter(({ table, maxRows }) => {
    return table.key === undefined && maxRows === undefined && named.has(nameKey(table.tab));
  });
}

async function withFeeds(
  connection: Connection,
  book: GoogleBook,
  feeds: readonly GoogleTab[],
): Promise<GoogleBook> {
  const ranges = [...feeds.map(({ table }) => wholeRange(table.tab)), ...book.unsure.map(rangeOf)];
  const answer = await connection.read("read the tabs that feed boards", (sheets) =>
    sheets.spreadsheets.get({
      spreadsheetId: connection.spreadsheetId,
      ranges,
      fields: `sheets(properties(title),data(${DATA_CELLS}))`,
    }),
  );
  const seen = new Map(
    (answer.sheets ?? []).map((sheet) => [sheet.properties?.title ?? "", seenCells(sheet)] as const),
  );
  const sure = sureBySeen(book, seen);
  const tabs = sure.tabs.map((tab): GoogleTab => {
    const cells = seen.get(tab.table.tab);
    if (!feeds.some(({ table }) => table.tab === tab.table.tab) || cells === undefined) return tab;
    return { ...tab, maxRows: tab.shape.rows, table: { ...tab.table, ...rowsFrom(cells) } };
  });
  return { ...sure, tabs, tables: tabs.map(({ table }) => table) };
}

/** Cells that were seen, as the rows of a table. */
export function rowsFrom(seen: SeenCells): Pick<Table, "header" | "rows"> {
  const rows = [...seen]
    .sort(([left], [right]) => left - right)
    .map(([at, cells]) => {
      const width = Math.max(...cells.keys()) + 1;
      return { at, cells: Array.from({ length: width }, (_, column) => cells.get(column) ?? null) };
    });
  const header = rows.find(({ at }) => at === 1)?.cells ?? [];
  return { header, rows: rows.filter(({ at }) => at > 1) };
}

function placeOf(tab: string, column: number): string {
  return `${column} ${tab}`;
}
