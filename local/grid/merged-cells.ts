// Cells merged into one and taken apart again. Of merged cells the first keeps its contents, the others lose theirs; a
// merge that lies wholly in a new one gives way to it, one that lies partly in it is in the way.
// [support.google.com/docs/answer/9060449] Merging one cell with itself is no merge.

import { withBlock, withoutContents } from "./cell-block.ts";
import { GridError } from "./grid-error.ts";
import { checkInside } from "./limits.ts";
import { contains, overlap } from "./people/copied-cells.ts";
import type { GridRange } from "./protocol.ts";
import { type Spreadsheet, type Tab, tabById, withTab } from "./spreadsheet.ts";

/** Everything into one cell, or each row, or each column of the range. */
export type MergeKind = "all" | "rows" | "columns";

/** @throws {GridError} where the range is outside, or cuts a merge in two */
export function withMerged(state: Spreadsheet, range: GridRange, kind: MergeKind): Spreadsheet {
  const tab = withoutMerges(tabById(state, range.tab), range);
  const merges = piecesOf(range, kind).filter(({ rows, columns }) => rows * columns > 1);
  const emptied = merges.reduce(withFirstOnly, tab);
  return withTab(state, { ...emptied, merges: [...tab.merges, ...merges] });
}

/** @throws {GridError} where the range is outside, or cuts a merge in two */
export function withUnmerged(state: Spreadsheet, range: GridRange): Spreadsheet {
  return withTab(state, withoutMerges(tabById(state, range.tab), range));
}

function withoutMerges(tab: Tab, range: GridRange): Tab {
  checkInside(tab, range);
  const touched = tab.merges.filter((merge) => overlap(merge, range) !== undefined);
  if (touched.some((merge) => !contains(range, merge))) {
    throw new GridError("You must select all cells in a merged range to merge or unmerge them.");
  }
  return touched.length === 0
    ? tab
    : { ...tab, merges: tab.merges.filter((merge) => !touched.includes(merge)) };
}

function piecesOf(range: GridRange, kind: MergeKind): readonly GridRange[] {
  switch (kind) {
    case "all":
      return [range];
    case "rows":
      return Array.from({ length: range.rows }, (_, down) => ({ ...range, row: range.row + down, rows: 1 }));
    case "columns":
      return Array.from({ length: range.columns }, (_, right) => ({
        ...range,
        column: range.column + right,
        columns: 1,
      }));
  }
}

function withFirstOnly(tab: Tab, merge: GridRange): Tab {
  return withBlock(tab, merge, (cell, row, column) =>
    row === merge.row && column === merge.column ? cell : withoutContents(cell),
  );
}
