// Rows and columns inserted, deleted and dragged elsewhere by a person. An insert or a delete is a change and no edit;
// moved rows that hold something are both, moved empty ones a change only (measured by others, not documented). What
// such a change calls itself where lines moved is unverified.

import { withInserted } from "../inserted-lines.ts";
import { shifted } from "../moved-lines.ts";
import type { GridRange } from "../protocol.ts";
import { lineAfter, type Shift } from "../shift.ts";
import { heldIn, type Spreadsheet, type Tab, tabById } from "../spreadsheet.ts";
import { changeEvent, editEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";

type Act<Kind extends PersonAct["do"]> = Extract<PersonAct, { do: Kind }>;

export function insertedLines(state: Spreadsheet, what: Act<"insertLines">): ActOutcome {
  const { tab, axis, at, count, side } = what;
  const [before, like] =
    side === "before" ? ([at, "line after"] as const) : ([at + 1, "line before"] as const);
  return {
    state: withInserted(state, { tab, axis, before, count, like }),
    events: changeEvent(axis === "rows" ? "INSERT_ROW" : "INSERT_COLUMN"),
  };
}

export function deletedLines(state: Spreadsheet, { tab, axis, at, count }: Act<"deleteLines">): ActOutcome {
  return {
    state: shifted(state, { tab, axis, kind: "delete", at, count }),
    events: changeEvent(axis === "rows" ? "REMOVE_ROW" : "REMOVE_COLUMN"),
  };
}

export function movedLines(state: Spreadsheet, { tab, axis, at, count, to }: Act<"moveLines">): ActOutcome {
  const shift: Shift = { tab, axis, kind: "move", at, count, to };
  const after = shifted(state, shift);
  const moved = linesRange(tabById(after, tab), axis, { at: lineAfter(shift, at) ?? at, count });
  return {
    state: after,
    events: isEmpty(tabById(after, tab), moved) ? changeEvent("OTHER") : editEvents(moved),
  };
}

function linesRange(
  tab: Tab,
  axis: Shift["axis"],
  { at, count }: { readonly at: number; readonly count: number },
): GridRange {
  return axis === "rows"
    ? { tab: tab.id, row: at, column: 1, rows: count, columns: tab.maxColumns }
    : { tab: tab.id, row: 1, column: at, rows: tab.maxRows, columns: count };
}

function isEmpty(tab: Tab, range: GridRange): boolean {
  return tab.rows
    .slice(range.row - 1, range.row - 1 + range.rows)
    .every((row) =>
      (row?.cells.slice(range.column - 1, range.column - 1 + range.columns) ?? []).every(
        (cell) => heldIn(cell) === null,
      ),
    );
}
