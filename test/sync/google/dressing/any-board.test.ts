// Whatever people did around the cells of a board before: drawing it anew through the Sheets API gives what the add-on
// gives, and drawing it once more sends nothing.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Paint, ScriptWrite } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { bookInGoogle } from "../../../stores/google-store.ts";
import { drawnThroughApi } from "./drawn-books.ts";
import { salesBook, stageMore, tabNamed } from "./sales-book.ts";
import { seenSpreadsheet } from "./seen-spreadsheet.ts";

type Act = (state: Spreadsheet) => ScriptWrite | undefined;

const TAB = tabNamed(salesBook(), "Sales").id;
const column = fc.integer({ min: 1, max: 26 });
const rows = fc.constantFrom(
  { row: 1, rows: 1 },
  { row: 2, rows: 1 },
  { row: 2, rows: 999 },
  { row: 7, rows: 3 },
);
const theirs = { kind: "list", values: ["Hot", "Cold"], showsDropdown: true } as const;
const paint = fc.constantFrom<Paint>(
  { validation: null },
  { validation: { criteria: theirs, allowsInvalid: false } },
  { note: "Theirs" },
  { note: null },
  { background: "#ffeeaa", numberFormat: "0.000" },
);

const painting: fc.Arbitrary<Act> = fc.record({ column, rows, paint }).map((given) => () => ({
  do: "paint",
  range: { tab: TAB, column: given.column, columns: 1, ...given.rows },
  paint: given.paint,
}));

const inserting: fc.Arbitrary<Act> = column.map((before) => () => ({
  do: "insertColumns",
  tab: TAB,
  before,
  count: 1,
}));

const hiding: fc.Arbitrary<Act> = fc
  .record({ column, isHidden: fc.boolean() })
  .map((given) => () => ({ do: "setColumns", tab: TAB, count: 1, ...given }));

const unmarking: fc.Arbitrary<Act> = fc.nat().map((index) => ({ metadata }) => {
  const own = metadata.filter(({ place }) => place.kind === "column" && place.tab === TAB);
  const mark = own[index % own.length];
  return mark === undefined ? undefined : { do: "removeMetadata", id: mark.id };
});

const colouring: fc.Arbitrary<Act> = fc.record({ column, at: fc.nat() }).map((given) => (state) => {
  const { conditionalFormats } = tabNamed(state, "Sales");
  const ranges = [{ tab: TAB, row: 2, column: given.column, rows: 9, columns: 1 }];
  const rule = { ranges, condition: { kind: "formula", formula: "=$A2>9" }, background: "#123456" } as const;
  const at = given.at % (conditionalFormats.length + 1);
  return { do: "setConditionalFormats", tab: TAB, rules: conditionalFormats.toSpliced(at, 0, rule) };
});

const acts = fc.array(fc.oneof(painting, inserting, hiding, unmarking, colouring), { maxLength: 8 });

test("a board is drawn anew through the API as by the add-on, and once", async () => {
  const changes = stageMore("Thinking");
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const begun = done.reduce((state, act) => {
        const write = act(state);
        return write === undefined ? state : writeGrid(state, write);
      }, salesBook());
      const again = changes.filter(({ kind }) => kind === "layOut");
      const { state, sent } = await drawnThroughApi([changes, again], begun);
      expect(seenSpreadsheet(state)).toEqual(seenSpreadsheet(bookInGoogle([changes], begun).state()));
      expect(sent[1]).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
