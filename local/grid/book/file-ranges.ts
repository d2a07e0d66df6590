// Ranges as an .xlsx file writes them ("B2:C9", "B:B", "$A$1"), for a tab of the grid, and back.

import { cellAddress } from "../../../shared/table/cell.ts";
import type { CellRange } from "../../book/formula-text.ts";
import { rangeOf } from "../../book/formula-text.ts";
import { quotedTab } from "../../book/marks.ts";
import type { GridRange } from "../protocol.ts";
import { readReference, spanOfReference } from "../references.ts";
import type { Tab } from "../spreadsheet.ts";

/** The ranges of a list such as "B2:B9 D2:D9" that lie in the tab, cut off at its end. */
export function rangesIn(
  tab: Pick<Tab, "id" | "maxRows" | "maxColumns">,
  text: string,
): readonly GridRange[] {
  return text
    .split(/\s+/)
    .filter((part) => part !== "")
    .flatMap((part) => clipped(tab, rangeOf(part)) ?? []);
}

/** The range that a formula is, where it is nothing else: of the tab that it names, or of `own`. */
export function referencedRange(tabs: readonly Tab[], formula: string, own?: Tab): GridRange | undefined {
  const reference = readReference(formula);
  const name = reference?.tab;
  const tab = name === undefined ? own : tabs.find((candidate) => candidate.name === name);
  if (reference === undefined || tab === undefined) return undefined;
  const [rows, columns] = [spanOfReference(reference, "rows"), spanOfReference(reference, "columns")];
  return clipped(tab, {
    firstRow: rows.first,
    lastRow: rows.last,
    firstColumn: columns.first - 1,
    lastColumn: columns.last - 1,
  });
}

/** "B2:C9". */
export function rangeText({ row, column, rows, columns }: GridRange): string {
  const first = cellAddress(row, column - 1);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 2)}`;
}

/** "'Sales'!$B$2:$C$9". */
export function fixedRangeText(tab: string, range: GridRange): string {
  return `${quotedTab(tab)}!${rangeText(range).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

function clipped(
  tab: Pick<Tab, "id" | "maxRows" | "maxColumns">,
  { firstRow, lastRow, firstColumn, lastColumn }: CellRange,
): GridRange | undefined {
  const rows = Math.min(lastRow, tab.maxRows) - firstRow + 1;
  const columns = Math.min(lastColumn + 1, tab.maxColumns) - firstColumn;
  return rows < 1 || columns < 1
    ? undefined
    : { tab: tab.id, row: firstRow, column: firstColumn + 1, rows, columns };
}
