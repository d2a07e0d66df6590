// The time zone of a book is that of its spreadsheet, which its owner changes in the file's settings. What Pipelines says
// of it is for books that are files, and follows.

import { pipelinesTab } from "../../shared/definition/setup/pipelines-tab.ts";
import { textOf } from "../../shared/table/cell.ts";
import type { Change } from "../../shared/table/change.ts";
import { tableOf, viewOf } from "../../shared/table/tab-view.ts";
import type { OpenBook } from "../book/open-book.ts";

/** The changes that let Pipelines say the zone of the spreadsheet. */
export function followedZone({ tables, zone }: Pick<OpenBook, "tables" | "zone">): readonly Change[] {
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined) return [];
  return viewOf(table, pipelinesTab).rows.flatMap(({ cells }): readonly Change[] => {
    const [said, record] = [textOf(cells["zone"]), textOf(cells["id"])];
    if (said === "" || said === zone.name || record === "") return [];
    return [{ kind: "setField", tab: table.tab, record, field: "zone", value: zone.name }];
  });
}
