// The shape of a spreadsheet as it was before an act: inserted lines taken out, deleted ones put back empty, moved ones
// moved back, a new tab gone, a deleted one there again. What the cells held is another matter (restored-state.ts).

import { shifted } from "../moved-lines.ts";
import type { Shift } from "../shift.ts";
import { lineAfter } from "../shift.ts";
import type { Spreadsheet, Tab } from "../spreadsheet.ts";
import { withoutTab, withTabHidden, withTabName } from "../tabs.ts";
import type { PersonAct } from "./person-act.ts";

/** An act, and the states between which it stands. */
export interface Step {
  readonly what: PersonAct;
  readonly before: Spreadsheet;
  readonly after: Spreadsheet;
}

/** `undefined` where a tab that is to come back is there. Call it with a step whose lines stand as those of the state. */
export function withoutShape(state: Spreadsheet, step: Step): Spreadsheet | undefined {
  const { what, before, after } = step;
  switch (what.do) {
    case "insertLines": {
      const at = what.side === "before" ? what.at : what.at + 1;
      return shifted(state, { tab: what.tab, axis: what.axis, kind: "delete", at, count: what.count });
    }
    case "deleteLines":
      return shifted(state, {
        tab: what.tab,
        axis: what.axis,
        kind: "insert",
        before: what.at,
        count: what.count,
      });
    case "moveLines":
      return shifted(state, opposite(what));
    case "newTab":
    case "copyTab":
      return after.tabs.reduce(
        (rest, tab) => (tabIn(before, tab.id) === undefined ? withoutTab(rest, tab.id) : rest),
        state,
      );
    case "deleteTab":
      return withTabBack(state, before, what.tab);
    case "renameTab":
      return withTabName(state, what.tab, tabIn(before, what.tab)?.name ?? what.name);
    case "hideTab":
      return withTabHidden(state, what.tab, "shown");
    case "showTab":
      return withTabHidden(state, what.tab, "hidden");
    default:
      return withSizes(state, step);
  }
}

function opposite({ tab, axis, at, count, to }: Extract<PersonAct, { do: "moveLines" }>): Shift {
  const landed = lineAfter({ tab, axis, kind: "move", at, count, to }, at) ?? at;
  return { tab, axis, kind: "move", at: landed, count, to: landed < at ? at + count : at };
}

// A paste that made room for itself gives it back.
function withSizes(state: Spreadsheet, { before, after }: Step): Spreadsheet {
  return after.tabs.reduce((rest, tab) => {
    const was = tabIn(before, tab.id);
    if (was === undefined) return rest;
    const narrowed = withoutEnd(rest, {
      tab: tab.id,
      axis: "columns",
      size: was.maxColumns,
      of: tab.maxColumns,
    });
    return withoutEnd(narrowed, { tab: tab.id, axis: "rows", size: was.maxRows, of: tab.maxRows });
  }, state);
}

function withoutEnd(
  state: Spreadsheet,
  {
    tab,
    axis,
    size,
    of,
  }: { readonly tab: number; readonly axis: Shift["axis"]; readonly size: number; readonly of: number },
): Spreadsheet {
  return of <= size ? state : shifted(state, { tab, axis, kind: "delete", at: size + 1, count: of - size });
}

function withTabBack(state: Spreadsheet, before: Spreadsheet, id: number): Spreadsheet | undefined {
  const tab = tabIn(before, id);
  if (tab === undefined || tabIn(state, id) !== undefined) return undefined;
  const tabs = state.tabs.slice();
  tabs.splice(before.tabs.indexOf(tab), 0, tab);
  return { ...state, tabs };
}

function tabIn(state: Spreadsheet, id: number): Tab | undefined {
  return state.tabs.find((tab) => tab.id === id);
}
