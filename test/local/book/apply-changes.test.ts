import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { type Book, newBook, readBook } from "../../../local/book/book.ts";
import { packageBytes } from "../../../local/book/package.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { Table } from "../../../shared/table/table.ts";
import { dealLayout } from "./deal-layout.ts";
import { handWritten, marked } from "./hand-written-book.ts";

const layOut: Change = { kind: "layOut", tab: "Deals", layout: dealLayout };

function saved(book: Book): Book {
  return readBook(packageBytes(book.package), "deals.xlsx");
}

function tableOf(book: Book, tab = "Deals"): Table {
  const table = book.tables.find((candidate) => candidate.tab === tab);
  if (table === undefined) throw new Error(`no tab ${tab}`);
  return table;
}

function sheetXml(book: Book, tab = "Deals"): string {
  const entry = book.workbook.sheets.find((sheet) => sheet.name === tab);
  return strFromU8(book.package.parts.get(entry?.partName ?? "") ?? new Uint8Array());
}

function valuesOf(table: Table, key: string): readonly (Cell | undefined)[] {
  const column = table.marks[key] ?? -1;
  return table.rows.map((row) => row.cells[column]);
}

function dealsBook(rows: readonly Record<string, Cell>[] = []): Book {
  return saved(applyChanges(newBook(), [layOut, { kind: "append", tab: "Deals", rows }]).book);
}

const nastyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(
    "=cmd",
    " x ",
    "_x0041_",
    "_x0041",
    "__x005F_",
    "\u0000",
    "\ud800",
    "a\r\nb\tc",
    "]]>",
    "007",
    "<v>1</v>",
    "é🎉",
    "#REF!",
  ),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  nastyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom({ error: "#REF!" }, { error: "#DIV/0!" }),
  fc.integer({ min: 0, max: 60_000 }).map((day) => ({ serial: day })),
  fc.constantFrom({ serial: 46110.75 }, { serial: 0.354166666666667 }),
);

// An empty text is an empty cell, and a file has one zero.
function held(cell: Cell): Cell {
  return cell === "" ? null : Object.is(cell, -0) ? 0 : cell;
}

