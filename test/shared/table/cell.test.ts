import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAddress, columnLetters, isBlank, nameKey, textOf } from "../../../shared/table/cell.ts";

test("columns are lettered as a spreadsheet letters them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  expect(cellAddress(1, 0)).toBe("A1");
});

test("the letters of a column count back to it", () => {
  fc.assert(
    fc.property(fc.nat(20_000), (column) => {
      const number = [...columnLetters(column)].reduce(
        (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
        0,
      );
      expect(number - 1).toBe(column);
    }),
  );
});

test("a cell of spaces is blank; a zero, a no and an error are not", () => {
  expect([undefined, null, "", " ", "\u00a0\t"].map(isBlank)).toEqual([true, true, true, true, true]);
  expect([0, false, { error: "#N/A" }, { serial: 0 }].map(isBlank)).toEqual([false, false, false, false]);
});

test("a cell as text: trimmed, a number in its digits, an error by its name", () => {
  expect(["  a ", 12.5, true, null, { serial: 3 }, { error: "#REF!" }].map((cell) => textOf(cell))).toEqual([
    "a",
    "12.5",
    "TRUE",
    "",
    "3",
    "#REF!",
  ]);
});

test("names are the same that differ by case, spaces, width of letters or how an accent is written", () => {
  expect(nameKey("  New\u00a0 Lead\n")).toBe(nameKey("new lead"));
  expect(nameKey("Ｗｏｎ")).toBe(nameKey("won"));
  expect(nameKey("Cafe\u0301")).toBe(nameKey("CAFÉ"));
});

test("a plain name is the same name with spaces around it", () => {
  const plain = fc.string({ unit: "grapheme-ascii" });
  fc.assert(
    fc.property(plain, (name) => {
      expect(nameKey(name)).toBe(nameKey(` ${name}\u00a0`));
    }),
  );
});

test("the key of a key is the key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    }),
    { numRuns: 2000 },
  );
});
