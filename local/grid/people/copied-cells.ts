// A block of cells put down elsewhere: with their looks, notes and rules, and with formulas that name the cells which
// stand to the copy as the named ones stood to the original. Colours by rule reach over the copy too, as in Google's
// editor, where rules fall to pieces that way. A larger place is filled again and again.

import { blockOf, withBlock } from "../cell-block.ts";
import { copiedCell } from "../copied-cell.ts";
import { withInserted } from "../inserted-lines.ts";
import type { ConditionalFormat, GridRange } from "../protocol.ts";
import { type Spreadsheet, type Tab, tabById, withTab } from "../spreadsheet.ts";

/** The spreadsheet with the cells of `from` in place of those of `to`. */
export function withCopy(state: Spreadsheet, from: GridRange, to: GridRange): Spreadsheet {
  const source = blockOf(tabById(state, from.tab), from);
  const roomy = withRoomFor(state, to);
  const target = tabById(roomy, to.tab);
  const drawn = withBlock(target, to, (_, row, column) => {
    const [down, right] = [(row - to.row) % from.rows, (column - to.column) % from.columns];
    const cell = source[down]?.[right];
    return copiedCell(cell, row - from.row - down, column - from.column - right);
  });
  const coloured = withCopiedColours(drawn, { state, from, to });
  return withTab(roomy, withCopiedMerges(coloured, { state, from, to }));
}

/** The spreadsheet with rows and columns enough for the range: a paste makes room for itself. */
export function withRoomFor(state: Spreadsheet, range: GridRange): Spreadsheet {
  const tab = tabById(state, range.tab);
  const rows = range.row + range.rows - 1 - tab.maxRows;
  const columns = range.column + range.columns - 1 - tab.maxColumns;
  const tall =
    rows <= 0 ? state : grown(state, tab.id, { axis: "rows", before: tab.maxRows + 1, count: rows });
  if (columns <= 0) return tall;
  return grown(tall, tab.id, { axis: "columns", before: tab.maxColumns + 1, count: columns });
}

interface Copying {
  readonly state: Spreadsheet;
  readonly from: GridRange;
  readonly to: GridRange;
}

function grown(
  state: Spreadsheet,
  tab: number,
  lines: { readonly axis: "rows" | "columns"; readonly before: number; readonly count: number },
): Spreadsheet {
  return withInserted(state, { tab, ...lines, like: "line before" });
}

function withCopiedColours(tab: Tab, { state, from, to }: Copying): Tab {
  const formats = tabById(state, from.tab).conditionalFormats;
  const added = formats.map((format) => ({ format, ranges: copiesOf(format.ranges, from, to) }));
  if (added.every(({ ranges }) => ranges.length === 0)) return tab;
  if (from.tab !== to.tab) {
    const copies = added
      .filter(({ ranges }) => ranges.length > 0)
      .map(({ format, ranges }) => ({ ...format, ranges }));
    return { ...tab, conditionalFormats: [...tab.conditionalFormats, ...copies] };
  }
  const conditionalFormats = added.map(({ format, ranges }): ConditionalFormat => withRanges(format, ranges));
  return { ...tab, conditionalFormats };
}

function withRanges(format: ConditionalFormat, ranges: readonly GridRange[]): ConditionalFormat {
  const missing = ranges.filter((range) => !format.ranges.some((present) => contains(present, range)));
  return missing.length === 0 ? format : { ...format, ranges: [...format.ranges, ...missing] };
}

// The parts of the ranges that lie in what is copied, where each copy of it stands.
function copiesOf(ranges: readonly GridRange[], from: GridRange, to: GridRange): readonly GridRange[] {
  const tops = steps(to.row, to.rows, from.rows);
  const lefts = steps(to.column, to.columns, from.columns);
  return ranges.flatMap((range) => {
    const part = overlap(range, from);
    if (part === undefined) return [];
    const copyAt = (row: number, column: number): GridRange => ({
      ...part,
      tab: to.tab,
      row: row + part.row - from.row,
      column: column + part.column - from.column,
    });
    return tops.flatMap((top) => lefts.flatMap((left) => overlap(copyAt(top, left), to) ?? []));
  });
}

function withCopiedMerges(tab: Tab, { state, from, to }: Copying): Tab {
  const whole = tabById(state, from.tab).merges.filter((merge) => contains(from, merge));
  const kept = tab.merges.filter((merge) => overlap(merge, to) === undefined);
  const copies = copiesOf(whole, from, to);
  if (copies.length === 0 && kept.length === tab.merges.length) return tab;
  return { ...tab, merges: [...kept, ...copies] };
}

function steps(start: number, length: number, step: number): readonly number[] {
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => start + index * step);
}

/** The cells that both have. */
export function overlap(left: GridRange, right: GridRange): GridRange | undefined {
  if (left.tab !== right.tab) return undefined;
  const [row, column] = [Math.max(left.row, right.row), Math.max(left.column, right.column)];
  const rows = Math.min(left.row + left.rows, right.row + right.rows) - row;
  const columns = Math.min(left.column + left.columns, right.column + right.columns) - column;
  return rows < 1 || columns < 1 ? undefined : { tab: left.tab, row, column, rows, columns };
}

/** Whether all cells of the second are cells of the first. */
export function contains(outer: GridRange, inner: GridRange): boolean {
  const common = overlap(outer, inner);
  return common !== undefined && common.rows === inner.rows && common.columns === inner.columns;
}
