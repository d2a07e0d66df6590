// Pasting and filling. Cells that are pasted whole bring their rules along, over those of the place; texts from another
// program leave the rules where they are, and no rule stops either. The events tell no values.

import { blockOf, withBlock } from "../cell-block.ts";
import { typedCell, withTyped } from "../entered-cell.ts";
import { checkInside } from "../limits.ts";
import type { GridRange } from "../protocol.ts";
import { heldIn, type Spreadsheet, tabById, withTab } from "../spreadsheet.ts";
import { withCopy, withRoomFor } from "./copied-cells.ts";
import { editEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";

type Act<Kind extends PersonAct["do"]> = Extract<PersonAct, { do: Kind }>;

export function pasted(state: Spreadsheet, { at, texts }: Act<"paste">): ActOutcome {
  const columns = Math.max(0, ...texts.map((row) => row.length));
  const range = { ...at, rows: texts.length, columns };
  if (texts.length === 0 || columns === 0) return { state, events: [] };
  const roomy = withRoomFor(state, range);
  const after = withBlock(tabById(roomy, at.tab), range, (cell, row, column) =>
    typedCell(cell, texts[row - at.row]?.[column - at.column] ?? "", state),
  );
  return { state: withTab(roomy, after), events: editEvents(range) };
}

export function copiedAndPasted(state: Spreadsheet, { from, to, what }: Act<"copyPaste">): ActOutcome {
  checkInside(tabById(state, from.tab), from);
  const filled = { ...to, rows: Math.max(to.rows, from.rows), columns: Math.max(to.columns, from.columns) };
  const events = editEvents(filled);
  if (what !== "values") return { state: withCopy(state, from, filled), events };
  return { state: withValuesOf(state, from, filled), events };
}

export function filledDown(state: Spreadsheet, range: GridRange): ActOutcome {
  checkInside(tabById(state, range.tab), range);
  if (range.rows < 2) return { state, events: [] };
  const to = { ...range, row: range.row + 1, rows: range.rows - 1 };
  return { state: withCopy(state, { ...range, rows: 1 }, to), events: editEvents(to) };
}

function withValuesOf(state: Spreadsheet, from: GridRange, to: GridRange): Spreadsheet {
  const source = blockOf(tabById(state, from.tab), from);
  const roomy = withRoomFor(state, to);
  const after = withBlock(tabById(roomy, to.tab), to, (cell, row, column) =>
    withTyped(cell, {
      value: heldIn(source[(row - to.row) % from.rows]?.[(column - to.column) % from.columns]),
    }),
  );
  return withTab(roomy, after);
}
