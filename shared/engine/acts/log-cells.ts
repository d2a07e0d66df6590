// The Log cells of a record while something is picked from outside the grid: the act is reconciled as if its word stood
// there, but it is not put there for a moment, since somebody may have begun to write in Log note.

import type { Change } from "../../table/change.ts";

/** Columns in which people pick what happened, and say more of it. */
const LOG_CELLS: readonly string[] = ["log", "log_note"];

/**
 * The changes that leave the Log cells of the record as they are.
 *
 * @example
 * leavingLogCells({ tab: "Deals", id: "r1" }, [{ kind: "setField", tab: "Deals", record: "r1", field: "log", value: null }]) //=> []
 */
export function leavingLogCells(
  { tab, id }: { readonly tab: string; readonly id: string },
  changes: readonly Change[],
): readonly Change[] {
  return changes.filter(
    (change) =>
      change.kind !== "setField" ||
      change.tab !== tab ||
      change.record !== id ||
      !LOG_CELLS.includes(change.field),
  );
}
