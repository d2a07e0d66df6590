import { expect, test } from "vitest";
import { tabById } from "../../../../local/grid/spreadsheet.ts";
import { gridOf, paint, seen } from "../../grid/grids.ts";
import { batch, lines, refusal, replyTo, sheetSeen } from "./batches.ts";

const column = (grid: ReturnType<typeof gridOf>, count = 4) => seen(grid, `A1:A${count}`).flat();
const abc = gridOf([["a"], ["b"], ["c"]]);

test("inserted rows look like the row before them or the one behind", () => {
  const grid = paint(abc, "A1", { background: "#ff0000" });
  const insert = (inheritFromBefore: boolean) =>
    batch(grid, { insertDimension: { range: lines("ROWS", 1, 2), inheritFromBefore } });
  expect(column(insert(true))).toEqual(["a", null, "b", "c"]);
  expect(seen(insert(true), "A2", "backgrounds")).toEqual([["#ff0000"]]);
  expect(seen(insert(false), "A2", "backgrounds")).toEqual([[null]]);
  const first = { insertDimension: { range: lines("ROWS", 0, 1), inheritFromBefore: true } };
  expect(refusal(grid, first)).toContain("inheritFromBefore");
});

test("rows are deleted, moved and added at the end", () => {
  expect(column(batch(abc, { deleteDimension: { range: lines("ROWS", 0, 2) } }))).toEqual([
    "c",
    null,
    null,
    null,
  ]);
  const move = (destinationIndex: number) =>
    batch(abc, { moveDimension: { source: lines("ROWS", 0, 1), destinationIndex } });
  expect(column(move(2))).toEqual(["b", "a", "c", null]);
  expect(column(move(1))).toEqual(["a", "b", "c", null]);
  const longer = batch(abc, { appendDimension: { sheetId: 0, dimension: "ROWS", length: 5 } });
  expect(tabById(longer, 0).maxRows).toBe(1005);
  expect(refusal(abc, { deleteDimension: { range: lines("ROWS", 0, 1000) } })).toContain(
    "delete all the rows",
  );
});

test("rows and columns have sizes and can be hidden, and the others keep theirs", () => {
  const set = (dimension: "ROWS" | "COLUMNS", properties: object, fields: string) => ({
    updateDimensionProperties: { range: lines(dimension, 1, 2), properties, fields },
  });
  const grid = batch(
    abc,
    set("ROWS", { pixelSize: 40, hiddenByUser: true }, "pixelSize,hiddenByUser"),
    set("COLUMNS", { pixelSize: 200, hiddenByUser: true }, "pixelSize"),
  );
  const data = sheetSeen(grid, "data(rowMetadata,columnMetadata)").data?.[0];
  expect(data?.rowMetadata?.slice(0, 3)).toEqual([
    { pixelSize: 21 },
    { hiddenByUser: true, pixelSize: 40 },
    { pixelSize: 21 },
  ]);
  expect(data?.columnMetadata?.slice(0, 3)).toEqual([
    { pixelSize: 100 },
    { pixelSize: 200 },
    { pixelSize: 100 },
  ]);
  const shown = batch(grid, set("ROWS", {}, "pixelSize,hiddenByUser"));
  expect(tabById(shown, 0).rows[1]).toEqual(tabById(abc, 0).rows[1]);
});

test("a row keeps its height when its cells change, and takes it along when it moves", () => {
  const high = batch(gridOf([]), {
    updateDimensionProperties: {
      range: lines("ROWS", 0, 1),
      properties: { pixelSize: 50 },
      fields: "pixelSize",
    },
  });
  const grid = batch(high, { insertDimension: { range: lines("ROWS", 0, 1), inheritFromBefore: false } });
  const heights = sheetSeen(paint(grid, "A2", { isBold: true }), "data.rowMetadata").data?.[0]?.rowMetadata;
  expect(heights?.slice(0, 3).map(({ pixelSize }) => pixelSize)).toEqual([21, 50, 21]);
});

test("a column is made as wide as its longest text asks for, an empty one stays", () => {
  const grid = batch(gridOf([["x".repeat(1024)]]), {
    autoResizeDimensions: { dimensions: lines("COLUMNS", 0, 2) },
  });
  const widths = sheetSeen(grid, "data.columnMetadata").data?.[0]?.columnMetadata?.map(
    ({ pixelSize }) => pixelSize,
  );
  expect(widths?.slice(0, 2)).toEqual([8691, 100]);
});

test("groups nest, follow their lines, and are told with their depth", () => {
  const group = (from: number, to: number) => ({ addDimensionGroup: { range: lines("COLUMNS", from, to) } });
  const grid = batch(gridOf([]), group(1, 5));
  expect(replyTo(grid, group(2, 3))).toEqual({
    addDimensionGroup: {
      dimensionGroups: [
        { range: { dimension: "COLUMNS", startIndex: 1, endIndex: 5 }, depth: 1 },
        { range: { dimension: "COLUMNS", startIndex: 2, endIndex: 3 }, depth: 2 },
      ],
    },
  });
  const moved = batch(grid, group(2, 3), { deleteDimension: { range: lines("COLUMNS", 0, 1) } });
  expect(
    sheetSeen(moved, "columnGroups").columnGroups?.map(({ range }) => [range?.startIndex, range?.endIndex]),
  ).toEqual([
    [0, 4],
    [1, 2],
  ]);
  expect(refusal(grid, group(4, 8))).toContain("cannot cross");
});

test("lines taken out of a group leave what is before and behind them in it", () => {
  const grid = batch(gridOf([]), { addDimensionGroup: { range: lines("ROWS", 0, 9) } });
  const cut = batch(grid, { deleteDimensionGroup: { range: lines("ROWS", 3, 5) } });
  expect(
    sheetSeen(cut, "rowGroups").rowGroups?.map(({ range }) => [range?.startIndex, range?.endIndex]),
  ).toEqual([
    [0, 3],
    [5, 9],
  ]);
  const gone = batch(cut, { deleteDimensionGroup: { range: lines("ROWS", 0, 9) } });
  expect(sheetSeen(gone, "rowGroups")).toEqual({});
});
