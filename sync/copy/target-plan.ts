// Which tab of a copy becomes which sheet of an empty spreadsheet. Its one sheet is used up: the tab of the same id takes
// it over, or else the first one. The other tabs keep their ids, so that links within the book still lead somewhere. The
// tab that makes a book one of ours comes last, when all else is there.

import type { GridRange } from "../../local/grid/protocol.ts";
import type { Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";

export interface TargetPlan {
  readonly state: Spreadsheet;
  /** The id that the empty sheet has, and the tab that takes it over. */
  readonly used: { readonly id: number; readonly tab: Tab };
  readonly early: readonly Tab[];
  readonly late: readonly Tab[];
}

/** `isLate` says of a tab whether it comes last; one tab at least does not. */
export function targetPlan(
  state: Spreadsheet,
  emptyId: number,
  isLate: (tab: Tab) => boolean,
): TargetPlan | undefined {
  const late = state.tabs.filter(isLate);
  const early = state.tabs.filter((tab) => !late.includes(tab));
  const tab = early.find(({ id }) => id === emptyId) ?? early.find(({ isHidden }) => !isHidden) ?? early[0];
  return tab === undefined ? undefined : { state, used: { id: emptyId, tab }, early, late };
}

/** The id of the sheet that a tab becomes. A tab with the id of the empty sheet that another takes over gets the other's. */
export function sheetIdOf({ used }: TargetPlan, id: number): number {
  if (id === used.tab.id) return used.id;
  return id === used.id ? used.tab.id : id;
}

/** The range on the sheet that its tab becomes. */
export function targetRange(plan: TargetPlan, range: GridRange): GridRange {
  return { ...range, tab: sheetIdOf(plan, range.tab) };
}
