// What a host would tell a quick look of an edit: which rows differ from those that were there before, how far the
// edit reached, and the few cells that it would read.

import { readHead } from "../../../../shared/engine/head.ts";
import { quickTable } from "../../../../shared/engine/quick/known-columns.ts";
import type { KnownIds, Look } from "../../../../shared/engine/quick/look.ts";
import { type Cell, textOf } from "../../../../shared/table/cell.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";

/** Which IDs a host asks for; as needed, those of the board only where a touched row has none. */
export type Asked = KnownIds["of"] | "as needed";

/** What an edit touched on a board; nothing where no cell differs. */
export interface Touch {
  readonly rows: readonly number[];
  readonly columns: Look["columns"];
}

/** The cells of a tab that are not what they were. */
export function touchOf(before: Table, after: Table): Touch | undefined {
  const numbers = new Set([...before.rows, ...after.rows].map(({ at }) => at));
  const rows: number[] = [];
  const columns = new Set<number>();
  for (const at of [...numbers].sort((left, right) => left - right)) {
    const [was, is] = [cellsAt(before, at), cellsAt(after, at)];
    const width = Math.max(was.length, is.length);
    const changed = Array.from({ length: width }, (_, index) => index).filter(
      (index) => cellText(was[index]) !== cellText(is[index]),
    );
    if (changed.length > 0) rows.push(at);
    for (const index of changed) columns.add(index);
  }
  if (rows.length === 0) return undefined;
  return { rows, columns: { first: Math.min(...columns), last: Math.max(...columns) } };
}

/** The look at these rows of a board; `ids` says how a host comes to know who else has their IDs. */
export function lookAt(
  tables: Tables,
  place: { readonly tab: string; readonly board: string },
  touch: Touch & { readonly ids: Asked },
): Look | undefined {
  const head = readHead(tables);
  const table = tables.find(({ tab }) => tab === place.tab);
  const state = tables.find(({ tab }) => tab === "_state");
  if (table === undefined || state === undefined) throw new Error(`there is no tab "${place.tab}"`);
  const rows = table.rows.filter(({ at }) => touch.rows.includes(at));
  const board = quickTable(head, place, { header: table.header, rows, merges: table.merges });
  if (board === undefined) return undefined;
  const column = table.marks["id"] ?? -1;
  const ids = table.rows.map(({ cells }) => textOf(cells[column]));
  const touched = rows.map(({ cells }) => textOf(cells[column])).filter((id) => id !== "");
  const counts = new Map(touched.map((id) => [id, ids.filter((each) => each === id).length]));
  const isCounted =
    touch.ids === "touched" || (touch.ids === "as needed" && touched.length === touch.rows.length);
  return {
    tables: [state, definitionRows(tables, head.definitionRows), board],
    tab: place.tab,
    rows: touch.rows,
    columns: touch.columns,
    ids: isCounted ? { of: "touched", counts } : { of: "board", ids },
    historyRows: tables.find(({ tab }) => tab === "Activity")?.rows.length ?? 0,
  };
}

/** Tables as they show: a cell that is not there is an empty one, and a row without a value is none. */
export function shown(tables: Tables): unknown {
  return tables.map(({ tab, key, header, rows, marks }) => {
    const kept = rows.map(({ at, cells }) => [at, trimmed(cells)] as const);
    return { tab, key, header, marks, rows: kept.filter(([, cells]) => cells.length > 0) };
  });
}

function definitionRows(tables: Tables, text: string): Table {
  const table = tables.find(({ tab }) => tab === "_definition");
  if (table === undefined) throw new Error("the book keeps no definition");
  const [first = 0, last = 0] = text.split("-").map(Number);
  return { ...table, rows: table.rows.filter(({ at }) => at >= first && at <= last) };
}

function cellsAt({ rows }: Table, at: number): readonly Cell[] {
  return rows.find((row) => row.at === at)?.cells ?? [];
}

function trimmed(cells: readonly Cell[]): readonly string[] {
  const texts = cells.map(cellText);
  while (texts[texts.length - 1] === "null") texts.pop();
  return texts;
}

function cellText(cell: Cell | undefined): string {
  return JSON.stringify(cell === "" || cell === undefined ? null : cell);
}
