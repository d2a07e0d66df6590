// Entries on their way into a book: rows of the Activity tab, and the head that counts them. They go together,
// always: a row that the head does not know would look like tampering.

import { checkOf } from "../log/check.ts";
import type { Entry } from "../log/entry.ts";
import { entryCells, logTab } from "../log/log-tab.ts";
import { applyChanges } from "../table/apply-changes.ts";
import type { Change } from "../table/change.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { grownHead } from "./counted-history.ts";
import { headChanges, openChanges, readHead } from "./head.ts";

/**
 * The changes that append entries to the history, for what is done outside of a run. The rows of their records do not
 * show them yet, so the head stays open: the run that has to follow closes it.
 *
 * @example
 * historyChanges([], []) //=> []
 */
export function historyChanges(tables: Tables, entries: readonly Entry[]): readonly Change[] {
  if (entries.length === 0) return [];
  const opened = openChanges(tables);
  const open = applyChanges(tables, opened);
  const head = grownHead(readHead(open), entries.map(checkOf));
  return [...opened, ...appendedHistory(tables, entries), ...headChanges(open, head)];
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
