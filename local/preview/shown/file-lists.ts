// The dropdowns of books that the command made: their values stand in cells, so many of them as another cell says, and the
// formula of the rule names both (book/dropdown-formula.ts). Dropdowns that another cell of the row decides on are none of
// these, and are shown without a list.

import { referencedRange } from "../../grid/book/file-ranges.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { shownText } from "../../grid/shown-value.ts";
import { cellAt, heldIn, type Spreadsheet, tabById } from "../../grid/spreadsheet.ts";

const COUNTED = /^OFFSET\(([^,()]+),0,0,MAX\(1,([^,()]+)\),1\)$/;

/** The cells whose texts are offered; `undefined` where the formula is of another kind. */
export function offeredRange({ tabs }: Spreadsheet, formula: string): GridRange | undefined {
  const text = formula.replace(/^=/, "");
  const counted = COUNTED.exec(text);
  if (counted === null) return referencedRange(tabs, text);
  const [first, count] = [referencedRange(tabs, counted[1] ?? ""), referencedRange(tabs, counted[2] ?? "")];
  const counting = tabs.find(({ id }) => id === count?.tab);
  if (first === undefined || count === undefined || counting === undefined) return undefined;
  const rows = heldIn(cellAt(counting, count.row, count.column));
  return { ...first, rows: Math.max(1, typeof rows === "number" ? rows : 1) };
}

export function textsOffered(state: Spreadsheet, range: GridRange): readonly string[] {
  const tab = tabById(state, range.tab);
  const cells = Array.from({ length: range.rows }, (_, down) => cellAt(tab, range.row + down, range.column));
  return cells.map((cell) => shownText(cell, state.locale)).filter((text) => text !== "");
}
