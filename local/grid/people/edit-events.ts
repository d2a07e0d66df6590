// The events of an edit as Google gives them. A single cell that was typed into carries its value and the one before;
// a paste, a fill, a sort or an edit of several cells carries none. Values come as texts, a day as its serial number:
// that they are texts even for numbers is unverified, so nothing should compare them.

import type { GridEvent, GridRange } from "../protocol.ts";
import { plainText } from "../shown-value.ts";
import { type GridCell, heldIn } from "../spreadsheet.ts";

/** The edit of some cells whose values nobody tells. */
export function editEvents(range: GridRange): readonly GridEvent[] {
  return [
    { kind: "edit", range },
    { kind: "change", changeType: "EDIT" },
  ];
}

/** The edit of one cell by typing, a tick or the delete key. */
export function typingEvents(
  range: GridRange,
  before: GridCell | undefined,
  after: GridCell | undefined,
): readonly GridEvent[] {
  const [value, oldValue] = [eventValue(after), eventValue(before)];
  const edit: GridEvent = {
    kind: "edit",
    range,
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
  return [edit, { kind: "change", changeType: "EDIT" }];
}

export function changeEvent(
  changeType: Extract<GridEvent, { kind: "change" }>["changeType"],
): readonly GridEvent[] {
  return [{ kind: "change", changeType }];
}

function eventValue(cell: GridCell | undefined): string | undefined {
  if (cell?.formula !== undefined) return cell.formula;
  const text = plainText(heldIn(cell));
  return text === "" ? undefined : text;
}
