// Entries on their way into a book: rows of the Activity tab, and the head that counts them. They go together,
// always: a row that the head does not know would look like tampering.

import { checkOf } from "../log/check.ts";
import type { Entry } from "../log/entry.ts";
import { entryCells, logTab } from "../log/log-tab.ts";
import type { Change } from "../table/change.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { grownHead, type Head, headRows, readHead, stateTab } from "./head.ts";

/**
 * The changes that append entries to the history. `head` is what they are counted onto: that of the book, unless
 * the run has a new one.
 *
 * @example
 * historyChanges([], [], readHead([])) //=> []
 */
export function historyChanges(
  tables: Tables,
  entries: readonly Entry[],
  head: Head = readHead(tables),
): readonly Change[] {
  const appended = appendedHistory(tables, entries);
  const grown = grownHead(head, entries.map(checkOf));
  const isSame = JSON.stringify(grown) === JSON.stringify(readHead(tables));
  const table = tableOf(tables, stateTab);
  if (isSame && (table !== undefined || entries.length === 0)) return appended;
  return [...appended, { kind: "replaceBody", tab: table?.tab ?? stateTab.tab, rows: headRows(grown) }];
}

/**
 * The rows of entries alone; their head has to follow in the same list of changes.
 *
 * @example
 * appendedHistory([], []) //=> []
 */
export function appendedHistory(tables: Tables, entries: readonly Entry[]): readonly Change[] {
  if (entries.length === 0) return [];
  return [{ kind: "append", tab: tableOf(tables, logTab)?.tab ?? logTab.tab, rows: entries.map(entryCells) }];
}