test("rows that were appended are read back as they were", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: anyCell, score: anyCell, note: anyCell }), { maxLength: 8 }),
      (rows) => {
        const layout = {
          ...dealLayout,
          columns: ["name", "score", "note"].map((key) => ({
            key,
            header: key,
            widthCharacters: 9,
            format: "general" as const,
          })),
        };
        const book = saved(
          applyChanges(newBook(), [
            { kind: "layOut", tab: "Deals", layout },
            { kind: "append", tab: "Deals", rows },
          ]).book,
        );
        const expected = rows
          .map((row, index) => [index + 2, held(row.name), held(row.score), held(row.note)])
          .filter(([, ...cells]) => cells.some((cell) => cell !== null));
        const read = tableOf(book).rows.map((row) => [
          row.at,
          ...[0, 1, 2].map((column) => row.cells[column] ?? null),
        ]);
        expect(read).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test("cells that were set one by one are read back as they were", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom("name", "score"), anyCell), {
        maxLength: 12,
      }),
      (sets) => {
        const ids = ["r0", "r1", "r2", "r3", "r4"];
        const start = dealsBook(ids.map((id) => ({ id, name: "n" })));
        const changes = sets.map(
          ([index, field, value]): Change => ({
            kind: "setField",
            tab: "Deals",
            record: ids[index] ?? "",
            field,
            value,
          }),
        );
        const { book } = applyChanges(start, changes);
        const table = tableOf(saved(book));
        const expected = new Map(
          ids.map((id) => [
            id,
            new Map<string, Cell>([
              ["name", "n"],
              ["score", null],
            ]),
          ]),
        );
        for (const [index, field, value] of sets) {
          const before = expected.get(ids[index] ?? "");
          const present = before?.get(field);
          // A number set where a date with that serial number stands stays a date.
          const isSameSerial =
            typeof present === "object" &&
            present !== null &&
            "serial" in present &&
            present.serial === value;
          if (!isSameSerial) before?.set(field, held(value));
        }
        const column = table.marks["id"] ?? -1;
        for (const row of table.rows) {
          const fields = expected.get(String(row.cells[column]));
          for (const field of ["name", "score"]) {
            const cell = row.cells[table.marks[field] ?? -1] ?? null;
            const wanted = fields?.get(field) ?? null;
            // A plain number in a cell that showed a date before is shown, and read, as a date.
            expect(
              typeof wanted === "number" && typeof cell === "object" && cell !== null && "serial" in cell
                ? cell.serial
                : cell,
            ).toEqual(wanted);
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("laying out twice changes nothing", () => {
  const once = dealsBook([{ id: "r1", name: "Ada", stage: "Lead" }]);
  const twice = applyChanges(once, [layOut]);
  expect(twice.book).toBe(once);
  expect(twice.cells).toBe(0);
});

test("a laid out tab has its marks, its header and its key", () => {
  const table = tableOf(dealsBook());
  expect(table.key).toBe("deals");
  expect(table.header).toEqual(["Stage", "Name", "Amount", "Next step on", "At", "Sure", "Score", "ID"]);
  expect(table.marks).toEqual({ stage: 0, name: 1, amount: 2, next: 3, at: 4, sure: 5, score: 6, id: 7 });
});

test("a set cell is the only text of its tab that changes", () => {
  const sheet =
    '<cols><col min="2" max="2" width="40"/></cols><sheetData>' +
    '<row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row>' +
    '<row ht="30" r="2" customHeight="1"><c s="3" r="A2" t="inlineStr"><is><t>r1</t></is></c><c t="s" s="4" r="B2"><v>0</v></c><c r="C2"><v>5</v></c></row></sheetData>' +
    '<conditionalFormatting sqref="B2"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>';
  const bytes = handWritten({
    tabs: { Deals: sheet },
    strings: "<si><t>Ada</t></si>",
    afterTabs: marked("Deals", { id: "A", name: "B" }),
  });
  const { book, cells } = applyChanges(readBook(bytes, "x"), [
    { kind: "setField", tab: "Deals", record: "r1", field: "name", value: "Bob & Co" },
  ]);
  const wanted = sheet.replace(
    '<c t="s" s="4" r="B2"><v>0</v></c>',
    '<c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve">Bob &amp; Co</t></is></c>',
  );
  expect(sheetXml(book)).toContain(wanted);
  expect(cells).toBe(1);
});

test("every other part comes through with its bytes", () => {
  const bytes = handWritten({
    tabs: { Deals: "<sheetData/>", Own: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
    parts: {
      "xl/media/image1.png": new Uint8Array([1, 2, 3]),
      "customXml/item1.xml": "<a/>",
      "docProps/app.xml": "<p/>",
    },
  });
  const before = unzipSync(bytes);
  const after = unzipSync(packageBytes(applyChanges(readBook(bytes, "x"), [layOut]).book.package));
  const changed = Object.keys(before).filter(
    (name) => strFromU8(before[name] ?? new Uint8Array()) !== strFromU8(after[name] ?? new Uint8Array()),
  );
  expect(changed.sort()).toEqual(["xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test("elements with a namespace prefix and without addresses are read and written", () => {
  const text = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
  const sheet = `<x:sheetData><x:row>${text("ID")}${text("Name")}</x:row><x:row>${text("r1")}<x:c><x:v>5</x:v></x:c></x:row><x:row>${text("r2")}</x:row></x:sheetData>`;
  const names = marked("Deals", { id: "A", name: "B" })
    .replaceAll("<definedName", "<x:definedName")
    .replaceAll("</definedName", "</x:definedName");
  const styles = '<x:fonts><x:font/></x:fonts><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs>';
  const book = readBook(handWritten({ tabs: { Deals: sheet }, prefix: "x:", afterTabs: names, styles }), "x");
  expect(tableOf(book).rows).toEqual([
    { at: 2, cells: ["r1", 5] },
    { at: 3, cells: ["r2"] },
  ]);
  const { book: after } = applyChanges(book, [
    { kind: "setField", tab: "Deals", record: "r1", field: "name", value: "Ada" },
    { kind: "setField", tab: "Deals", record: "r2", field: "name", value: { serial: 46110 } },
    { kind: "append", tab: "Deals", rows: [{ id: "r3", name: "Eve" }] },
    layOut,
  ]);
  expect(tableOf(saved(after)).rows.map((row) => row.cells.slice(0, 2))).toEqual([
    ["r1", "Ada"],
    ["r2", { serial: 46110 }],
    ["r3", "Eve"],
  ]);
});

test("appended rows take the prepared rows with their styles, then follow", () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c></row>' +
    '<row r="3" spans="1:1" ht="40"><c r="A3" s="4"/></row><row r="5" ht="12"/><row r="9"><c r="C9" s="1"/></row></sheetData>';
  const bytes = handWritten({ tabs: { Deals: sheet }, afterTabs: marked("Deals", { id: "A", name: "B" }) });
  const rows = ["r2", "r3", "r4"].map((id) => ({ id, name: id }));
  const xml = sheetXml(applyChanges(readBook(bytes, "x"), [{ kind: "append", tab: "Deals", rows }]).book);
  expect(xml).toMatch(
    /<row r="3" ht="40"><c r="A3" s="4" t="inlineStr">.*?r2.*?<c r="B3".*?<\/row><row r="4"><c r="A4".*?<\/row><row r="5" ht="12"><c r="A5".*?<\/row><row r="9">/,
  );
});

test("a hundred thousand rows with styles and no values are no rows", () => {
  const blank = Array.from(
    { length: 100_000 },
    (_, index) =>
      `<row r="${index + 2}" s="1"><c r="A${index + 2}" s="1"/><c r="B${index + 2}" s="1"></c></row>`,
  );
  const bytes = handWritten({ tabs: { Deals: `<sheetData>${blank.join("")}</sheetData>` } });
  const started = performance.now();
  expect(tableOf(readBook(bytes, "x")).rows).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});

test("a record or a column that is not there is refused by name", () => {
  const book = dealsBook([{ id: "r1" }]);
  const set = (record: string, field: string) => () =>
    applyChanges(book, [{ kind: "setField", tab: "Deals", record, field, value: "x" }]);
  expect(set("r9", "name")).toThrow('tab "Deals" has no row with the id "r9"');
  expect(set("r1", "colour")).toThrow('tab "Deals" has no column for "colour"');
  expect(() => applyChanges(book, [{ kind: "append", tab: "Orders", rows: [] }])).toThrow(
    'the book has no tab "Orders", it has "Deals"',
  );
});

test("a text longer than a cell holds is refused with its cell", () => {
  const set = (length: number) =>
    applyChanges(dealsBook([{ id: "r1" }]), [
      { kind: "setField", tab: "Deals", record: "r1", field: "name", value: "x".repeat(length) },
    ]);
  expect(set(32_767).cells).toBe(1);
  expect(() => set(32_768)).toThrow(
    "Deals!B2: a text of 32768 characters is longer than the 32767 that a cell holds",
  );
});

test("a row gets its id only while its fingerprint is the one that was read", () => {
  const sheet = '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>Ada</t></is></c></row></sheetData>';
  const book = readBook(
    handWritten({ tabs: { Deals: sheet }, afterTabs: marked("Deals", { id: "A", name: "B" }) }),
    "x",
  );
  const identify = (expectFingerprint: string) =>
    applyChanges(
      book,
      [{ kind: "identify", tab: "Deals", atRow: 2, expectFingerprint, id: "r1" }],
      (table, row) => String(row.cells[table.marks["name"] ?? 0]),
    );
  expect(tableOf(identify("Ada").book).rows).toEqual([{ at: 2, cells: ["r1", "Ada"] }]);
  expect(() => identify("Bob")).toThrow("Deals: row 2 is not the row that was read; read the book again");
});

test("a record that was appended can be set in the same go", () => {
  const { book } = applyChanges(dealsBook([{ id: "r1", name: "Ada" }]), [
    { kind: "setField", tab: "Deals", record: "r1", field: "name", value: "Bob" },
    { kind: "append", tab: "Deals", rows: [{ id: "r2", name: "Eve" }] },
    { kind: "setField", tab: "Deals", record: "r2", field: "name", value: "Eva" },
  ]);
  expect(valuesOf(tableOf(saved(book)), "name")).toEqual(["Bob", "Eva"]);
});

test("replacing the body leaves the rows that were given and what people wrote beside them", () => {
  const first = dealsBook([{ id: "r1" }, { id: "r2" }, { id: "r3" }]);
  const replaced = applyChanges(first, [
    { kind: "replaceBody", tab: "Deals", rows: [{ id: "r9", name: "new" }] },
    { kind: "append", tab: "Deals", rows: [{ id: "r10" }] },
  ]).book;
  expect(valuesOf(tableOf(saved(replaced)), "id")).toEqual(["r9", "r10"]);
});

test("a formula that was filled down keeps its text where the one that held it is written over", () => {
  const sheet =
    '<sheetData><row r="1"/><row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c><c r="B2"><f t="shared" ref="B2:B4" si="0">C2*$D$1</f><v>1</v></c></row>' +
    '<row r="3"><c r="A3" t="inlineStr"><is><t>r2</t></is></c><c r="B3"><f t="shared" si="0"/><v>2</v></c></row></sheetData>';
  const bytes = handWritten({
    tabs: { Deals: sheet },
    afterTabs: marked("Deals", { id: "A", score: "B" }),
    parts: { "xl/calcChain.xml": '<calcChain><c r="B2" i="1"/></calcChain>' },
    links:
      '<Relationship Id="rId92" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    contentTypes:
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
  });
  const { book } = applyChanges(readBook(bytes, "x"), [
    { kind: "setField", tab: "Deals", record: "r1", field: "score", value: 7 },
  ]);
  expect(sheetXml(book)).toContain('<c r="B2"><v>7</v></c>');
  expect(sheetXml(book)).toContain("<f>C3*$D$1</f><v>2</v>");
  expect(book.package.parts.has("xl/calcChain.xml")).toBe(false);
  expect(strFromU8(book.package.parts.get("[Content_Types].xml") ?? new Uint8Array())).not.toContain(
    "calcChain",
  );
});

test("a part of a formula that fills a block is not written over", () => {
  const sheet =
    '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c><c r="B2"><f t="array" ref="B2:B5">C2:C5</f><v>1</v></c></row></sheetData>';
  const book = readBook(
    handWritten({ tabs: { Deals: sheet }, afterTabs: marked("Deals", { id: "A", score: "B" }) }),
    "x",
  );
  const set = () =>
    applyChanges(book, [{ kind: "setField", tab: "Deals", record: "r1", field: "score", value: 7 }]);
  expect(set).toThrow("Deals!B2 belongs to a formula that fills B2:B5");
});

test("formulas whose results the write makes old are named, those of others too", () => {
  const board =
    '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c><c r="B2"><v>1</v></c><c r="C2"><f>B2*2</f><v>2</v></c></row></sheetData>';
  const summary =
    '<sheetData><row r="1"><c r="A1"><f>SUM(Deals!B:B)</f><v>1</v></c><c r="B1"><f>A1+1</f><v>2</v></c><c r="C1"><f>COUNTA(\'Deals\'!A2:A9)&amp;"Deals!B2"</f><v>1</v></c><c r="D1"><f>LOG10(5)</f><v>1</v></c></row></sheetData>';
  const bytes = handWritten({
    tabs: { Deals: board, Summary: summary },
    afterTabs: marked("Deals", { id: "A", score: "B" }),
  });
  const { staleFormulas } = applyChanges(readBook(bytes, "x"), [
    { kind: "setField", tab: "Deals", record: "r1", field: "score", value: 7 },
  ]);
  expect(staleFormulas).toEqual(["Deals!C2", "Summary!A1", "Summary!B1"]);
});

test("columns that are missing are added at the right of all that is used, and no other is moved", () => {
  const sheet =
    '<cols><col min="1" max="16384" width="11"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Fase</t></is></c><c r="C1" t="inlineStr"><is><t>name </t></is></c></row>' +
    '<row r="2"><c r="E2"><v>1</v></c></row></sheetData>';
  const layout = {
    ...dealLayout,
    columns: dealLayout.columns.map((column) =>
      column.key === "stage" ? { ...column, aliases: ["Fase"] } : column,
    ),
  };
  const once = applyChanges(readBook(handWritten({ tabs: { Deals: sheet } }), "x"), [
    { kind: "layOut", tab: "Deals", layout },
  ]).book;
  expect(tableOf(saved(once)).header).toEqual([
    "Fase",
    null,
    "name ",
    null,
    null,
    "Amount",
    "Next step on",
    "At",
    "Sure",
    "Score",
    "ID",
  ]);
  expect(tableOf(saved(once)).marks).toMatchObject({ stage: 0, name: 2, amount: 5, id: 10 });
  expect(sheetXml(once)).toContain(
    '<col min="1" max="5" width="11"/><col min="6" max="6" width="12" style="',
  );
  expect(sheetXml(once)).toContain('<col min="12" max="16384" width="11"/>');
});

test("dropdowns and colours of people stay beside ours", () => {
  const sheet =
    '<sheetData/><conditionalFormatting sqref="A2:A9"><cfRule type="expression" priority="3"><formula>TRUE</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1" xWindow="5"><dataValidation type="list" sqref="A3:A4 X1"><formula1>"a"</formula1></dataValidation></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>';
  const once = applyChanges(readBook(handWritten({ tabs: { Deals: sheet } }), "x"), [layOut]).book;
  expect(sheetXml(once)).toContain(
    '<dataValidations count="4" xWindow="5"><dataValidation type="list" sqref="A3:A4 X1"><formula1>"a"</formula1></dataValidation>',
  );
  expect(sheetXml(once)).toContain('sqref="A2 A5:A201"');
  expect(sheetXml(once)).toContain(
    '<cfRule type="expression" priority="3"><formula>TRUE</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="A2:A201">',
  );
  expect(applyChanges(saved(once), [layOut]).cells).toBe(0);
  const without = {
    ...dealLayout,
    columns: dealLayout.columns.map(({ dropdown, note, colours, ...column }) => column),
  };
  const bare = applyChanges(once, [{ kind: "layOut", tab: "Deals", layout: without }]).book;
  expect(sheetXml(bare)).toContain(
    '<dataValidations count="1" xWindow="5"><dataValidation type="list" sqref="A3:A4 X1">',
  );
  expect(sheetXml(bare)).not.toContain("stageline");
});

test("a dropdown reaches rows that were appended beyond it", () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ id: `r${index}` }));
  const xml = sheetXml(dealsBook(rows));
  expect(xml).toContain('sqref="A2:A301"');
  const more = applyChanges(dealsBook(rows), [{ kind: "append", tab: "Deals", rows: [{ id: "x" }] }]).book;
  expect(sheetXml(more).match(/sqref="[A-Z]2:[A-Z]802"/g)).toEqual([
    'sqref="A2:A802"',
    'sqref="A2:A802"',
    'sqref="F2:F802"',
  ]);
});

test("values that a dropdown cannot hold itself stand in a hidden tab", () => {
  const values = Array.from({ length: 60 }, (_, index) => `Customer, number ${index}`);
  const layout = {
    ...dealLayout,
    columns: [
      {
        key: "who",
        header: "Who",
        widthCharacters: 9,
        format: "text" as const,
        dropdown: { kind: "values" as const, values },
      },
    ],
  };
  const once = applyChanges(newBook(), [{ kind: "layOut", tab: "Deals", layout }]).book;
  expect(sheetXml(once)).toContain("<formula1>'_lists'!$B$4:$B$63</formula1>");
  const list = tableOf(saved(once), "_lists").rows.filter(({ at }) => at > 3);
  expect(list.map(({ cells }) => cells[1])).toEqual(values);
  expect(saved(once).workbook.sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  expect(applyChanges(saved(once), [{ kind: "layOut", tab: "Deals", layout }]).book.package.parts.size).toBe(
    once.package.parts.size,
  );
});

test("a dropdown may take its values from a tab that is laid out after it", () => {
  const owner = {
    key: "owner",
    header: "Owner",
    widthCharacters: 9,
    format: "text" as const,
    dropdown: { kind: "column" as const, tab: "team", column: "name" },
  };
  const team = {
    key: "team",
    tab: "Team",
    hidden: true,
    preparedRows: 99,
    columns: [{ key: "name", header: "Name", widthCharacters: 9, format: "text" as const }],
  };
  const { book } = applyChanges(newBook(), [
    { kind: "layOut", tab: "Deals", layout: { ...dealLayout, columns: [owner] } },
    { kind: "layOut", tab: "Team", layout: team },
  ]);
  expect(sheetXml(book)).toContain("<formula1>OFFSET('_lists'!$B$4,0,0,MAX(1,'_lists'!$B$3),1)</formula1>");
});

test("a signed book is not written, with the list of what would break", () => {
  const bytes = handWritten({
    tabs: { Deals: "<sheetData/>" },
    parts: { "_xmlsignatures/sig1.xml": "<Signature/>" },
  });
  const book = readBook(bytes, "x");
  expect(() => applyChanges(book, [layOut])).toThrow("a digital signature (_xmlsignatures/sig1.xml)");
});

test("in a book that counts from 1904 the days are the same days", () => {
  const sheet =
    '<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t>r1</t></is></c><c r="B2" s="1"><v>44648</v></c></row></sheetData>';
  const bytes = handWritten({
    tabs: { Deals: sheet },
    beforeTabs: '<workbookPr date1904="1"/>',
    afterTabs: marked("Deals", { id: "A", next: "B" }),
  });
  const book = readBook(bytes, "x");
  expect(tableOf(book).rows).toEqual([{ at: 2, cells: ["r1", { serial: 46110 }] }]);
  const after = applyChanges(book, [
    { kind: "setField", tab: "Deals", record: "r1", field: "next", value: { serial: 46111 } },
  ]).book;
  expect(sheetXml(after)).toContain('<c r="B2" s="1"><v>44649</v></c>');
});
