import fc from "fast-check";
import { expect, test } from "vitest";
import { listOf, textFromList } from "../../../../shared/definition/setup/setup-tab.ts";
import { setupTabs } from "../../../../shared/definition/setup/write-setup.ts";

test("commas, semicolons and new lines part the words of a list", () => {
  expect(listOf("Store, Courier; Accounts\nSales manager")).toEqual([
    "Store",
    "Courier",
    "Accounts",
    "Sales manager",
  ]);
});

test("a word with a comma stands in double quotes", () => {
  expect(listOf('Lost, "Won, at last", "the ""big"" one"')).toEqual([
    "Lost",
    "Won, at last",
    'the "big" one',
  ]);
});

test("empty words are no words", () => {
  expect(listOf(", ;\n ,")).toEqual([]);
});

test("quotation marks within a word, or not closed, stay as they are", () => {
  expect(listOf('5" screen, 6" screen')).toEqual(['5" screen', '6" screen']);
  expect(listOf('"open, end')).toEqual(['"open', "end"]);
});

test("a list of any words is read as it was written", () => {
  const word = fc
    .oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('"', ",", ";", "\n", "\r", " ", "a", '""'), { maxLength: 6 })
        .map((all) => all.join("")),
    )
    .filter((text) => text !== "");
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(listOf(textFromList(words))).toEqual(words);
    }),
    { numRuns: 2000 },
  );
});

test("what a list was read as is written so that it reads the same", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(listOf(textFromList(listOf(text)))).toEqual(listOf(text));
    }),
    { numRuns: 1000 },
  );
});

test("every column of Setup that people see has help at its header, short enough for every program", () => {
  const columns = setupTabs.flatMap((layout) =>
    layout.columns.map((column) => ({ tab: layout.tab, ...column })),
  );
  const without = columns.filter(
    ({ hidden, note = "" }) => hidden !== true && (note === "" || note.length > 255),
  );
  expect(without.map(({ tab, header }) => `${tab}: ${header}`)).toEqual([]);
});
