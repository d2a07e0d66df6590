// The filter of a tab: the range that it is over and the texts whose rows it takes out of sight. No act here looks at
// what is hidden: a copy, a paste or a sort meets every row of its range, where Google leaves some of them out. That a
// filter is a change of type "OTHER" is unverified.

import { GridError } from "../grid-error.ts";
import { checkInside } from "../limits.ts";
import { type Spreadsheet, tabById, withTab } from "../spreadsheet.ts";
import { changeEvent } from "./edit-events.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";

/** @throws {GridError} where the tab has a filter over other cells */
export function filtered(
  state: Spreadsheet,
  { range, hidden }: Extract<PersonAct, { do: "setFilter" }>,
): ActOutcome {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  const isOther = tab.filter !== undefined && JSON.stringify(tab.filter.range) !== JSON.stringify(range);
  if (isOther) throw new GridError("You can't create a filter in a sheet that already has a filter.");
  return {
    state: withTab(state, { ...tab, filter: { range, hidden: hidden ?? {} } }),
    events: changeEvent("OTHER"),
  };
}

export function clearedFilter(state: Spreadsheet, id: number): ActOutcome {
  const { filter, ...tab } = tabById(state, id);
  if (filter === undefined) return { state, events: [] };
  return { state: withTab(state, tab), events: changeEvent("OTHER") };
}
