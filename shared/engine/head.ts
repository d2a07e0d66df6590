// The head of the book, in the hidden tab _state: which definition is in force, and how many rows the history has
// with the sum of their checks. It grows by what the engine itself appends: a history that was altered by other
// hands keeps disagreeing with it, until somebody accepts it. Only what a run appended before it was cut short,
// and could not count any more, is taken as its own.

import { checkFits, EMPTY_SUM, sumOfChecks } from "../log/check.ts";
import type { LogReading } from "../log/log-tab.ts";
import { textOf } from "../table/cell.ts";
import type { RowCells, TabLayout } from "../table/layout.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf, viewOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";

/** The layout of the hidden tab that holds the head. */
export const stateTab: TabLayout = {
  key: "_state",
  tab: "_state",
  hidden: true,
  tabColour: "#9aa0a6",
  columns: [
    { key: "id", header: "Key", widthCharacters: 16, format: "text" },
    { key: "value", header: "Value", widthCharacters: 40, format: "text" },
  ],
  preparedRows: 0,
};

export interface Head {
  /** Hash of the definition in force; empty in a book that was never run. */
  readonly definition: string;
  /** Rows of the history. */
  readonly entries: number;
  /** Order-free sum of their checks. */
  readonly sum: string;
}

/** The head of a book without history. */
export const EMPTY_HEAD: Head = { definition: "", entries: 0, sum: EMPTY_SUM };

/**
 * The head that the book holds; that of an empty history where it holds none.
 *
 * @example
 * readHead([]).entries //=> 0
 */
export function readHead(tables: Tables): Head {
  const table = tableOf(tables, stateTab);
  if (table === undefined) return EMPTY_HEAD;
  const values = new Map(
    viewOf(table, stateTab).rows.map(({ cells }) => [textOf(cells["id"]), textOf(cells["value"])]),
  );
  return {
    definition: values.get("definition") ?? "",
    entries: Number(values.get("entries") ?? 0),
    sum: values.get("sum") ?? EMPTY_SUM,
  };
}

/**
 * The rows of a head.
 *
 * @example
 * headRows(readHead([])).map((row) => row.id) //=> ["definition", "entries", "sum"]
 */
export function headRows(head: Head): readonly RowCells[] {
  return Object.entries(head).map(([id, value]) => ({ id, value: String(value) }));
}

/**
 * The head after entries with these checks were appended.
 *
 * @example
 * grownHead(EMPTY_HEAD, ["cabcdefgh1"]).entries //=> 1
 */
export function grownHead(head: Head, checks: readonly string[]): Head {
  return { ...head, entries: head.entries + checks.length, sum: sumOfChecks(checks, head.sum) };
}

/**
 * The head as it would be if the last run had come to its end: rows behind those that it counts are that run's,
 * where each fits its check and is no copy of another. Any other difference is left for `historyProblem` to tell.
 *
 * @example
 * completedHead(EMPTY_HEAD, { entries: [fixtures.entry], checks: [checkOf(fixtures.entry)] }).entries //=> 1
 */
export function completedHead(head: Head, log: Pick<LogReading, "entries" | "checks">): Head {
  const { entries, checks } = log;
  if (checks.length <= head.entries || sumOfChecks(checks.slice(0, head.entries)) !== head.sum) return head;
  const known = new Set(entries.slice(0, head.entries).map((entry) => entry.id));
  const isOurs = entries
    .slice(head.entries)
    .every((entry, index) => !known.has(entry.id) && checkFits(entry, checks[head.entries + index] ?? ""));
  return isOurs ? grownHead(head, checks.slice(head.entries)) : head;
}

/**
 * What does not agree between the head and the rows of the history; `undefined` where all does.
 *
 * @example
 * historyProblem(EMPTY_HEAD, ["cabcdefgh1"]).message
 * //=> "the history has 1 row more than Stageline wrote; undo the change, or accept it with --accept"
 */
export function historyProblem(head: Head, checks: readonly string[]): Problem | undefined {
  const difference = checks.length - head.entries;
  if (difference === 0 && sumOfChecks(checks) === head.sum) return undefined;
  const rows = Math.abs(difference) === 1 ? "row" : "rows";
  const what =
    difference === 0
      ? "a row of the history was changed"
      : `the history has ${Math.abs(difference)} ${rows} ${difference > 0 ? "more" : "fewer"} than Stageline wrote`;
  return { tab: "Activity", message: `${what}; undo the change, or accept it with --accept` };
}
