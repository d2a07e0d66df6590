// The Activity tab: the log as rows. The engine appends and never changes one. A row that cannot be read is a
// problem at its cell and is left out, never guessed; the rest of the history still counts.

import { textOf } from "../table/cell.ts";
import { columnsOf } from "../table/columns.ts";
import type { ColumnLayout, RowCells, TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt, tableOf } from "../table/tab-view.ts";
import type { Table, TableRow, Tables } from "../table/table.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { checkFits, checkOf } from "./check.ts";
import type { Entry, EntryKind } from "./entry.ts";
import { entryFromRow, type LogReader, logReader } from "./log-row.ts";

function column(key: string, header: string, widthCharacters: number): ColumnLayout {
  return { key, header, widthCharacters, format: key === "n" ? "number" : "text" };
}

/** The tab of the log, one row an entry. */
export const logTab: TabLayout = {
  key: "activity",
  tab: "Activity",
  hidden: true,
  tabColour: "#9aa0a6",
  columns: [
    column("at", "At", 26),
    column("board", "Board", 12),
    column("record", "Record", 20),
    column("entry", "Entry", 12),
    column("from", "From", 16),
    column("to", "To", 16),
    column("n", "N", 6),
    column("who", "Who", 16),
    column("known_by", "Known by", 10),
    column("name", "Name", 24),
    column("note", "Note", 32),
    column("data", "Data", 24),
    column("id", "Id", 20),
    column("check", "Check", 24),
  ],
  preparedRows: 0,
};

/**
 * The row of an entry.
 *
 * @example
 * entryCells(fixtures.entry).entry //=> "created"
 */
export function entryCells(entry: Entry): RowCells {
  const { at, board, record, kind, from = null, to = null, n, who, knownBy, name, note, data, id } = entry;
  const dataText = Object.keys(data).length === 0 ? null : JSON.stringify(data);
  const check = checkOf(entry);
  return {
    at,
    board,
    record,
    entry: kind,
    from,
    to,
    n,
    who,
    known_by: knownBy,
    name,
    note,
    data: dataText,
    id,
    check,
  };
}

export interface LogReading {
  readonly entries: readonly Entry[];
  /** The checks of the rows, in the same order. */
  readonly checks: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * The log of a book. Equal ids stay; whoever replays collapses them.
 *
 * @throws {StagelineError} `log`, when the tab is there but has lost one of its columns
 * @example
 * readLog([]).entries //=> []
 */
export function readLog(tables: Tables): LogReading {
  const table = tableOf(tables, logTab);
  if (table === undefined) return { entries: [], checks: [], problems: [] };
  const known = logsRead.get(table);
  if (known !== undefined) return known;
  const reading = logIn(table);
  logsRead.set(table, reading);
  return reading;
}

// A look asks for the same history a dozen times; a table never changes.
const logsRead = new WeakMap<Table, LogReading>();
// What a run adds to a history stands below what was read before: by the first row it is found what the table begins with.
const firstRead = new WeakMap<TableRow, { readonly table: Table; readonly reading: LogReading }>();

function logIn(table: Table): LogReading {
  const reader = wholeReader(table);
  const before = readingBegun(table);
  const entries = [...(before?.entries ?? [])];
  const checks = [...(before?.checks ?? [])];
  const problems: Problem[] = [];
  for (const row of table.rows.slice(entries.length)) {
    const read = entryFromRow(reader, row);
    if ("message" in read) problems.push(read);
    else {
      entries.push(read);
      checks.push(textOf(row.cells[reader.places.check]));
    }
  }
  const reading = { entries, checks, problems };
  const [first] = table.rows;
  if (first !== undefined && !firstRead.has(first)) firstRead.set(first, { table, reading });
  return reading;
}

function wholeReader(table: Table): LogReader {
  const columns = columnsOf(table, logTab);
  const [lost] = columns.missing;
  if (lost === undefined) return logReader(table.tab, columns);
  const header = logTab.columns.find(({ key }) => key === lost)?.header ?? lost;
  throw new StagelineError(
    "log",
    `${table.tab}: the column "${header}" of the history is missing; undo its deletion`,
  );
}

// The reading of the very rows with which the table begins, where each is an entry.
function readingBegun({ rows, header, marks }: Table): LogReading | undefined {
  const [first] = rows;
  const known = first === undefined ? undefined : firstRead.get(first);
  if (known === undefined || known.reading.problems.length > 0) return undefined;
  const isGrown =
    isSameList(header, known.table.header) &&
    isSameList(Object.entries(marks).flat(), Object.entries(known.table.marks).flat()) &&
    known.table.rows.every((row, index) => rows[index] === row);
  return isGrown ? known.reading : undefined;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

/**
 * Whether the log of a book has an entry of that kind; no more of it is read than up to the first.
 *
 * @throws {StagelineError} `log`, when the tab is there but has lost one of its columns
 * @example
 * hasEntry([], "moved") //=> false
 */
export function hasEntry(tables: Tables, kind: EntryKind): boolean {
  const table = tableOf(tables, logTab);
  if (table === undefined) return false;
  const reader = wholeReader(table);
  const isOfKind = ({ cells }: TableRow) => textOf(cells[reader.places.entry]) === kind;
  return table.rows.some((row) => isOfKind(row) && !("message" in entryFromRow(reader, row)));
}

/**
 * The rows of the history that do not fit their check: changed by hand since they were written. Rows that cannot
 * be read at all are told by `readLog`. Dear, since every row is hashed: for `check`, not for every run.
 *
 * @example
 * alteredRows([]) //=> []
 */
export function alteredRows(tables: Tables): readonly Problem[] {
  const table = tableOf(tables, logTab);
  if (table === undefined) return [];
  const reader = logReader(table.tab, columnsOf(table, logTab));
  const known = logsRead.get(table);
  // Where every row is an entry, they stand side by side.
  const entries = known?.problems.length === 0 ? known.entries : [];
  return table.rows.flatMap((row, index): readonly Problem[] => {
    const read = entries[index] ?? entryFromRow(reader, row);
    if ("message" in read || checkFits(read, textOf(row.cells[reader.places.check]))) return [];
    const message = "this row of the history was changed by hand; undo the change";
    return [problemAt(reader, { row: row.at, key: "check" }, message)];
  });
}
