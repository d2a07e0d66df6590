import { expect, test } from "vitest";
import { gridOf, seen } from "../../grid/grids.ts";
import { batch, refusal, replyTo, sheetSeen } from "./batches.ts";

const names = (state: ReturnType<typeof gridOf>) => state.tabs.map(({ name }) => name);
const set = (sheetId: number, properties: object, fields: string) => ({
  updateSheetProperties: { properties: { sheetId, ...properties }, fields },
});

test("a new sheet is told with its id, its place and its size", () => {
  const properties = {
    title: "Log",
    index: 0,
    hidden: true,
    gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
  };
  expect(replyTo(gridOf([]), { addSheet: { properties } })).toEqual({
    addSheet: {
      properties: {
        sheetId: 1001,
        title: "Log",
        index: 0,
        sheetType: "GRID",
        gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
        hidden: true,
      },
    },
  });
});

test("an id that a caller chooses has to be free, and is never given again by itself", () => {
  const grid = batch(gridOf([]), { addSheet: { properties: { sheetId: 1001 } } }, { addSheet: {} });
  expect(grid.tabs.map(({ id }) => id)).toEqual([0, 1001, 1002]);
  expect(refusal(grid, { addSheet: { properties: { sheetId: 1001 } } })).toContain("1001 already exists");
});

test("a name that is taken is refused", () => {
  expect(refusal(gridOf([]), { addSheet: { properties: { title: "sales" } } })).toBe(
    '400 Invalid requests[0].addSheet: A sheet with the name "sales" already exists. Please enter another name.',
  );
});

test("a sheet that goes to the right goes before the one that has that place", () => {
  const grid = gridOf([], { tabs: ["S1", "S2", "S3"] });
  expect(names(batch(grid, set(0, { index: 2 }, "index")))).toEqual(["S2", "S1", "S3"]);
  expect(names(batch(grid, set(0, { index: 1 }, "index")))).toEqual(["S1", "S2", "S3"]);
  expect(names(batch(grid, set(1002, { index: 0 }, "index")))).toEqual(["S3", "S1", "S2"]);
});

test("a sheet grows and shrinks at its end", () => {
  const resize = (rowCount: number) => set(0, { gridProperties: { rowCount } }, "gridProperties.rowCount");
  const small = batch(gridOf([["a"], ["b"], ["c"]]), resize(2));
  expect(seen(small, "A1:A2")).toEqual([["a"], ["b"]]);
  expect(seen(batch(small, resize(4)), "A1:A4")).toEqual([["a"], ["b"], [null], [null]]);
});

test("a property that the mask names and the caller leaves out is taken away", () => {
  const grid = batch(
    gridOf([]),
    set(
      0,
      { tabColor: { red: 1 }, gridProperties: { frozenRowCount: 2, hideGridlines: true } },
      "tabColor,gridProperties(frozenRowCount,hideGridlines)",
    ),
  );
  expect(sheetSeen(grid, "properties(tabColor,gridProperties)").properties).toMatchObject({
    tabColor: { red: 1 },
    gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 2, hideGridlines: true },
  });
  const plain = batch(
    grid,
    set(0, {}, "tabColor,gridProperties.frozenRowCount,gridProperties.hideGridlines"),
  );
  expect(sheetSeen(plain, "properties(tabColor,gridProperties)").properties).toMatchObject({
    gridProperties: { rowCount: 1000, columnCount: 26 },
  });
  expect(plain.tabs[0]).not.toHaveProperty("colour");
});

test("a copy of a sheet has its cells, the name and the place that are asked for", () => {
  const grid = batch(gridOf([["a"]]), {
    duplicateSheet: { sourceSheetId: 0, insertSheetIndex: 0, newSheetId: 5, newSheetName: "Two" },
  });
  expect(grid.tabs.map(({ id, name }) => [id, name])).toEqual([
    [5, "Two"],
    [0, "Sales"],
  ]);
  expect(seen(grid, "Two!A1")).toEqual([["a"]]);
});
