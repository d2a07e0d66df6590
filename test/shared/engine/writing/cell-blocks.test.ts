// Cells as blocks: all of them, each once, and no other cell.

import fc from "fast-check";
import { expect, test } from "vitest";
import { cellBlocks } from "../../../../shared/engine/writing/cell-blocks.ts";

type Cells = ReadonlyMap<number, ReadonlyMap<number, string>>;

function cells(...places: readonly (readonly [number, number])[]): Cells {
  const rows = new Map<number, Map<number, string>>();
  for (const [row, column] of places) {
    const known = rows.get(row) ?? new Map<number, string>();
    rows.set(row, known.set(column, `${row}/${column}`));
  }
  return rows;
}

test("neighbours in a row, and equal stretches of rows below each other, are one block", () => {
  expect(cellBlocks(cells([3, 1], [2, 0], [2, 1], [3, 0]))).toEqual([
    {
      row: 2,
      column: 0,
      values: [
        ["2/0", "2/1"],
        ["3/0", "3/1"],
      ],
    },
  ]);
});

test("a cell between two that are set stays out of both blocks", () => {
  expect(cellBlocks(cells([2, 0], [2, 2])).map(({ column }) => column)).toEqual([0, 2]);
  expect(cellBlocks(cells([2, 0], [4, 0])).map(({ row }) => row)).toEqual([2, 4]);
});

test("the blocks hold the cells that were given, whatever these are", () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const held = cellBlocks(cells(...places)).flatMap(({ row, column, values }) =>
        values.flatMap((line, down) =>
          line.map((value, right) => [value, `${row + down}/${column + right}`]),
        ),
      );
      expect(held.every(([value, address]) => value === address)).toBe(true);
      expect(held.map(([value]) => value).sort()).toEqual(
        [...new Set(places.map((each) => each.join("/")))].sort(),
      );
    }),
  );
});
