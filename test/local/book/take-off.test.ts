// A layout that is laid over a tab of people and taken off again: what stays in the file is what they made.

import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { readBook } from "../../../local/book/book.ts";
import { packageBytes } from "../../../local/book/package.ts";
import { tabFacts } from "../../../local/book/tab-facts.ts";
import type { Change } from "../../../shared/table/change.ts";
import { dealLayout } from "./deal-layout.ts";
import { type HandWritten, handWritten } from "./hand-written-book.ts";

const text = (address: string, value: string, style = "") =>
  `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
const list =
  `<row r="1" spans="1:2">${text("A1", "Status")}${text("B1", "Firm", ' s="4"')}</row>` +
  `<row r="2" spans="1:2">${text("A2", "Lead")}${text("B2", "Ada")}</row>`;

const over: readonly Change[] = [
  { kind: "layOut", tab: "Mine", layout: dealLayout, places: { stage: 0, name: 1 } },
  {
    kind: "identify",
    tab: "Mine",
    atRow: 2,
    expectFingerprint: "Ada of Lead",
    id: "r1",
  },
  { kind: "setField", tab: "Mine", record: "r1", field: "score", value: 5 },
];
const off: Change = {
  kind: "takeOff",
  tab: "Mine",
  columns: ["amount", "next", "at", "sure", "score", "id"],
};

function written(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const seen = (table: { marks: Readonly<Record<string, number>> }, row: { cells: readonly unknown[] }) =>
    `${row.cells[table.marks["name"] ?? 9]} of ${row.cells[table.marks["stage"] ?? 9]}`;
  return packageBytes(applyChanges(readBook(bytes, "book"), changes, seen).book.package);
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

const sheetPart = "xl/worksheets/sheet1.xml";

function roundTrip(book: HandWritten): { readonly before: string; readonly after: string } {
  const bytes = handWritten(book);
  const after = written(written(bytes, over), [off]);
  return { before: part(bytes, sheetPart), after: part(after, sheetPart) };
}

const rules =
  '<conditionalFormatting sqref="A2:A9"><cfRule type="containsBlanks" priority="1"><formula>LEN(A2)=0</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="B2:B9"><formula1>"Ada,Bob"</formula1></dataValidation></dataValidations>';

test.each([
  ["plain cells", `<dimension ref="A1:B2"/><sheetData>${list}</sheetData>`],
  ["their own dropdowns and colours", `<sheetData>${list}</sheetData><autoFilter ref="A1:B2"/>${rules}`],
  [
    "widths up to the last column, as some programs write them",
    `<cols><col min="1" max="2" width="20" customWidth="1"/><col min="3" max="16384" width="11.5" style="3"/></cols><sheetData>${list}</sheetData>`,
  ],
  [
    "widths that span their columns and ours",
    `<cols><col min="1" max="16384" width="11.5"/></cols><sheetData>${list}</sheetData>`,
  ],
  [
    "a colour in cells that hold nothing, beside theirs",
    `<sheetData>${list.replaceAll("</row>", "").replace('<row r="2"', '<c r="C1" s="1"/></row><row r="2"')}<c r="D2" s="2"/></row></sheetData>`,
  ],
])("a tab with %s is the same after a board came and went", (_what, inside) => {
  const { before, after } = roundTrip({ tabs: { Mine: inside, Other: "<sheetData/>" } });
  // What a row says of the cells it spans is a hint for speed that any program may leave out.
  expect(after).toBe(before.replaceAll(' spans="1:2"', ""));
});

test("our marks are gone, and names of people stay", () => {
  const bytes = handWritten({
    tabs: { Mine: `<sheetData>${list}</sheetData>` },
    afterTabs: '<definedNames><definedName name="Firms">Mine!$B$2:$B$9</definedName></definedNames>',
  });
  const laid = written(bytes, over);
  expect(part(laid, "xl/workbook.xml")).toContain("_stageline");
  expect(part(written(laid, [off]), "xl/workbook.xml")).toBe(part(bytes, "xl/workbook.xml"));
});

test("a list of names that were all ours is gone with them", () => {
  const bytes = handWritten({ tabs: { Mine: `<sheetData>${list}</sheetData>` } });
  expect(part(written(written(bytes, over), [off]), "xl/workbook.xml")).toBe(part(bytes, "xl/workbook.xml"));
});

test("a header of ours keeps the look of the cell that it stands in", () => {
  const inside = `<sheetData>${list.replace("</row>", '<c r="C1" s="1"/></row>')}</sheetData>`;
  const laid = part(written(handWritten({ tabs: { Mine: inside } }), over), sheetPart);
  expect(laid).toContain('<c r="C1" s="1" t="inlineStr">');
});

test("a formula that refers to a column of ours is named as old when the column goes", () => {
  const laid = written(
    handWritten({
      tabs: {
        Mine: `<sheetData>${list}</sheetData>`,
        Other: '<sheetData><row r="1"><c r="A1"><f>Mine!G2*2</f><v>10</v></c></row></sheetData>',
      },
    }),
    over,
  );
  const { staleFormulas } = applyChanges(readBook(laid, "book"), [off]);
  expect(staleFormulas).toEqual(["Other!A1"]);
});

test("formulas, dropdowns and protection of a tab are told, wherever the values of a dropdown stand", () => {
  const extension =
    '<extLst><ext xmlns:x14="x"><x14:dataValidations><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C2:C99</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  const validations =
    '<dataValidations><dataValidation type="list" sqref="A2:A9"><formula1>"Lead, Won,Lead"</formula1></dataValidation>' +
    '<dataValidation type="list" sqref="B2:B9"><formula1>Firms</formula1></dataValidation>' +
    '<dataValidation type="whole" sqref="D2:D9"><formula1>1</formula1></dataValidation></dataValidations>';
  const rows =
    '<row r="2"><c r="A2"><f>B2</f><v>1</v></c></row><row r="3"><c r="E3"><f t="array" ref="E3:E5">A3:A5</f><v>1</v></c></row>';
  const book = readBook(
    handWritten({
      tabs: {
        Mine: `<sheetData>${rows}</sheetData><sheetProtection sheet="1"/>${validations}${extension}`,
        Lists: `<sheetData><row r="1">${text("A1", "Cut")}</row><row r="2">${text("A2", "Sew")}</row><row r="4">${text("A4", "no")}</row></sheetData>`,
      },
      afterTabs: '<definedNames><definedName name="Firms">Lists!$A$2:$A$2</definedName></definedNames>',
    }),
    "book",
  );
  const facts = tabFacts(book, "Mine");
  expect([...facts.choices]).toEqual([
    [0, ["Lead", "Won"]],
    [1, ["Sew"]],
    [2, ["Cut", "Sew"]],
  ]);
  expect([...facts.formulas]).toEqual([
    [0, [2]],
    [4, [3, 4, 5]],
  ]);
  expect(facts.isProtected).toBe(true);
  expect(tabFacts(book, "Lists").isProtected).toBe(false);
});

test("the row in which a table sums itself up is told, and a table without one has none", () => {
  const links =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
  const facts = (totals: string) =>
    tabFacts(
      readBook(
        handWritten({
          tabs: { Mine: `<sheetData>${list}</sheetData>` },
          parts: {
            "xl/worksheets/_rels/sheet1.xml.rels": links,
            "xl/tables/table1.xml": `<table id="1" name="Firms" ref="A1:B9"${totals}/>`,
          },
        }),
        "book",
      ),
      "Mine",
    );
  expect(facts(' totalsRowCount="1"').totalsRows).toEqual([9]);
  expect(facts("").filters).toEqual(["A1:B9"]);
  expect(facts(' totalsRowShown="0"').totalsRows).toEqual([]);
});

test("a table that was widened over our columns keeps its headers: it has to be drawn back first", () => {
  const links =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
  const book = (range: string) =>
    written(
      handWritten({
        tabs: { Mine: `<sheetData>${list}</sheetData>` },
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": links,
          "xl/tables/table1.xml": `<table id="1" name="Firms" ref="${range}"/>`,
        },
      }),
      over,
    );
  expect(() => written(book("A1:D2"), [off])).toThrow("the table over A1:D2 covers columns of ours");
  expect(() => written(book("A1:B2"), [off])).not.toThrow();
});
