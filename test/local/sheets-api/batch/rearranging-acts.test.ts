import { expect, test } from "vitest";
import { gridOf, paint, seen } from "../../grid/grids.ts";
import { batch, range, refusal, replyTo, sheetSeen } from "./batches.ts";

const grid = gridOf([
  ["b", 2],
  ["a", 1],
  ["c", 3],
]);
const copy = (from: string, to: string, pasteType = "PASTE_NORMAL") => ({
  copyPaste: { source: range(grid, from), destination: range(grid, to), pasteType },
});

test("a copy fills a place that it fits into several times, and else goes there once, whole", () => {
  expect(seen(batch(grid, copy("A1:A2", "D1:D4")), "D1:D5")).toEqual([["b"], ["a"], ["b"], ["a"], [null]]);
  expect(seen(batch(grid, copy("A1:A2", "D1:D3")), "D1:D4")).toEqual([["b"], ["a"], [null], [null]]);
  expect(seen(batch(grid, copy("A1:A3", "D1")), "D1:D3")).toEqual([["b"], ["a"], ["c"]]);
});

test("only looks, only values or only formulas are pasted where that is asked", () => {
  const drawn = paint(gridOf([["=B1", 5]]), "A1", { background: "#ff0000" });
  const looks = batch(drawn, copy("A1", "A2", "PASTE_FORMAT"));
  expect([seen(looks, "A2"), seen(looks, "A2", "backgrounds")]).toEqual([[[null]], [["#ff0000"]]]);
  const formulas = batch(drawn, copy("A1", "A2", "PASTE_FORMULA"));
  expect([seen(formulas, "A2", "formulas"), seen(formulas, "A2", "backgrounds")]).toEqual([
    [["=B2"]],
    [[null]],
  ]);
  expect(seen(batch(drawn, copy("B1", "C1", "PASTE_VALUES")), "C1")).toEqual([[5]]);
  expect(refusal(grid, copy("A1", "A2", "PASTE_NO_BORDERS"))).toContain('"PASTE_NO_BORDERS"');
});

test("cut cells leave nothing behind", () => {
  const cut = batch(grid, {
    cutPaste: {
      source: range(grid, "A1:A2"),
      destination: { sheetId: 0, rowIndex: 4, columnIndex: 1 },
      pasteType: "PASTE_NORMAL",
    },
  });
  expect(seen(cut, "A1:B6")).toEqual([
    [null, 2],
    [null, 1],
    ["c", 3],
    [null, null],
    [null, "b"],
    [null, "a"],
  ]);
});

test("a range is sorted by the columns that are named", () => {
  const sorted = batch(grid, {
    sortRange: { range: range(grid, "A1:B3"), sortSpecs: [{ dimensionIndex: 1, sortOrder: "DESCENDING" }] },
  });
  expect(seen(sorted, "A1:B3")).toEqual([
    ["c", 3],
    ["b", 2],
    ["a", 1],
  ]);
});

test("a filter is told with the texts that it hides, and rows that it hides as hidden by it", () => {
  const filter = { range: range(grid, "A1:B3"), criteria: { "0": { hiddenValues: ["c"] } } };
  const filtered = batch(grid, { setBasicFilter: { filter } });
  expect(sheetSeen(filtered, "basicFilter").basicFilter).toEqual(filter);
  const rows = sheetSeen(filtered, "data.rowMetadata.hiddenByFilter").data?.[0]?.rowMetadata;
  expect(rows?.slice(0, 4).map(({ hiddenByFilter }) => hiddenByFilter)).toEqual([
    undefined,
    undefined,
    true,
    undefined,
  ]);
  expect(sheetSeen(batch(filtered, { clearBasicFilter: { sheetId: 0 } }), "basicFilter")).toEqual({});
});

test("found texts are replaced and counted, formulas only where that is asked", () => {
  const texts = gridOf([
    ["cost", "costs $1 cost"],
    ["=cost", "Cost"],
  ]);
  const replace = (more: object) => ({
    findReplace: { find: "cost", replacement: "$&x", allSheets: true, ...more },
  });
  expect(replyTo(texts, replace({}))).toEqual({
    findReplace: { valuesChanged: 3, occurrencesChanged: 4, rowsChanged: 2, sheetsChanged: 1 },
  });
  expect(seen(batch(texts, replace({ matchCase: true })), "A1:B2")).toEqual([
    ["$&x", "$&xs $1 $&x"],
    [null, "Cost"],
  ]);
  expect(seen(batch(texts, replace({ includeFormulas: true })), "A2", "formulas")).toEqual([["=$&x"]]);
  const whole = batch(texts, replace({ matchEntireCell: true, range: range(texts, "A1:B1") }));
  expect(seen(whole, "A1:B1")).toEqual([["$&x", "costs $1 cost"]]);
});
