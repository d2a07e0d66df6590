// What a book holds after a command, read for a test: rows by the headers that people see, and the history in short.

import { openBook } from "../local/book/book-file.ts";
import type { Entry } from "../shared/log/entry.ts";
import { readLog } from "../shared/log/log-tab.ts";
import { type Cell, columnLetters, textOf } from "../shared/table/cell.ts";

export interface SeenRow {
  readonly at: number;
  /** By header. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** The rows of a tab. */
export async function rowsOf(path: string, tab: string): Promise<readonly SeenRow[]> {
  const { header, rows } = await tableOf(path, tab);
  return rows.map(({ at, cells }) => ({
    at,
    cells: Object.fromEntries(header.map((title, index) => [textOf(title), cells[index] ?? null])),
  }));
}

/** The address of a cell, such as "C4": by the name of its record and the header of its column. */
export async function cellOf(
  path: string,
  tab: string,
  place: { name: string; header: string },
): Promise<string> {
  const rows = await rowsOf(path, tab);
  const row = rows.find(({ cells }) => textOf(cells["Name"]) === place.name);
  if (row === undefined) throw new Error(`no row is named "${place.name}"`);
  return `${await columnOf(path, tab, place.header)}${row.at}`;
}

/** The letters of the column with this header. */
export async function columnOf(path: string, tab: string, header: string): Promise<string> {
  const index = (await tableOf(path, tab)).header.findIndex((title) => textOf(title) === header);
  if (index < 0) throw new Error(`no column is headed "${header}"`);
  return columnLetters(index);
}

/** Every entry of the history, in the order of its tab. */
export async function entriesOf(path: string): Promise<readonly Entry[]> {
  return readLog((await openBook(path)).tables).entries;
}

/** The history in words, "Ada: moved lead > won", without that of the definition. */
export async function historyOf(path: string): Promise<readonly string[]> {
  const entries = (await entriesOf(path)).filter(({ kind }) => kind !== "definition-changed");
  return entries.map(({ name, kind, from, to }) => {
    const stages = [from, to].filter((stage) => stage !== undefined).join(" > ");
    return [`${name}: ${kind}`, stages].filter((part) => part !== "").join(" ");
  });
}

async function tableOf(path: string, tab: string) {
  const table = (await openBook(path)).tables.find((each) => each.tab === tab);
  if (table === undefined) throw new Error(`no tab "${tab}"`);
  return table;
}
