import { expect, test } from "vitest";
import { referencesIn, shiftedFormula } from "../../../local/book/formula-text.ts";

test("a formula that is filled down moves what is not held by a $", () => {
  expect(shiftedFormula("A1+$A1+A$1+$A$1", 2, 1)).toBe("B3+$A3+B$1+$A$1");
  expect(shiftedFormula("SUM(B:B)+SUM(2:3)+SUM($4:$5)", 1, 1)).toBe("SUM(C:C)+SUM(3:4)+SUM($4:$5)");
  expect(shiftedFormula("'My tab'!A1&\"A1\"&LOG10(C3)", 1, 0)).toBe("'My tab'!A2&\"A1\"&LOG10(C4)");
  expect(shiftedFormula("A1", -1, 0)).toBe("#REF!");
  expect(shiftedFormula("Sales[Amount]*rate2x", 1, 1)).toBe("Sales[Amount]*rate2x");
});

test("the cells that a formula names are told with their tab", () => {
  expect(referencesIn("SUM('It''s'!B2:C9)")).toEqual([
    { tab: "It's", firstRow: 2, lastRow: 9, firstColumn: 1, lastColumn: 2 },
  ]);
  expect(referencesIn("C:C")).toEqual([{ firstRow: 1, lastRow: 1_048_576, firstColumn: 2, lastColumn: 2 }]);
  expect(referencesIn('"A1"&TRUE&[1]Other!A1&LOG10(1)')).toEqual([]);
});
