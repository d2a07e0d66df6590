// The tab Outbox at a glance: it keeps every message that ever was, and a look needs the few that wait. So rows are
// picked by one cell each before any of them is read.

import { fingerprintIn } from "../../board/fingerprint.ts";
import { type Cell, nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { columnsOf } from "../../table/columns.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import { problemAt, tableOf, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { type OutboxRow, outboxRows } from "./outbox-row.ts";
import { type OutboxState, outboxTab } from "./outbox-tab.ts";

/**
 * The ids of all messages in the tab.
 *
 * @example
 * outboxIds([]).size //=> 0
 */
export function outboxIds(tables: Tables): ReadonlySet<string> {
  const table = tableOf(tables, outboxTab);
  const ids = new Set(table === undefined ? [] : cellsOf(table, "id"));
  ids.delete("");
  return ids;
}

/** A message with its place in the tab. */
export interface PlacedMessage {
  readonly row: OutboxRow;
  /** The row's number, from 1. */
  readonly at: number;
  /** What its cell for Send or Cancel says. */
  readonly said: string;
}

/**
 * The messages in these states, from the top of the tab; copies of rows are left out.
 *
 * @example
 * messagesIn([], ["waiting to send"]) //=> []
 */
export function messagesIn(tables: Tables, states: readonly OutboxState[]): readonly PlacedMessage[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  const wanted = new Set<string>(states);
  const kept = keptRows(table);
  const present = cellsOf(table, "state");
  const said = cellsOf(table, "decision");
  const places = [...kept.values()].filter((index) => wanted.has(nameKey(present[index] ?? "")));
  // Each of them has an id, so each is read as one message.
  const rows = outboxRows([{ ...table, rows: places.flatMap((index) => table.rows[index] ?? []) }]);
  return rows.map((row, place) => {
    const index = places[place] ?? 0;
    return { row, at: table.rows[index]?.at ?? 0, said: said[index] ?? "" };
  });
}

const SETTLED: ReadonlySet<string> = new Set(["sent", "cancelled"]);

/**
 * The messages of which something is still to be said: they did not go yet, or nobody noted that they did.
 *
 * @example
 * unsettledRows([]) //=> []
 */
export function unsettledRows(tables: Tables): readonly OutboxRow[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  const [states, claims] = [cellsOf(table, "state"), cellsOf(table, "claim")];
  const isSettled = (index: number) => claims[index] === "" && SETTLED.has(nameKey(states[index] ?? ""));
  return outboxRows([{ ...table, rows: table.rows.filter((_, index) => !isSettled(index)) }]);
}

/**
 * What is to be decided about messages that failed, or of which nobody knows whether they went, at their rows.
 *
 * @example
 * undecidedMessages([]) //=> []
 */
export function undecidedMessages(tables: Tables): readonly Problem[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  const view = viewOf({ ...table, rows: [] }, outboxTab);
  return messagesIn(tables, ["failed", "not known whether it was sent"]).map(({ row, at }) => {
    const what = `${quoted(row.subject)} to ${row.to.join(", ")}: ${row.state}; choose Send or Cancel`;
    return problemAt(view, { row: at, key: "decision" }, what);
  });
}

/**
 * What takes copied rows for what they are: nobody's message. Otherwise nobody could say which of them a change meets.
 *
 * @example
 * strayCopies([]) //=> []
 */
export function strayCopies(tables: Tables): readonly Change[] {
  const table = tableOf(tables, outboxTab);
  if (table === undefined) return [];
  const kept = keptRows(table);
  const ids = cellsOf(table, "id");
  const copies = table.rows.filter((_, index) => ids[index] !== "" && kept.get(ids[index] ?? "") !== index);
  return viewOf({ ...table, rows: copies }, outboxTab).rows.flatMap(({ at, cells }) => {
    const place = { tab: table.tab, atRow: at, expectFingerprint: fingerprintIn(outboxTab, cells) };
    const set = (field: string, value: Cell): Change => ({ kind: "setCell", ...place, field, value });
    return [set("state", "cancelled"), set("note", "a copy of another row"), set("id", null)];
  });
}

// Id → the place of its row. Of several, one that went on counts: the others are copies of what it was.
function keptRows(table: Table): ReadonlyMap<string, number> {
  const states = cellsOf(table, "state");
  const kept = new Map<string, number>();
  cellsOf(table, "id").forEach((id, index) => {
    const other = kept.get(id);
    const isFirst = other === undefined || (waits(states[other]) && !waits(states[index]));
    if (id !== "" && isFirst) kept.set(id, index);
  });
  return kept;
}

function waits(state = ""): boolean {
  return nameKey(state).startsWith("waiting");
}

function cellsOf(table: Table, key: string): readonly string[] {
  const column = columnsOf(table, outboxTab).at.get(key);
  return table.rows.map(({ cells }) => (column === undefined ? "" : textOf(cells[column])));
}
