import { expect, test } from "vitest";
import { masked, maskWants, maskWithin, parseMask } from "../../../local/sheets-api/field-mask.ts";

test("fields are named by points, slashes and brackets alike", () => {
  const mask = { a: { b: "all", c: { d: "all" } } };
  expect(parseMask("a.b,a.c.d")).toEqual(mask);
  expect(parseMask("a/b,a/c/d")).toEqual(mask);
  expect(parseMask(" a( b , c/d ) ")).toEqual(mask);
});

test("a field that is named whole and in part is meant whole", () => {
  expect(parseMask("a.b,a")).toEqual({ a: "all" });
});

test("without a mask, or with a star, everything is meant", () => {
  expect([parseMask(undefined), parseMask(""), parseMask("*")]).toEqual(["all", "all", "all"]);
});

test.each(["a..b", "a(b", "a)", ",a", "a b", "a,"])("%s is no mask", (text) => {
  expect(() => parseMask(text)).toThrow(`Invalid field mask: ${text}`);
});

test("an answer keeps the place of what is on the way, empty or not", () => {
  const json = { sheets: [{ data: [{ rows: [1] }, {}], title: "a" }, { title: "b" }], id: "x" };
  expect(masked(json, parseMask("sheets.data.rows"))).toEqual({
    sheets: [{ data: [{ rows: [1] }, {}] }, {}],
  });
});

test("a star stands for each field on its level", () => {
  expect(masked({ a: { x: 1, y: 2 }, b: { x: 3 } }, parseMask("*.x"))).toEqual({ a: { x: 1 }, b: { x: 3 } });
});

test("whether a place is wanted does not depend on how deep the mask goes", () => {
  const mask = parseMask("sheets(data.rowData,merges)");
  const wanted = [
    "sheets",
    "sheets.data",
    "sheets.data.rowData",
    "sheets.data.rowData.values",
    "sheets.merges",
  ];
  expect(wanted.every((path) => maskWants(mask, path))).toBe(true);
  expect(maskWants(mask, "sheets.properties")).toBe(false);
  expect(maskWithin(mask, "sheets.data")).toEqual({ rowData: "all" });
});

test("a field may be called as something that every object has", () => {
  expect(maskWants(parseMask("sheets"), "constructor")).toBe(false);
});
