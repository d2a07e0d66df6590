// The filter of a tab as a person turns it on and off, and picks in it. People pick what stays in sight; the grid keeps
// what does not.

import { GridError } from "../../grid/grid-error.ts";
import type { PersonAct } from "../../grid/people/person-act.ts";
import { type Spreadsheet, tabById, usedSize } from "../../grid/spreadsheet.ts";
import { textsBelow } from "../shown/shown-marks.ts";

/** @throws {GridError} where the tab holds nothing to filter */
export function toggledFilter(state: Spreadsheet, id: number): PersonAct {
  const tab = tabById(state, id);
  if (tab.filter !== undefined) return { do: "clearFilter", tab: id };
  const { rows, columns } = usedSize(tab);
  if (rows < 2) throw new GridError("There are no rows to filter in this tab.");
  return { do: "setFilter", range: { tab: id, row: 1, column: 1, rows, columns } };
}

/** @throws {GridError} where the tab has no filter */
export function changedFilter(
  state: Spreadsheet,
  pick: { readonly tab: number; readonly column: number; readonly shown: readonly string[] | null },
): PersonAct {
  const tab = tabById(state, pick.tab);
  const { filter } = tab;
  if (filter === undefined) throw new GridError("This tab has no filter any more.");
  const { [pick.column]: _, ...others } = filter.hidden;
  if (pick.shown === null) return { do: "setFilter", range: filter.range, hidden: others };
  const stay = new Set(pick.shown);
  const gone = textsBelow(state, tab, { filter, column: pick.column }).filter((text) => !stay.has(text));
  return { do: "setFilter", range: filter.range, hidden: { ...others, [pick.column]: gone } };
}
