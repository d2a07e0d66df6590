import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cell } from "../../../shared/table/cell.ts";
import { columnsOf } from "../../../shared/table/columns.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import { viewOf } from "../../../shared/table/tab-view.ts";
import type { Table } from "../../../shared/table/table.ts";

const layout: TabLayout = {
  key: "prices",
  tab: "Prices",
  hidden: false,
  columns: [
    { key: "article", header: "Article", aliases: ["Product"], widthCharacters: 10, format: "text" },
    { key: "price", header: "Price", widthCharacters: 10, format: "number" },
    { key: "stock", header: "Stock", widthCharacters: 10, format: "number" },
  ],
  preparedRows: 0,
};

function table(header: readonly Cell[], marks: Table["marks"] = {}): Table {
  return { tab: "Prices", header, rows: [], marks, merges: [] };
}

function placesIn(header: readonly Cell[], marks: Table["marks"] = {}): Record<string, number> {
  return Object.fromEntries(columnsOf(table(header, marks), layout).at);
}

const marked = { article: 0, price: 1, stock: 2 };

test("a column that was moved and renamed is known by its mark", () => {
  expect(placesIn(["Left", "What it costs", "Article"], { article: 2, price: 1, stock: 0 })).toEqual({
    article: 2,
    price: 1,
    stock: 0,
  });
});

test("a column without a mark is known by its header, whatever its case, spaces and width of letters", () => {
  const { at, unmarked, missing, problems } = columnsOf(
    table([" PRICE ", "Ａｒｔｉｃｌｅ", "stock"]),
    layout,
  );
  expect(Object.fromEntries(at)).toEqual({ price: 0, article: 1, stock: 2 });
  expect(unmarked).toEqual(["article", "price", "stock"]);
  expect([...missing, ...problems]).toEqual([]);
});

test("an alias is used where no column has the header itself", () => {
  expect(placesIn(["Product", "Price", "Stock"])).toEqual({ article: 0, price: 1, stock: 2 });
  expect(placesIn(["Product", "Article", "Price", "Stock"])).toEqual({ article: 1, price: 2, stock: 3 });
});

test("a column that stands nowhere is missing, and the others are still found", () => {
  const { at, missing } = columnsOf(table(["Article", "Stock"]), layout);
  expect(missing).toEqual(["price"]);
  expect(at.get("stock")).toBe(1);
});

test("a header that stands twice takes the left column, and the right one is a problem at its cell", () => {
  const { at, problems } = columnsOf(table(["Article", "Price", "Stock", "price"]), layout);
  expect(at.get("price")).toBe(1);
  expect(problems).toEqual([
    {
      tab: "Prices",
      cell: "D1",
      message: 'a second column is headed "Price"; B1 is used, give this one another name',
    },
  ]);
});

test("a column of the same header beside a marked one takes nothing away from it", () => {
  expect(placesIn(["Price", "Article", "Price", "Stock"], { article: 1, price: 2, stock: 3 })["price"]).toBe(
    2,
  );
});

test("two columns with one mark: the second is found by its header", () => {
  expect(placesIn(["Article", "Price", "Stock"], { article: 0, price: 0, stock: 2 })).toEqual({
    article: 0,
    price: 1,
    stock: 2,
  });
});

test("two headers that were exchanged under their marks are a problem each: a table was pasted over", () => {
  const { problems } = columnsOf(table(["Price", "Article", "Stock"], marked), layout);
  expect(problems.map(({ cell }) => cell)).toEqual(["A1", "B1"]);
  expect(problems[0]?.message).toBe(
    'this column holds Article, but its header says "Price"; put the headers or the columns back in order',
  );
});

test("three headers that went round are a problem each", () => {
  const { problems } = columnsOf(table(["Price", "Stock", "Article"], marked), layout);
  expect(problems.map(({ cell }) => cell)).toEqual(["A1", "B1", "C1"]);
});

test("a pasted table that names a column as another is known by is a problem too", () => {
  const { problems } = columnsOf(table(["Price", "Product", "Stock"], marked), layout);
  expect(problems.map(({ cell }) => cell)).toEqual(["A1", "B1"]);
});

test("a renamed column beside one that keeps its header is no exchange", () => {
  expect(columnsOf(table(["Article", "What it costs", "Stock"], marked), layout).problems).toEqual([]);
});

test("headers of any junk never stop the reading, and no column is used for two keys", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom("Article", "Price", "Stock", "Product", " price", null),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant({ error: "#REF!" }),
  );
  const marks = fc.dictionary(fc.constantFrom("article", "price", "stock", "other"), fc.nat(6));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), marks, (header, found) => {
      const { at, missing, unmarked } = columnsOf(table(header, found), layout);
      expect(new Set(at.values()).size).toBe(at.size);
      expect(at.size + missing.length).toBe(layout.columns.length);
      for (const key of unmarked) expect(at.has(key)).toBe(true);
    }),
  );
});

test("people may put columns in any order: every cell is still read as what it is", () => {
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  fc.assert(
    fc.property(order, fc.boolean(), (places, isMarked) => {
      const keys = places.map((place) => layout.columns[place]?.key ?? "");
      const header = places.map((place) => layout.columns[place]?.header ?? "");
      const marks = Object.fromEntries(keys.map((key, at) => [key, at]));
      const seen = viewOf(
        { ...table(header, isMarked ? marks : {}), rows: [{ at: 2, cells: keys }] },
        layout,
      );
      expect(seen.rows[0]?.cells).toEqual({ article: "article", price: "price", stock: "stock" });
      expect(seen.columns.problems).toEqual([]);
    }),
  );
});

test("two columns that are called alike are each the one that its mark says", () => {
  const due = (key: string) => ({ key, header: "Due", widthCharacters: 10, format: "day" as const });
  const twice: TabLayout = { ...layout, columns: [due("their_due"), due("due")] };
  expect(columnsOf(table(["Due", "Due (ours)"], { their_due: 0, due: 1 }), twice).problems).toEqual([]);
});
