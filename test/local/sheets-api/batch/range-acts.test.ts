import { expect, test } from "vitest";
import { gridOf, seen } from "../../grid/grids.ts";
import { batch, lines, range, refusal, replyTo, sheetSeen } from "./batches.ts";

const four = gridOf([
  ["a", "b"],
  ["c", "d"],
]);
const merge = (text: string, mergeType: string) => ({ mergeCells: { range: range(four, text), mergeType } });
const merges = (grid: typeof four) =>
  sheetSeen(grid, "merges").merges?.map(({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }) =>
    [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].join(" "),
  );

test("cells are merged as one, by row or by column, and the first keeps what it holds", () => {
  expect(merges(batch(four, merge("A1:B2", "MERGE_ALL")))).toEqual(["0 2 0 2"]);
  expect(seen(batch(four, merge("A1:B2", "MERGE_ALL")), "A1:B2")).toEqual([
    ["a", null],
    [null, null],
  ]);
  expect(merges(batch(four, merge("A1:B2", "MERGE_ROWS")))).toEqual(["0 1 0 2", "1 2 0 2"]);
  expect(merges(batch(four, merge("A1:B2", "MERGE_COLUMNS")))).toEqual(["0 2 0 1", "0 2 1 2"]);
  expect(merges(batch(four, merge("A1:A2", "MERGE_ROWS")))).toBeUndefined();
});

test("a merge gives way to a larger one, and stops one that cuts it", () => {
  const grid = batch(four, merge("A1:B1", "MERGE_ALL"));
  expect(merges(batch(grid, merge("A1:B2", "MERGE_ALL")))).toEqual(["0 2 0 2"]);
  expect(refusal(grid, merge("A1:A2", "MERGE_ALL"))).toContain("You must select all cells in a merged range");
  expect(merges(batch(grid, { unmergeCells: { range: range(four, "A1:B5") } }))).toBeUndefined();
  expect(refusal(grid, { unmergeCells: { range: range(four, "A1:A5") } })).toContain(
    "You must select all cells",
  );
});

test("a named range goes by its id, follows its cells and gives its name free", () => {
  const add = { addNamedRange: { namedRange: { name: "Stages", range: range(four, "A1:B2") } } };
  const grid = batch(four, add, { insertDimension: { range: lines("ROWS", 0, 1) } });
  const [named] = grid.namedRanges;
  expect(named?.range).toMatchObject({ row: 2, rows: 2 });
  expect(refusal(grid, add)).toContain('"Stages" already exists');
  const namedRangeId = named?.id ?? "";
  const renamed = batch(grid, {
    updateNamedRange: { namedRange: { namedRangeId, name: "Steps" }, fields: "name" },
  });
  expect(renamed.namedRanges).toEqual([{ ...named, name: "Steps" }]);
  expect(batch(renamed, { deleteNamedRange: { namedRangeId } }).namedRanges).toEqual([]);
  expect(refusal(four, { deleteNamedRange: { namedRangeId: "9" } })).toContain("No named range with id: 9");
});

test("a protected range is told as it was made, and changed by its id", () => {
  const made = replyTo(four, {
    addProtectedRange: { protectedRange: { range: { sheetId: 0 }, warningOnly: true, description: null } },
  });
  expect(made.addProtectedRange?.protectedRange).toEqual({
    protectedRangeId: 1001,
    range: {},
    warningOnly: true,
    requestingUserCanEdit: true,
    editors: {},
  });
  const grid = batch(
    four,
    { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: range(four, "A1:B1") } } },
    {
      updateProtectedRange: {
        protectedRange: { protectedRangeId: 5, description: "Head", warningOnly: true },
        fields: "description",
      },
    },
  );
  expect(grid.tabs[0]?.protections).toMatchObject([{ id: 5, description: "Head", onlyWarns: false }]);
  expect(batch(grid, { deleteProtectedRange: { protectedRangeId: 5 } }).tabs[0]?.protections).toEqual([]);
  expect(refusal(grid, { deleteProtectedRange: { protectedRangeId: 6 } })).toContain(
    "No protected range with id: 6",
  );
});
