// The cells in which a text finder finds its text, row by row: it looks at what is on the screen, not at formulas.
// [developers.google.com/apps-script/reference/spreadsheet/text-finder]

import { presentRange } from "../limits.ts";
import type { GridRange, ScriptRead } from "../protocol.ts";
import { shownText } from "../shown-value.ts";
import { type Spreadsheet, tabById } from "../spreadsheet.ts";

/** @throws {GridError} where the range reaches beyond its tab */
export function foundCells(
  state: Spreadsheet,
  { range: addressed, text, matchesEntireCell, matchesCase }: Extract<ScriptRead, { ask: "find" }>,
): readonly GridRange[] {
  const tab = tabById(state, addressed.tab);
  const range = presentRange(tab, addressed);
  const wanted = matchesCase ? text : text.toLowerCase();
  const found: GridRange[] = [];
  const last = Math.min(range.row + range.rows - 1, tab.rows.length);
  for (let row = range.row; row <= last; row++) {
    const cells = tab.rows[row - 1]?.cells ?? [];
    for (let column = range.column; column < range.column + range.columns; column++) {
      const shown = shownText(cells[column - 1], state.locale);
      const seen = matchesCase ? shown : shown.toLowerCase();
      const isFound = matchesEntireCell ? seen === wanted : wanted !== "" && seen.includes(wanted);
      if (isFound) found.push({ tab: tab.id, row, column, rows: 1, columns: 1 });
    }
  }
  return found;
}
