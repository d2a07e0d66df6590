// The Activity tab: the log as rows. The engine appends and never changes one. A row that cannot be read is a
// problem at its cell and is left out, never guessed; the rest of the history still counts.

import { textOf } from "../table/cell.ts";
import type { ColumnLayout, RowCells, TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { type Moment, parseMoment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { checkFits, checkOf } from "./check.ts";
import { type Entry, type EntryKind, entryKinds, type KnownBy } from "./entry.ts";

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
  const view = viewOf(table, logTab);
  const [lost] = view.columns.missing;
  if (lost !== undefined) {
    const header = logTab.columns.find(({ key }) => key === lost)?.header ?? lost;
    throw new StagelineError(
      "log",
      `${table.tab}: the column "${header}" of the history is missing; undo its deletion`,
    );
  }
  const entries: Entry[] = [];
  const checks: string[] = [];
  const problems: Problem[] = [];
  for (const row of view.rows) {
    const read = entryFromRow(view, row);
    if ("message" in read) problems.push(read);
    else {
      entries.push(read);
      checks.push(textOf(row.cells["check"]));
    }
  }
  return { entries, checks, problems };
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
  const view = viewOf(table, logTab);
  return view.rows.flatMap((row): Problem[] => {
    const read = entryFromRow(view, row);
    if ("message" in read || checkFits(read, textOf(row.cells["check"]))) return [];
    const message = "this row of the history was changed by hand; undo the change";
    return [problemAt(view, { row: row.at, key: "check" }, message)];
  });
}

const KINDS: ReadonlySet<string> = new Set(entryKinds);
const KNOWN_BY: ReadonlySet<string> = new Set(["sidebar", "event", "sweep", "import", "rule", "command"]);

function entryFromRow(view: TabView, row: ViewRow): Entry | Problem {
  const { cells } = row;
  const wrong = (key: string, message: string) => problemAt(view, { row: row.at, key }, message);
  const kind = textOf(cells["entry"]);
  if (!KINDS.has(kind)) return wrong("entry", `"${kind}" is no kind of history entry; this row is left out`);
  const at = momentOf(textOf(cells["at"]));
  if (at === undefined)
    return wrong("at", `"${textOf(cells["at"])}" is not a time of the history; this row is left out`);
  const n = cells["n"];
  if (typeof n !== "number" || !Number.isInteger(n))
    return wrong("n", `"${textOf(n)}" is not a count; this row is left out`);
  const data = dataOf(cells["data"]);
  if (data === undefined) return wrong("data", "this cell of the history was changed; the row is left out");
  const knownBy = textOf(cells["known_by"]);
  const from = textOf(cells["from"]);
  const to = textOf(cells["to"]);
  return {
    at,
    board: textOf(cells["board"]),
    record: textOf(cells["record"]),
    kind: kind as EntryKind,
    ...(from === "" ? {} : { from }),
    ...(to === "" ? {} : { to }),
    n,
    who: rawText(cells["who"]),
    knownBy: (KNOWN_BY.has(knownBy) ? knownBy : "sweep") as KnownBy,
    name: rawText(cells["name"]),
    note: rawText(cells["note"]),
    data,
    id: textOf(cells["id"]),
  };
}

function momentOf(text: string): Moment | undefined {
  try {
    return parseMoment(text);
  } catch {
    return undefined; // told as a problem at the cell
  }
}

// As written: a name may end with a space, and the check was made over it.
function rawText(cell: RowCells[string] | undefined): string {
  return typeof cell === "string" ? cell : textOf(cell);
}

function dataOf(cell: RowCells[string] | undefined): Entry["data"] | undefined {
  if (cell === undefined || cell === null || cell === "") return {};
  try {
    const data: unknown = JSON.parse(textOf(cell));
    const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
    return isRecord && Object.values(data).every((value) => typeof value === "string")
      ? (data as Entry["data"])
      : undefined;
  } catch {
    return undefined; // told as a problem at the cell
  }
}
