// The cells that a dropdown or a colour covers, as a tab writes them: "C2:C500 F2:F500". People cut holes into
// them by pasting, and copy them to columns of their own, so what is ours is told range by range.

import { columnLetters } from "../../shared/table/cell.ts";
import { type CellRange, rangeOf } from "./formula-text.ts";

export function rangesOf(reference: string): readonly CellRange[] {
  return reference.split(/\s+/).filter(Boolean).map(rangeOf);
}

export function rangesText(ranges: readonly CellRange[]): string {
  return ranges.map(rangeText).join(" ");
}

/** The parts that lie outside these columns. */
export function outsideColumns(
  ranges: readonly CellRange[],
  columns: ReadonlySet<number>,
): readonly CellRange[] {
  return ranges.flatMap((range) => {
    const inside = [...columns].filter((column) => column >= range.firstColumn && column <= range.lastColumn);
    if (inside.length === 0) return [range];
    const outside: CellRange[] = [];
    let first = range.firstColumn;
    for (const column of [...inside.sort((left, right) => left - right), range.lastColumn + 1]) {
      if (column > first) outside.push({ ...range, firstColumn: first, lastColumn: column - 1 });
      first = column + 1;
    }
    return outside;
  });
}

/** One column's rows without those that others cover already. */
export function withoutCovered(range: CellRange, covered: readonly CellRange[]): readonly CellRange[] {
  return covered
    .filter((other) => other.firstColumn <= range.firstColumn && other.lastColumn >= range.firstColumn)
    .reduce<readonly CellRange[]>(
      (parts, other) =>
        parts.flatMap((part) =>
          [
            { ...part, lastRow: Math.min(part.lastRow, other.firstRow - 1) },
            { ...part, firstRow: Math.max(part.firstRow, other.lastRow + 1) },
          ].filter((piece) => piece.firstRow <= piece.lastRow),
        ),
      [range],
    );
}

/** The ranges with those below the header that end before `lastRow` reaching on to `reach`. */
export function reaching(ranges: readonly CellRange[], lastRow: number, reach: number): readonly CellRange[] {
  const deepest = Math.max(0, ...ranges.map((range) => range.lastRow));
  if (deepest >= lastRow || deepest < 2) return ranges;
  return ranges.map((range) => (range.lastRow === deepest ? { ...range, lastRow: reach } : range));
}

function rangeText(range: CellRange): string {
  const first = `${columnLetters(range.firstColumn)}${range.firstRow}`;
  const last = `${columnLetters(range.lastColumn)}${range.lastRow}`;
  return first === last ? first : `${first}:${last}`;
}
