// Whether a book is one of ours. People have tabs that are called as ours are ("Team", "Pipelines"): by their name
// alone they are none of ours, and nothing must be read from them or written into them.

import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { stateTab } from "./head.ts";

/**
 * Whether Stageline ever made a tab of the book: one bears its mark, or is the one that only it has.
 *
 * @example
 * isOwnBook([fixtures.crmTable]) //=> false
 * isOwnBook(fixtures.bookTables) //=> true
 */
export function isOwnBook(tables: Tables): boolean {
  return tables.some(({ key }) => key !== undefined) || tableOf(tables, stateTab) !== undefined;
}
