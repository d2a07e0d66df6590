// Where the columns of a board are, as the last whole look found them and the head keeps it. A few cells of a tab can
// be understood by it as long as the header is the same; it is not kept where a header of ours is blank or stands
// twice, since such a column could move and the header would not tell.

import * as z from "zod/mini";
import { movedHeader } from "../../board/moved-header.ts";
import { type Cell, textOf } from "../../table/cell.ts";
import { columnsOf } from "../../table/columns.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Table, TableRow } from "../../table/table.ts";
import { hashOf } from "../../value/hash.ts";
import type { Head } from "../head.ts";

const place = z.int().check(z.minimum(0));
const Kept = z.object({ header: z.string(), at: z.record(z.string(), place) });

export interface KnownColumns {
  /** Column key → column, from 0. */
  readonly at: Readonly<Record<string, number>>;
  /** How many columns have to be read to have all of them. */
  readonly width: number;
  /** Tells the header that belongs to it. */
  readonly header: string;
}

/**
 * Where the columns of a tab are, as the head keeps it; empty where their headers do not tell, and `undefined` where
 * they cannot be found.
 *
 * @example
 * columnsText(fixtures.dealsTable, boardLayout(fixtures.book, fixtures.book.boards[0])).startsWith('{"header":"') //=> true
 */
export function columnsText(table: Table | undefined, layout: TabLayout): string | undefined {
  if (table === undefined || table.key !== layout.key) return undefined;
  const { at, missing, unmarked, problems } = columnsOf(table, layout);
  if (missing.length + unmarked.length + problems.length > 0) return undefined;
  if (movedHeader(table, layout, at) !== undefined) return "";
  const places = Object.fromEntries(at);
  const headers = table.header.slice(0, widthOf(places)).map(textOf);
  const ours = [...at.values()].map((column) => headers[column] ?? "");
  const isTold = ours.every(
    (header) => header !== "" && headers.filter((each) => each === header).length === 1,
  );
  return isTold ? JSON.stringify({ header: headerMark(table.header, widthOf(places)), at: places }) : "";
}

/**
 * Where the columns of a board are; `undefined` where the head does not say.
 *
 * @example
 * knownColumns(readHead([]), "deals") //=> undefined
 */
export function knownColumns(head: Head, board: string): KnownColumns | undefined {
  const text = head.columns[board] ?? "";
  const kept = text === "" ? undefined : Kept.safeParse(jsonOf(text)).data;
  if (kept === undefined) return undefined;
  return { ...kept, width: widthOf(kept.at) };
}

/**
 * Whether a header is the one that the columns were found under.
 *
 * @example
 * stillHolds({ at: {}, width: 1, header: "" }, ["Stage"]) //=> false
 */
export function stillHolds(known: KnownColumns, header: readonly Cell[]): boolean {
  return known.header === headerMark(header, known.width);
}

/**
 * Whether two maps of columns say the same.
 *
 * @example
 * isSameMap({ stage: 0 }, { stage: 1 }) //=> false
 */
export function isSameMap(
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/**
 * The tab of a board with some of its rows, for a quick look; `undefined` where its header changed since.
 *
 * @example
 * quickTable(readHead([]), { tab: "Deals", board: "deals" }, { header: [], rows: [] }) //=> undefined
 */
export function quickTable(
  head: Head,
  place: { readonly tab: string; readonly board: string },
  cells: {
    readonly header: readonly Cell[];
    readonly rows: readonly TableRow[];
    readonly merges?: readonly string[];
  },
): Table | undefined {
  const known = knownColumns(head, place.board);
  if (known === undefined || !stillHolds(known, cells.header)) return undefined;
  return { merges: [], ...cells, tab: place.tab, key: `board_${place.board}`, marks: known.at };
}

// Of the columns up to our last one: hosts read as far as that, or further.
function headerMark(header: readonly Cell[], width: number): string {
  const texts = header.slice(0, width).map(textOf);
  while (texts[texts.length - 1] === "") texts.pop();
  return hashOf("h", texts);
}

function widthOf(at: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(at), 0) + 1;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // somebody wrote in the tab: the next whole look finds the columns anew
  }
}
