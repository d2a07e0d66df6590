import { expect, test } from "vitest";
import {
  outsideColumns,
  rangesOf,
  rangesText,
  reaching,
  withoutCovered,
} from "../../../local/book/cell-ranges.ts";

const column = { firstRow: 2, lastRow: 100, firstColumn: 2, lastColumn: 2 };

test("what people cover is cut out of ours", () => {
  const cut = (theirs: string) => rangesText(withoutCovered(column, rangesOf(theirs)));
  expect(cut("A1:B500 D2")).toBe("C2:C100");
  expect(cut("C5:C6 B90:D200")).toBe("C2:C4 C7:C89");
  expect(cut("C:C")).toBe("");
  expect(cut("C100")).toBe("C2:C99");
});

test("what lies outside our columns is left of a range", () => {
  expect(rangesText(outsideColumns(rangesOf("A1:E9 C2"), new Set([1, 2])))).toBe("A1:A9 D1:E9");
});

test("only ranges that end too early reach on", () => {
  expect(rangesText(reaching(rangesOf("C2:C50 C60:C90"), 95, 500))).toBe("C2:C50 C60:C500");
  expect(rangesText(reaching(rangesOf("C2:C90"), 90, 500))).toBe("C2:C90");
  expect(rangesText(reaching(rangesOf("C1"), 90, 500))).toBe("C1");
});
