// A row of the Activity tab as an entry of the log, or as the problem why it is none: it is left out then, never guessed.
// Where the columns stand is found out once for a whole history: there are a hundred thousand rows, and every look reads
// them.

import { type Cell, textOf } from "../table/cell.ts";
import type { Columns } from "../table/columns.ts";
import type { Problem } from "../table/problem.ts";
import { problemAt, type TabView } from "../table/tab-view.ts";
import type { TableRow } from "../table/table.ts";
import { type Moment, parseMoment } from "../value/moment.ts";
import { type Entry, type EntryKind, entryKinds, type KnownBy } from "./entry.ts";

const KEYS = [
  ...(["at", "board", "record", "entry", "from", "to", "n"] as const),
  ...(["who", "known_by", "name", "note", "data", "id", "check"] as const),
];

/** Where the rows of a history have what. */
export interface LogReader extends Pick<TabView, "tab" | "columns"> {
  /** Column key → column, from 0; before the first where there is none. */
  readonly places: Readonly<Record<(typeof KEYS)[number], number>>;
}

/**
 * What reading the rows of a history takes.
 *
 * @example
 * logReader("Activity", { at: new Map([["n", 6]]), missing: [], unmarked: [], problems: [] }).places.n //=> 6
 */
export function logReader(tab: string, columns: Columns): LogReader {
  const places = Object.fromEntries(KEYS.map((key) => [key, columns.at.get(key) ?? -1]));
  return { tab, columns, places: places as LogReader["places"] };
}

const KINDS: ReadonlySet<string> = new Set(entryKinds);
const KNOWN_BY: ReadonlySet<string> = new Set(["sidebar", "event", "sweep", "import", "rule", "command"]);

/**
 * The entry of a row; a problem at the cell that makes it none.
 *
 * @example
 * const reader = logReader("Activity", { at: new Map([["entry", 0]]), missing: [], unmarked: [], problems: [] });
 * entryFromRow(reader, { at: 2, cells: ["made"] }).message
 * //=> '"made" is no kind of history entry; this row is left out'
 */
export function entryFromRow(reader: LogReader, { at: row, cells }: TableRow): Entry | Problem {
  const { places } = reader;
  const wrong = (key: string, message: string) => problemAt(reader, { row, key }, message);
  const kind = textOf(cells[places.entry]);
  if (!KINDS.has(kind)) return wrong("entry", `"${kind}" is no kind of history entry; this row is left out`);
  const at = momentOf(textOf(cells[places.at]));
  if (at === undefined)
    return wrong("at", `"${textOf(cells[places.at])}" is not a time of the history; this row is left out`);
  const n = cells[places.n];
  if (typeof n !== "number" || !Number.isInteger(n))
    return wrong("n", `"${textOf(n)}" is not a count; this row is left out`);
  const data = dataOf(cells[places.data]);
  if (data === undefined) return wrong("data", "this cell of the history was changed; the row is left out");
  const knownBy = textOf(cells[places.known_by]);
  const from = textOf(cells[places.from]);
  const to = textOf(cells[places.to]);
  return {
    at,
    board: textOf(cells[places.board]),
    record: textOf(cells[places.record]),
    kind: kind as EntryKind,
    ...(from === "" ? {} : { from }),
    ...(to === "" ? {} : { to }),
    n,
    who: rawText(cells[places.who]),
    knownBy: (KNOWN_BY.has(knownBy) ? knownBy : "sweep") as KnownBy,
    name: rawText(cells[places.name]),
    note: rawText(cells[places.note]),
    data,
    id: textOf(cells[places.id]),
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
function rawText(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : textOf(cell);
}

const NO_DATA: Entry["data"] = {};

function dataOf(cell: Cell | undefined): Entry["data"] | undefined {
  if (cell === undefined || cell === null || cell === "") return NO_DATA;
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
