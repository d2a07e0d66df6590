// What `check --fix` finds lost around the cells of a Google spreadsheet.

import { expect, test } from "vitest";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import type { Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { parseMask } from "../../../../local/sheets-api/field-mask.ts";
import { rangeFromText } from "../../../../local/sheets-api/range-text.ts";
import { spreadsheetResource } from "../../../../local/sheets-api/resource/spreadsheet-resource.ts";
import type { LostDressing } from "../../../../shared/engine/mending/mend-book.ts";
import { draftedBook } from "../../../../shared/table/planning/drafted-book.ts";
import { lostQuestion } from "../../../../sync/google/dressing/dressing-question.ts";
import { lostInSheets } from "../../../../sync/google/dressing/lost-in-sheets.ts";
import { seenSheets, wholeHeaderIn } from "../../../../sync/google/dressing/seen-sheets.ts";
import { gridTables } from "../../../hands/grid-tables.ts";
import { columnOf, painted, salesBook, salesLayout, tabNamed } from "./sales-book.ts";

function lostIn(state: Spreadsheet): readonly LostDressing[] {
  const tables = gridTables(state);
  const tabs = state.tabs.flatMap(({ id, maxRows, maxColumns }, index) => {
    const table = tables[index];
    return table === undefined ? [] : [{ table, maxRows, shape: { id, rows: maxRows, width: maxColumns } }];
  });
  const layouts = [salesLayout()];
  const { ranges, fields } = lostQuestion(tabs, layouts) ?? { ranges: [], fields: "" };
  const asked = { ranges: ranges.map((range) => rangeFromText(state, range)), includesGridData: false };
  const seen = seenSheets(spreadsheetResource(state, { ...asked, mask: parseMask(fields) }));
  return lostInSheets(draftedBook({ tabs, wholeHeader: wholeHeaderIn(tabs, seen) }), layouts, seen);
}

test("nothing is lost on a board as it was drawn", () => {
  expect(lostIn(salesBook())).toEqual([]);
});

test("a dropdown that somebody cleared is lost, one that is people's own is not", () => {
  const criteria = { kind: "list", values: ["Hot"], showsDropdown: true } as const;
  const theirs = { validation: { criteria, allowsInvalid: true } };
  const cleared = painted(salesBook(), { header: "Stage", rows: "below" }, { validation: null });
  const state = painted(cleared, { header: "Temperature", rows: "below" }, theirs);
  expect(lostIn(state)).toEqual([{ tab: "Sales", message: 'the dropdown of "Stage" is back' }]);
});

test("columns of the engine that somebody has shown are lost", () => {
  const book = salesBook();
  const column = columnOf(book, "Sales", "Memory");
  const tab = tabNamed(book, "Sales").id;
  const state = writeGrid(book, { do: "setColumns", tab, column, count: 1, isHidden: false });
  expect(lostIn(state)).toEqual([{ tab: "Sales", message: 'the column "Memory" is hidden again' }]);
});
