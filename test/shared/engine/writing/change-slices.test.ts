// A long list of changes in pieces: the same changes in the same order.

import fc from "fast-check";
import { expect, test } from "vitest";
import { changeSlices } from "../../../../shared/engine/writing/change-slices.ts";
import type { Change } from "../../../../shared/table/change.ts";

function append(count: number): Change {
  return { kind: "append", tab: "Activity", rows: Array.from({ length: count }, (_, n) => ({ n })) };
}

const set: Change = { kind: "setField", tab: "Deals", record: "r1", field: "stage", value: "Won" };

test("a short list is one piece", () => {
  expect(changeSlices([append(3), set], 10)).toEqual([[append(3), set]]);
});

test("rows that are added together may come in several pieces", () => {
  const slices = changeSlices([append(10)], 4);
  expect(
    slices.every((slice) => slice.flatMap((each) => ("rows" in each ? each.rows : [])).length <= 4),
  ).toBe(true);
});

test("an ID that is taken out of its row begins a piece", () => {
  const take: Change = { ...set, field: "id", value: null };
  expect(changeSlices([set, take, take, append(1)], 10)).toEqual([[set], [take, take, append(1)]]);
});

test("the pieces together are the list", () => {
  const change = fc.oneof(fc.integer({ min: 1, max: 30 }).map(append), fc.constant(set));
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const flat = (each: readonly Change[]) =>
        each.flatMap((one) => (one.kind === "append" ? one.rows.map((row) => row["n"]) : [one.kind]));
      expect(flat(changeSlices(changes, 7).flat())).toEqual(flat(changes));
    }),
  );
});
