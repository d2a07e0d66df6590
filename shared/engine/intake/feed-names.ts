// Which tabs of people's a host has to read, because they feed boards.

import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { textOf } from "../../table/cell.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

/**
 * The names of tabs that the tab Pipelines says boards are fed by.
 *
 * @example
 * feedNames(fixtures.bookTables) //=> []
 */
export function feedNames(tables: Tables): readonly string[] {
  const table = tableOf(tables, pipelinesTab);
  const rows = table === undefined ? [] : viewOf(table, pipelinesTab).rows;
  return rows.map(({ cells }) => textOf(cells["fed_by"])).filter((name) => name !== "");
}
