// The few cells by which an edit is answered: the head, the definition in force where the cache has it not, the header
// of the board and the rows that were touched, and how often their IDs stand on the board. Each is one question to the
// spreadsheet. Tabs that the engine alone writes are taken to be as they were laid out.

import { definitionTab } from "../../shared/definition/definition-versions.ts";
import { type Head, stateTab } from "../../shared/engine/head.ts";
import type { KnownColumns } from "../../shared/engine/quick/known-columns.ts";
import { isSameCell } from "../../shared/engine/row/derived-cells.ts";
import { logTab } from "../../shared/log/log-tab.ts";
import { type Cell, columnLetters, textOf } from "../../shared/table/cell.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { noMarks } from "../book/marks.ts";
import type { OpenTab } from "../book/open-book.ts";
import { cellsFromValues, tableFromValues } from "../book/table-from-values.ts";
import type { Range, Sheet, Spreadsheet } from "../spreadsheet-app.ts";
import type { BookZone } from "../zone.ts";
import type { EditedPlace } from "./look-again.ts";

/** Rows from the top that are read along with the header: one question instead of two. */
const MOST_ROWS_AT_TOP = 60;
/** IDs that are looked for one by one. */
const MOST_FOUND = 1;

export interface TouchedCells {
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  /** What they held is known, should one of them come to stand where another is written. */
  readonly above: readonly TableRow[];
}

/** Texts know no zone. */
const noZone = { wallMsAt: (instantMs: number) => instantMs };

/** The tab of the head; `undefined` where the spreadsheet has none. */
export function readStateTab(spreadsheet: Spreadsheet): OpenTab | undefined {
  const range = rangeNamed(spreadsheet, stateTab.tab, "A:B");
  return range === undefined ? undefined : ownTab(range, stateTab);
}

/**
 * The tab of the history, of which no row is read: they are added at its end. Asked for its headers where `check` says so:
 * `undefined` where they are not as they were laid out.
 */
export function historyTab(spreadsheet: Spreadsheet, check: "headers" | "nothing"): OpenTab | undefined {
  const range = rangeNamed(spreadsheet, logTab.tab, `A1:${columnLetters(logTab.columns.length - 1)}1`);
  if (range === undefined) return undefined;
  const headers = check === "headers" ? (range.getValues()[0] ?? []) : headerOf(logTab);
  if (headers.join("\n") !== headerOf(logTab).join("\n")) return undefined;
  return {
    sheet: range.getSheet(),
    marks: noMarks,
    table: { ...laidOut(logTab), header: headerOf(logTab), rows: [] },
  };
}

/** The rows of the definition in force; `undefined` where the head does not say where they are. */
export function readDefinitionTab(spreadsheet: Spreadsheet, head: Head): OpenTab | undefined {
  const [first, last] = head.definitionRows.split("-").map(Number);
  if (first === undefined || last === undefined || !(first >= 2)) return undefined;
  const letters = columnLetters(definitionTab.columns.length - 1);
  const range = rangeNamed(spreadsheet, definitionTab.tab, `A${first}:${letters}${last}`);
  if (range === undefined) return undefined;
  const { rows } = tableFromValues([[], ...range.getValues()], laidOut(definitionTab), noZone);
  const table = { ...laidOut(definitionTab), header: headerOf(definitionTab), rows };
  return { sheet: range.getSheet(), marks: noMarks, table };
}

/**
 * The header of a board, and the rows that were touched, with those above them where they came along; `undefined` where
 * they cannot be read.
 */
export function readTouched(
  sheet: Sheet,
  place: Pick<EditedPlace, "firstRow" | "lastRow">,
  { width, zone }: { readonly width: number; readonly zone: BookZone },
): TouchedCells | undefined {
  const { firstRow, lastRow } = place;
  const isAtTop = lastRow <= MOST_ROWS_AT_TOP;
  const start = isAtTop ? 1 : firstRow;
  const values = valuesOf(() => sheet.getRange(start, 1, lastRow - start + 1, width));
  if (values === undefined) return undefined;
  const [header = []] = isAtTop ? values : sheet.getRange(1, 1, 1, width).getValues();
  const rows = values.slice(isAtTop ? 1 : 0).flatMap((row, index): readonly TableRow[] => {
    const cells = cellsFromValues(row, zone);
    return cells.length === 0 ? [] : [{ at: (isAtTop ? 2 : firstRow) + index, cells }];
  });
  return {
    header: cellsFromValues(header, zone),
    above: rows.filter(({ at }) => at < firstRow),
    rows: rows.filter(({ at }) => at >= firstRow),
  };
}

