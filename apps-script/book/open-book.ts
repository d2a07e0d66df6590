// The spreadsheet as the core sees it: a table for each tab, and beside it what a write needs to know of the tab. Every
// question to the spreadsheet costs a trip, so a tab is one question, from its first column to the last that is marked
// as ours. Tabs of people's are named and not read, but those that feed a board: nothing else of theirs is asked for here.

import { bookLayouts, DASHBOARD_KEY } from "../../shared/engine/book-layouts.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { feedNames } from "../../shared/engine/intake/feed-names.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import { columnLetters, nameKey } from "../../shared/table/cell.ts";
import type { ReadBook } from "../../shared/table/planning/drafted-book.ts";
import type { ReadTab, TabDraft } from "../../shared/table/planning/tab-draft.ts";
import type { Tables } from "../../shared/table/table.ts";
import { activeSpreadsheet, type Sheet, type Spreadsheet } from "../spreadsheet-app.ts";
import { type BookZone, bookZone } from "../zone.ts";
import { type KeptMarks, noMarks, readMarks } from "./marks.ts";
import { cellsFromValues, tableFromValues } from "./table-from-values.ts";

export interface OpenTab extends ReadTab {
  readonly sheet: Sheet;
  readonly marks: KeptMarks;
  /** Whether this run made it, so that nobody has dressed it yet. */
  readonly isFresh?: true;
}

export interface OpenBook {
  readonly spreadsheet: Spreadsheet;
  readonly zone: BookZone;
  readonly tabs: readonly OpenTab[];
  readonly tables: Tables;
}

/** A tab of it while changes are planned. */
export type SheetDraft = TabDraft<OpenTab>;

/** What of a book is read beside the tabs that the engine looks at. */
export interface Reading {
  /** Names of tabs that are read with all of their columns, whosever they are. */
  readonly whole?: readonly string[];
  /** Which of our tabs are read, by their key and their name; absent: all. */
  readonly only?: (key: string, tab: string) => boolean;
  /** Merged cells on boards, which cost a trip each. */
  readonly merges?: true;
  /** Ids of tabs that this run made. */
  readonly fresh?: ReadonlySet<number>;
}

/** The book as it stands. */
export function openBook(reading: Reading = {}): OpenBook {
  const spreadsheet = activeSpreadsheet();
  const zone = bookZone(spreadsheet.getSpreadsheetTimeZone());
  const sheets = spreadsheet.getSheets();
  const marks = readMarks(spreadsheet);
  const isOurs = ownTabs(sheets, marks);
  const openTab = (sheet: Sheet): OpenTab => {
    const id = sheet.getSheetId();
    const isFresh = reading.fresh?.has(id) === true ? { isFresh: true as const } : {};
    const tab = { ...unreadTab(sheet, marks.get(id) ?? noMarks), ...isFresh };
    if (reading.whole?.includes(tab.table.tab) === true) return withMerges(readWholeTab(tab, zone), reading);
    if (!isOurs(sheet)) return tab;
    // Nobody types in the Dashboard: it is written whole, and not read.
    if (tab.marks.key === DASHBOARD_KEY) return tab;
    if (tab.marks.key !== undefined && reading.only?.(tab.marks.key, tab.table.tab) === false) return tab;
    return withMerges(readTab(tab, zone), reading);
  };
  const isHead = (sheet: Sheet) => marks.get(sheet.getSheetId())?.key === stateTab.key;
  return bookOf({ spreadsheet, zone, tabs: withFeeds(headFirst(sheets, isHead, openTab), zone) });
}

// What the answers of a form mean is known by their headers alone.
function withFeeds(tabs: readonly OpenTab[], zone: BookZone): readonly OpenTab[] {
  const named = new Set(feedNames(tabs.map(({ table }) => table)).map(nameKey));
  return tabs.map((tab) => {
    const { key, header } = tab.table;
    const isUnread = key === undefined && header.length === 0 && named.has(nameKey(tab.table.tab));
    return isUnread ? readWholeTab(tab, zone) : tab;
  });
}

