import { expect, test } from "vitest";
import { readBook } from "../../../local/book/book.ts";
import type { TableRow } from "../../../shared/table/table.ts";
import { handWritten, marked } from "./hand-written-book.ts";

function rowsOf(data: string, strings = ""): readonly TableRow[] {
  const bytes = handWritten({ tabs: { Deals: `<sheetData>${data}</sheetData>` }, strings });
  return readBook(bytes, "x").tables[0]?.rows ?? [];
}

function cellOf(cell: string, strings = ""): unknown {
  return rowsOf(`<row r="2">${cell}</row>`, strings)[0]?.cells[0] ?? null;
}

test("every kind of cell is read as what it holds", () => {
  expect(cellOf('<c r="A2"><v>0.1</v></c>')).toBe(0.1);
  expect(cellOf('<c r="A2" t="b"><v>1</v></c>')).toBe(true);
  expect(cellOf('<c r="A2" t="e"><v>#REF!</v></c>')).toEqual({ error: "#REF!" });
  expect(cellOf('<c r="A2" t="inlineStr"><is><t>#REF!</t></is></c>')).toBe("#REF!");
  expect(cellOf('<c r="A2" t="str"><f>B2&amp;"x"</f><v xml:space="preserve"> x&amp;_x000D_</v></c>')).toBe(
    " x&\r",
  );
  expect(cellOf('<c r="A2" t="n"><f t="shared" si="0"/><v>4</v></c>')).toBe(4);
  expect(cellOf('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toEqual({ error: "#DIV/0!" });
  expect(cellOf('<c r="A2"><f>B2</f></c>')).toBeNull();
  expect(cellOf('<c r="A2" s="4"/>')).toBeNull();
});

test("a number that is shown as a date or a time is its serial number, exactly", () => {
  expect(cellOf('<c r="A2" s="1"><v>46110.123456789</v></c>')).toEqual({ serial: 46110.123456789 });
  expect(cellOf('<c r="A2" s="2"><v>0.354166666666667</v></c>')).toEqual({ serial: 0.354166666666667 });
  expect(cellOf('<c r="A2" s="1"><v>1</v></c>')).toEqual({ serial: 1 });
  expect(cellOf('<c r="A2" t="d"><v>2026-03-29T18:00:00Z</v></c>')).toEqual({ serial: 46110.75 });
  expect(cellOf('<c r="A2" s="1" t="inlineStr"><is><t>soon</t></is></c>')).toBe("soon");
});

test("shared texts keep their zeros, their spaces and their runs, without the reading aids", () => {
  const strings =
    '<si><t>007</t></si><si><t xml:space="preserve"> a </t></si><si/><si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>RI</t></rPh></si><si><t/></si>';
  const cell = (index: number) => cellOf(`<c r="A2" t="s"><v>${index}</v></c>`, strings);
  expect([0, 1, 2, 3, 4, 9].map(cell)).toEqual(["007", " a ", null, "rich", null, null]);
});

test("attributes in any order and rows out of order are read at their places", () => {
  const rows = rowsOf(
    "<row s='1' r='4'><c t='b' r='B4'><v>1</v></c></row><row r='2' ht=\"12\"><c r='C2'><v>3</v></c><c r='A2'><v>1</v></c></row><row/><row r='9'/>",
  );
  expect(rows).toEqual([
    { at: 2, cells: [1, null, 3] },
    { at: 4, cells: [null, true] },
  ]);
});

test("merges, hidden marks and the header come with the table", () => {
  const bytes = handWritten({
    tabs: {
      "It's":
        '<sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>ID</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>',
    },
    afterTabs: marked("It''s", { id: "B", gone: "C" })
      .replace("'It''s'!$C:$C", "#REF!")
      .replace("$B:$B", "$B$1:$B$1048576"),
  });
  expect(readBook(bytes, "x").tables[0]).toEqual({
    tab: "It's",
    key: "deals",
    header: [null, "ID"],
    rows: [],
    marks: { id: 1 },
    merges: ["B2:B4"],
  });
});

test("one formatted cell in a far corner of a tab is no reason to read slowly or to refuse", () => {
  expect(
    rowsOf('<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'),
  ).toHaveLength(1);
});

test("a part in UTF-16 is read", () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2"><c r="A2"><v>5</v></c></row></sheetData></worksheet>';
  const bytes = new Uint8Array(Buffer.from(`\ufeff${xml}`, "utf16le"));
  const book = readBook(
    handWritten({ tabs: { Deals: "" }, parts: { "xl/worksheets/sheet1.xml": bytes } }),
    "x",
  );
  expect(book.tables[0]?.rows).toEqual([{ at: 2, cells: [5] }]);
});
