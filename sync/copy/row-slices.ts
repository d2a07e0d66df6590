// In which pieces the rows of all tabs are asked for: several small tabs in one request, a large one in many, so that no
// answer is larger than what can be held beside the rest.

import type { Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { columnLetters } from "../../shared/table/cell.ts";

export interface Slice {
  readonly tab: Tab;
  /** From 1. */
  readonly first: number;
  readonly last: number;
}

/** The requests, each as the slices that it asks for: of so many cells, filled or not. */
export function sliceRequests(
  state: Pick<Spreadsheet, "tabs">,
  mostCells: number,
): readonly (readonly Slice[])[] {
  const requests: Slice[][] = [];
  let room = 0;
  for (const tab of state.tabs) {
    for (let first = 1; first <= tab.maxRows; ) {
      const width = Math.max(1, tab.maxColumns);
      if (room < width) {
        requests.push([]);
        room = Math.max(width, mostCells);
      }
      const last = Math.min(tab.maxRows, first + Math.floor(room / width) - 1);
      requests.at(-1)?.push({ tab, first, last });
      room -= (last - first + 1) * width;
      first = last + 1;
    }
  }
  return requests;
}

/** The range of a slice, such as `'Sales'!A1:F2000`. */
export function sliceRange({ tab, first, last }: Slice): string {
  return `'${tab.name.replace(/'/g, "''")}'!A${first}:${columnLetters(Math.max(1, tab.maxColumns) - 1)}${last}`;
}
