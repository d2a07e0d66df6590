// Merged cells as hosts name them, "B2:B4", told apart into their edges: all but the first cell of such a range
// is hidden from people, whatever it holds.

export interface MergedCells {
  readonly range: string;
  /** Rows from 1, columns from 0, all ends included. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The ranges with their edges.
 *
 * @example
 * mergedCells(["B2:C4"]) //=> [{ range: "B2:C4", top: 2, bottom: 4, left: 1, right: 2 }]
 */
export function mergedCells(merges: readonly string[]): readonly MergedCells[] {
  return merges.flatMap((range) => {
    const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range);
    if (!match) return [];
    const [, left = "", top, right = "", bottom] = match;
    const edges = {
      top: Number(top),
      bottom: Number(bottom),
      left: columnNumber(left),
      right: columnNumber(right),
    };
    return [{ range, ...edges }];
  });
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