// Somebody may have deleted rows since the edit: then the spreadsheet has no such range, and says so in words of the
// person's language. Any other error comes again in the look at everything that is made instead.
function valuesOf(range: () => Range): readonly (readonly unknown[])[] | undefined {
  try {
    return range().getValues();
  } catch {
    return undefined;
  }
}

export type KnownIds =
  | { readonly of: "touched"; readonly counts: ReadonlyMap<string, number> }
  | { readonly of: "board"; readonly ids: readonly string[] };

/** Whether the spreadsheet has the other tabs of a book, though it has no head. */
export function hasLostHead(spreadsheet: Spreadsheet): boolean {
  return spreadsheet.getSheetByName(definitionTab.tab) !== null;
}

export interface ReadIds {
  readonly ids: KnownIds;
  /** All rows of the board, where several of the touched ones lack an ID: whether others are like them is told by these. */
  readonly all?: readonly TableRow[];
}

/**
 * How often the IDs of touched rows stand on the board; all IDs of the board where there are more than a few, or a row
 * lacks one. `undefined` where a touched row has another ID by now, or was read again and holds something else: rows moved,
 * or somebody typed.
 */
export function readIds(
  sheet: Sheet,
  known: KnownColumns,
  touched: { readonly place: EditedPlace; readonly rows: readonly TableRow[]; readonly zone: BookZone },
): ReadIds | undefined {
  const column = known.at["id"] ?? 0;
  const { place, rows } = touched;
  const ids = rows.map(({ cells }) => textOf(cells[column]));
  const isPlain =
    place.lastColumn < column && ids.length === place.lastRow - place.firstRow + 1 && !ids.includes("");
  if (ids.filter((id) => id === "").length > 1) return readRows(sheet, known, touched);
  const letters = columnLetters(column);
  const cells = sheet.getRange(`${letters}2:${letters}`);
  if (!isPlain || ids.length > MOST_FOUND) {
    const all = cells.getValues().map(([id]) => String(id ?? "").trim());
    const hasMoved = rows.some(({ at }, index) => (all[at - 2] ?? "") !== ids[index]);
    return hasMoved ? undefined : { ids: { of: "board", ids: all } };
  }
  const found = rows.map(({ at }, index) => ({
    at,
    id: ids[index] ?? "",
    rows: rowsWith(cells, ids[index] ?? ""),
  }));
  if (found.some((each) => !each.rows.includes(each.at))) return undefined;
  return {
    ids: { of: "touched", counts: new Map(found.map((each) => [each.id, each.rows.length] as const)) },
  };
}

function readRows(
  sheet: Sheet,
  { at, width }: KnownColumns,
  { rows, zone }: { readonly rows: readonly TableRow[]; readonly zone: BookZone },
): ReadIds | undefined {
  const values = sheet.getRange(`A2:${columnLetters(width - 1)}`).getValues();
  const idAt = at["id"] ?? 0;
  const ids = values.map((row) => String(row[idAt] ?? "").trim());
  const { rows: all } = tableFromValues([[], ...values], { tab: "", marks: {}, merges: [] }, zone);
  const cellsAt = new Map(all.map((row) => [row.at, row.cells]));
  const isAsRead = rows.every(({ at: place, cells }) => {
    const present = cellsAt.get(place) ?? [];
    return Array.from({ length: width }, (_, column) => column).every((column) =>
      isSameCell(cells[column], present[column]),
    );
  });
  return isAsRead ? { ids: { of: "board", ids }, all } : undefined;
}

function rowsWith(cells: Range, id: string): readonly number[] {
  const finder = cells.createTextFinder(id).matchEntireCell(true).matchCase(true);
  return finder.findAll().map((cell) => cell.getRow());
}

// A range of a tab that is not there is an error, in words of the person's language; any other error stays one.
function rangeNamed(spreadsheet: Spreadsheet, tab: string, cells: string): Range | undefined {
  try {
    return spreadsheet.getRange(`'${tab}'!${cells}`);
  } catch (cause) {
    if (spreadsheet.getSheetByName(tab) === null) return undefined;
    throw cause;
  }
}

function ownTab(range: Range, layout: TabLayout): OpenTab {
  const values = range.getValues();
  const table = tableFromValues(values, laidOut(layout), noZone);
  return { sheet: range.getSheet(), marks: noMarks, maxRows: values.length, table };
}

function laidOut({ key, tab, columns }: TabLayout): Pick<Table, "tab" | "key" | "marks" | "merges"> {
  const marks = Object.fromEntries(columns.map((column, at) => [column.key, at] as const));
  return { tab, key, marks, merges: [] };
}

function headerOf({ columns }: TabLayout): readonly Cell[] {
  return columns.map(({ header }) => header);
}