// Each tab is read at a moment of its own. The head is the first: so what another run writes meanwhile, in whatever tab,
// is known by a head that is another one than was read.
function headFirst(
  sheets: readonly Sheet[],
  isHead: (sheet: Sheet) => boolean,
  openTab: (sheet: Sheet) => OpenTab,
): readonly OpenTab[] {
  const heads = new Map(sheets.filter(isHead).map((sheet) => [sheet, openTab(sheet)] as const));
  return sheets.map((sheet) => heads.get(sheet) ?? openTab(sheet));
}

/** A book of these tabs. */
export function bookOf(book: Omit<OpenBook, "tables">): OpenBook {
  return { ...book, tables: book.tabs.map(({ table }) => table) };
}

/** The book as a plan takes it. */
export function readBook({ tabs, zone }: Pick<OpenBook, "tabs" | "zone">): ReadBook<OpenTab> {
  const wholeHeader = (tab: string) => {
    const sheet = tabs.find(({ table }) => table.tab === tab)?.sheet;
    const [header = []] = sheet?.getRange("1:1").getValues() ?? [];
    return { cells: cellsFromValues(header, zone), width: sheet?.getLastColumn() ?? 0 };
  };
  return { tabs, wholeHeader };
}

/** The tab as it stands now, with its merged cells where it is a board. */
export function readAgain(tab: OpenTab, zone: BookZone): OpenTab {
  return withMerges(readTab(tab, zone), { merges: true });
}

/** The tab with all of its columns, those that bear no mark too. */
export function readWholeTab(tab: OpenTab, zone: BookZone): OpenTab {
  return readColumns(tab, zone, Math.max(1, tab.sheet.getLastColumn(), widthOf(tab.marks)));
}

/** The tab as it stands now, from its first column on, so many of them. */
export function readColumns(tab: OpenTab, zone: BookZone, width: number): OpenTab {
  const values = tab.sheet.getRange(columnsRange(width)).getValues();
  return { ...tab, maxRows: values.length, table: tableFromValues(values, tab.table, zone) };
}

function readTab(tab: OpenTab, zone: BookZone): OpenTab {
  const width = widthOf(tab.marks);
  return width === 0 ? readWholeTab(tab, zone) : readColumns(tab, zone, width);
}

function withMerges(tab: OpenTab, { merges }: Reading): OpenTab {
  const isBoard = tab.marks.key?.startsWith("board_") === true;
  if (merges !== true || !isBoard) return tab;
  const ranges = tab.sheet.getRange(columnsRange(widthOf(tab.marks))).getMergedRanges();
  return { ...tab, table: { ...tab.table, merges: ranges.map((range) => range.getA1Notation()) } };
}

function columnsRange(width: number): string {
  return `A:${columnLetters(width - 1)}`;
}

function unreadTab(sheet: Sheet, marks: KeptMarks): OpenTab {
  const { key, columns } = marks;
  const known = key === undefined ? {} : { key };
  const table = { tab: sheet.getName(), ...known, marks: columns, header: [], rows: [], merges: [] };
  return { sheet, marks, table };
}

function widthOf({ columns }: KeptMarks): number {
  return Object.values(columns).reduce((width, column) => Math.max(width, column + 1), 0);
}

// A tab is ours by its mark. Where a book has lost its marks, as after a way through a file, it is ours by its name, and
// a board by what Pipelines says: then all tabs are read.
function ownTabs(sheets: readonly Sheet[], marks: ReadonlyMap<number, KeptMarks>): (sheet: Sheet) => boolean {
  const keys = new Set([...marks.values()].map(({ key }) => key));
  const names = new Map(
    bookLayouts(emptyDefinition({ zone: "UTC", practice: false })).map(({ tab, key }) => [tab, key] as const),
  );
  const isMarked = (sheet: Sheet) => marks.get(sheet.getSheetId())?.key !== undefined;
  const isNamed = (sheet: Sheet) => {
    const key = names.get(sheet.getName());
    return key !== undefined && !keys.has(key);
  };
  const hasLostAll = keys.size === 0 && sheets.some(isNamed);
  return (sheet) => isMarked(sheet) || isNamed(sheet) || hasLostAll;
}
