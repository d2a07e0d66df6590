// The time zone of a book is that of its spreadsheet, which its owner changes in the file's settings. What Pipelines says
// of it is for books that are files, and follows.

import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

/**
 * The changes that let Pipelines say the zone of the spreadsheet.
 *
 * @example
 * followedZone(fixtures.bookTables, "UTC") //=> []
 * followedZone(fixtures.bookTables, "Asia/Tokyo").map((change) => change.value) //=> ["Asia/Tokyo"]
 */
export function followedZone(tables: Tables, zone: string): readonly Change[] {
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined) return [];
  return viewOf(table, pipelinesTab).rows.flatMap(({ cells }): readonly Change[] => {
    const [said, record] = [textOf(cells["zone"]), textOf(cells["id"])];
    if (said === "" || said === zone || record === "") return [];
    return [{ kind: "setField", tab: table.tab, record, field: "zone", value: zone }];
  });
}
