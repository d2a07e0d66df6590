// A spreadsheet as the core sees it: the very tables that the add-on makes of it. One request tells which tabs there are
// and where our columns are, a second one their cells. Only where numbers may be days, or where a tab of people's feeds a
// board, a third one is needed. Tabs of people's are named and not read.

import { DASHBOARD_KEY } from "../../../shared/engine/book-layouts.ts";
import { ownTabs } from "../../../shared/engine/own-tabs.ts";
import { nameKey } from "../../../shared/table/cell.ts";
import type { Table, Tables } from "../../../shared/table/table.ts";
import type { Connection } from "../connection.ts";
import { areaText, type BookShape, readShape, type TabShape } from "./book-shape.ts";
import { type DatedTables, datedTables } from "./day-columns.ts";
import { unreadFeeds, withFeeds } from "./feeds.ts";
import type { GoogleBook, GoogleTab } from "./google-book.ts";
import { rawTable } from "./raw-table.ts";
import { columnsRange, wholeRange } from "./tab-range.ts";

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
