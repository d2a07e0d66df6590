// What a reading of the set-up tabs asks to have written: ids of rows that lack one, and cells that follow what was
// edited elsewhere. Ids of what belongs to a pipeline are unique within it only, so that a row is met by its place,
// and refused where it is no longer the row that was read.

import { fingerprintIn } from "../../board/fingerprint.ts";
import type { SetupReading } from "../../definition/setup/read-setup.ts";
import type { Change } from "../../table/change.ts";
import type { TabLayout } from "../../table/layout.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";

/**
 * The changes to the set-up tabs, ids first.
 *
 * @example
 * setupChanges(fixtures.setupTables, { minted: [], following: [] }) //=> []
 */
export function setupChanges(
  tables: Tables,
  reading: Pick<SetupReading, "minted" | "following">,
): readonly Change[] {
  const ids = reading.minted.flatMap(({ layout, row, id }): readonly Change[] => {
    const place = placeOf(tables, layout, row.at);
    return place === undefined ? [] : [{ kind: "identify", ...place, id }];
  });
  const cells = reading.following.flatMap(({ layout, at, key, value }): readonly Change[] => {
    const place = placeOf(tables, layout, at);
    return place === undefined ? [] : [{ kind: "setCell", ...place, field: key, value }];
  });
  return [...ids, ...cells];
}

function placeOf(tables: Tables, layout: TabLayout, atRow: number) {
  const table = tableOf(tables, layout);
  if (table === undefined) return undefined;
  const [row] = viewOf({ ...table, rows: table.rows.filter(({ at }) => at === atRow) }, layout).rows;
  if (row === undefined) return undefined;
  return { tab: table.tab, atRow, expectFingerprint: fingerprintIn(layout, row.cells) };
}
