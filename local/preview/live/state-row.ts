// Rows of the hidden tab _state that the preview needs before the add-on runs: which book this is, its time zone, and who
// looks after it.

import { stateTab } from "../../../shared/engine/head.ts";
import { withBlock } from "../../grid/cell-block.ts";
import { heldIn, lastUsedRow, type Spreadsheet, type Tab, withTab } from "../../grid/spreadsheet.ts";

/** What stands beside that name; `undefined` where nothing does. */
export function stateRow(state: Spreadsheet, name: string): string | undefined {
  const tab = tabOf(state);
  const row = tab?.rows.find((each) => heldIn(each?.cells[0]) === name);
  const value = heldIn(row?.cells[1]);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The book with that beside the name; as it is where it has no such tab. */
export function withStateRow(state: Spreadsheet, name: string, value: string): Spreadsheet {
  const tab = tabOf(state);
  if (tab === undefined) return state;
  const found = tab.rows.findIndex((row) => heldIn(row?.cells[0]) === name);
  const row = found < 0 ? lastUsedRow(tab) + 1 : found + 1;
  const range = { tab: tab.id, row, column: 1, rows: 1, columns: 2 };
  const texts = [name, value];
  return withTab(
    state,
    withBlock(tab, range, (cell, _, column) => ({ ...cell, value: texts[column - 1] ?? null })),
  );
}

function tabOf({ tabs }: Spreadsheet): Tab | undefined {
  return tabs.find(({ name }) => name === stateTab.tab);
}
