// Files that other programs write, in the grid.

import { expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../../local/grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../../../local/grid/book/spreadsheet-from-book.ts";
import { recalculate } from "../../../../local/grid/recalculate.ts";
import { handWritten } from "../../book/hand-written-book.ts";
import { seen, valueAt } from "../grids.ts";

const rows = (inside: string) => `<sheetData>${inside}</sheetData>`;
const loaded = (tab: string, afterTabs = "") =>
  spreadsheetFromBook(handWritten({ tabs: { Sales: tab, Lists: rows("") }, afterTabs }), { name: "Test" });

test("a cell shows a day by its style, and a column's style is that of its empty cells", () => {
  const grid = loaded(
    `<cols><col min="1" max="2" width="20" style="3"/></cols>${rows('<row r="2"><c r="A2" s="1"><v>46110</v></c><c r="B2"/></row>')}`,
  );
  expect(valueAt(grid, "A2")).toEqual({ serial: 46_110 });
  expect(seen(grid, "A1:C2", "formats")).toEqual([
    ["@", "@", "General"],
    ["yyyy\\-mm\\-dd", "General", "General"],
  ]);
});

test("a prompt without a rule is a note", () => {
  const rule = '<dataValidation prompt="Where it stands" showInputMessage="1" sqref="A1"/>';
  const grid = loaded(`${rows("")}<dataValidations count="1">${rule}</dataValidations>`);
  expect(seen(grid, "A1", "notes")).toEqual([["Where it stands"]]);
  expect(seen(grid, "A1", "validations")).toEqual([[null]]);
});

test("a dropdown that Excel keeps in an extension is a rule by range", () => {
  const list =
    '<extLst><ext><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  const grid = loaded(`${rows("")}${list}`);
  expect(seen(grid, "B3", "validations")).toEqual([
    [
      {
        criteria: {
          kind: "range",
          range: { tab: grid.tabs[1]?.id, row: 1, column: 1, rows: 3, columns: 1 },
          showsDropdown: true,
        },
        allowsInvalid: false,
      },
    ],
  ]);
});

test("a list by formula is asked for by each cell as it reads there, and is one range again in a file", () => {
  const rule =
    '<dataValidation type="list" sqref="B2:B4"><formula1>OFFSET(Lists!$A$1,0,MATCH($A2,Lists!$1:$1,0)-1)</formula1></dataValidation>';
  const grid = loaded(`${rows("")}<dataValidations count="1">${rule}</dataValidations>`);
  expect(seen(grid, "B4", "validations")).toMatchObject([
    [{ criteria: { formula: "OFFSET(Lists!$A$1,0,MATCH($A4,Lists!$1:$1,0)-1)" } }],
  ]);
  const back = spreadsheetFromBook(bookFromSpreadsheet(grid), { name: "Test" });
  expect(seen(back, "B2:B4", "validations")).toEqual(seen(grid, "B2:B4", "validations"));
});

test("a formula that is shared reads in each cell as it stands there", () => {
  const grid = loaded(
    rows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row>',
    ),
  );
  expect(seen(grid, "B1:B2", "formulas")).toEqual([["=A1*2"], ["=A2*2"]]);
  expect(
    seen(
      recalculate(grid, () => undefined),
      "B1:B2",
    ),
  ).toEqual([[2], [6]]);
});

test("what one formula puts into several cells is kept, and is no value of theirs", () => {
  const grid = loaded(
    rows(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(C1:D1)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
    ),
  );
  const kept = recalculate(grid, () => undefined);
  expect(seen(kept, "A1:A2")).toEqual([[1], [2]]);
  expect(seen(kept, "A1:A2", "formulas")).toEqual([["=ARRAYFORMULA(TRANSPOSE(C1:D1))"], [null]]);
  const back = spreadsheetFromBook(bookFromSpreadsheet(kept), { name: "Test" });
  expect(seen(back, "A1:A2", "formulas")).toEqual(seen(kept, "A1:A2", "formulas"));
});

test("a formula of another program whose result is an empty text stays one", () => {
  const grid = loaded(rows('<row r="1"><c r="A1" t="str"><f>IF(1,"")</f><v></v></c></row>'));
  expect(recalculate(grid, () => undefined)).toBe(grid);
  expect(seen(grid, "A1")).toEqual([[""]]);
});

test("a tab is at least as large as a new one, and as large as what it holds", () => {
  const grid = loaded(rows('<row r="2000"><c r="AD2000"><v>1</v></c></row>'));
  expect(grid.tabs.map(({ maxRows, maxColumns }) => [maxRows, maxColumns])).toEqual([
    [2000, 30],
    [1000, 26],
  ]);
});

test("names of ranges come along, those of print areas do not", () => {
  const names =
    '<definedNames><definedName name="Stages">Lists!$A$2:$A$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Sales!$A$1</definedName></definedNames>';
  const grid = loaded(rows(""), names);
  expect(grid.namedRanges).toEqual([
    { name: "Stages", range: { tab: grid.tabs[1]?.id, row: 2, column: 1, rows: 8, columns: 1 } },
  ]);
});
