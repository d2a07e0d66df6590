// Rows of the hidden tab _state that the preview needs before the add-on runs: which book this is, and its time zone.

import { stateTab } from "../../../shared/engine/head.ts";
import { heldIn, type Spreadsheet } from "../../grid/spreadsheet.ts";

/** What stands beside that name; `undefined` where nothing does. */
export function stateRow({ tabs }: Spreadsheet, name: string): string | undefined {
  const rows = tabs.find((tab) => tab.name === stateTab.tab)?.rows ?? [];
  const row = rows.find((each) => heldIn(each?.cells[0]) === name);
  const value = heldIn(row?.cells[1]);
  return typeof value === "string" && value !== "" ? value : undefined;
}
