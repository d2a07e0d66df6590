// Typing into a cell, ticking a box, the delete key, and looks given to cells. What is typed is parsed and held against
// the rule of the cell; the delete key is never refused.

import { painter, withBlock, withoutContents } from "../cell-block.ts";
import { typedCell, withTyped } from "../entered-cell.ts";
import { GridError } from "../grid-error.ts";
import { checkInside } from "../limits.ts";
import type { GridRange, Paint } from "../protocol.ts";
import { cellAt, heldIn, type Spreadsheet, tabById, withTab } from "../spreadsheet.ts";
import { checkRule } from "../validation-rules.ts";
import { changeEvent, editEvents, typingEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct, Place } from "./person-act.ts";

/** @throws {GridError} where the rule of the cell refuses the value */
export function typed(
  state: Spreadsheet,
  { text, ...place }: Extract<PersonAct, { do: "type" }>,
): ActOutcome {
  const [tab, range] = [tabById(state, place.tab), cellRange(place)];
  checkInside(tab, range);
  const before = cellAt(tab, place.row, place.column);
  const after = typedCell(before, text, state);
  checkRule(state, after, place);
  return {
    state: withTab(
      state,
      withBlock(tab, range, () => after),
    ),
    events: typingEvents(range, before, after),
  };
}

/** @throws {GridError} where the cell has no box to tick */
export function ticked(state: Spreadsheet, place: Place): ActOutcome {
  const [tab, range] = [tabById(state, place.tab), cellRange(place)];
  checkInside(tab, range);
  const before = cellAt(tab, place.row, place.column);
  if (before?.validation?.criteria.kind !== "checkbox") throw new GridError("This cell has no checkbox.");
  const after = withTyped(before, { value: heldIn(before) !== true });
  return {
    state: withTab(
      state,
      withBlock(tab, range, () => after),
    ),
    events: typingEvents(range, before, after),
  };
}

export function cleared(state: Spreadsheet, range: GridRange): ActOutcome {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  const after = withTab(state, withBlock(tab, range, withoutContents));
  if (range.rows * range.columns > 1) return { state: after, events: editEvents(range) };
  return { state: after, events: typingEvents(range, cellAt(tab, range.row, range.column), undefined) };
}

export function painted(state: Spreadsheet, range: GridRange, paint: Paint): ActOutcome {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  return {
    state: withTab(state, withBlock(tab, range, painter(paint))),
    events: changeEvent("FORMAT"),
  };
}

function cellRange({ tab, row, column }: Place): GridRange {
  return { tab, row, column, rows: 1, columns: 1 };
}
