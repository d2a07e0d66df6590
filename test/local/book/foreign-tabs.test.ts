import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, expect, test } from "vitest";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { readBook } from "../../../local/book/book.ts";
import { packageBytes } from "../../../local/book/package.ts";
import type { Change } from "../../../shared/table/change.ts";
import { editInLibreOffice, lookInLibreOffice } from "../../hands/libre-office.ts";
import { dealLayout } from "./deal-layout.ts";
import { handWritten } from "./hand-written-book.ts";

const folder = mkdtempSync(join(tmpdir(), "foreign-"));
const path = join(folder, "book.xlsx");

const changes: readonly Change[] = [
  { kind: "layOut", tab: "Deals", layout: dealLayout },
  {
    kind: "append",
    tab: "Deals",
    rows: [
      { id: "r1", name: "Ada" },
      { id: "r2", name: "Bob" },
    ],
  },
  { kind: "setField", tab: "Deals", record: "r1", field: "stage", value: "Won" },
];
/** The parts that all tabs share and that are only added to. */
const shared = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"];

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(bytes: Uint8Array): Uint8Array {
  return packageBytes(applyChanges(readBook(bytes, "book"), changes).book.package);
}

function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys(old).filter(
    (name) => Buffer.compare(old[name] ?? new Uint8Array(), now[name] ?? new Uint8Array()) !== 0,
  );
}

/** A tab with a chart, a text box, a table, comments, rich text, checkboxes, sparklines, rules and a formula. */
async function crowdedBook(): Promise<Uint8Array> {
  const anchor = { from: { row: 5, col: 4 }, to: { row: 15, col: 9 } };
  return writeXlsx({
    sheets: [
      {
        name: "Own",
        rows: [
          ["Month", "Sum", "Done"],
          ["Jan", 5, true],
          ["Feb", 7, false],
        ],
        cells: new Map([
          ["1,0", { value: "Jan", type: "string", comment: { author: "Ada", text: "first" } }],
          ["1,2", { value: true, type: "boolean", checkbox: true }],
          [
            "2,0",
            {
              value: "Feb",
              type: "richText",
              richText: [{ text: "F", font: { bold: true } }, { text: "eb" }],
            },
          ],
          ["4,0", { value: 12, type: "formula", formula: "SUM(B2:B3)", formulaResult: 12 }],
        ]),
        tables: [
          { name: "Months", range: "A1:C3", columns: [{ name: "Month" }, { name: "Sum" }, { name: "Done" }] },
        ],
        charts: [
          { type: "column", title: "Sums", series: [{ name: "Sum", values: "Own!$B$2:$B$3" }], anchor },
        ],
        textBoxes: [{ text: "Hello", anchor: { from: { row: 1, col: 12 } } }],
        sparklines: [{ location: "D2", dataRange: "B2:B3" }],
        dataValidations: [{ type: "list", range: "A2:A3", values: ["Jan", "Feb"] }],
        conditionalRules: [
          {
            type: "cellIs",
            operator: "greaterThan",
            formula: "6",
            range: "B2:B3",
            priority: 1,
            style: { font: { bold: true } },
          },
        ],
      },
    ],
  });
}

test("a tab that we do not own comes through with every byte of its parts", async () => {
  const before = await crowdedBook();
  const after = written(before);
  expect(
    Object.keys(unzipSync(before)).filter((name) => /chart|drawing|comment|table/i.test(name)).length,
  ).toBeGreaterThan(4);
  expect(changedParts(before, after).filter((name) => !shared.includes(name))).toEqual([]);
  writeFileSync(path, after);
  const [own, deals] = await lookInLibreOffice(path);
  expect(own).toMatchObject({ name: "Own", charts: 1 });
  expect(own?.dropdowns[0]).toMatchObject({ type: "LIST" });
  expect(deals?.cells["B2"]?.value).toBe("Ada");
}, 120_000);

test("a tab of people that becomes ours keeps its chart, its table, its comments and its extensions", async () => {
  const before = await crowdedBook();
  const columns = dealLayout.columns.map((column) =>
    column.key === "name" ? { ...column, aliases: ["Month"] } : column,
  );
  const { book } = applyChanges(readBook(before, "book"), [
    { kind: "layOut", tab: "Own", layout: { ...dealLayout, columns } },
    { kind: "append", tab: "Own", rows: [{ id: "r9", name: "Mar" }] },
  ]);
  const after = packageBytes(book.package);
  expect(changedParts(before, after).filter((name) => !shared.includes(name))).toEqual([
    "xl/worksheets/sheet1.xml",
  ]);
  writeFileSync(path, after);
  const [own] = await lookInLibreOffice(path);
  expect(own).toMatchObject({ charts: 1 });
  expect(own?.cells["A6"]?.value).toBe("Mar");
  expect(own?.cells["A5"]).toMatchObject({ value: 12, formula: "=SUM(B2:B3)" });
  const xml = new TextDecoder().decode(unzipSync(after)["xl/worksheets/sheet1.xml"]);
  for (const kept of [
    "<drawing ",
    "<legacyDrawing ",
    "<tableParts ",
    "sparklineGroups",
    "<conditionalFormatting ",
  ]) {
    expect(xml).toContain(kept);
  }
}, 120_000);

test("a book that another program saved comes through with its own tabs byte for byte", async () => {
  writeFileSync(path, await crowdedBook());
  await editInLibreOffice(path, [{ do: "set", tab: "Own", cell: "B2", value: 6 }]);
  const saved = readFileSync(path);
  expect(changedParts(saved, written(saved)).filter((name) => !shared.includes(name))).toEqual([]);
}, 120_000);

test("parts that nobody has heard of, and a tab's own extensions, are kept as bytes", () => {
  const own =
    '<sheetData><row r="1"><c r="A1" cm="1" vm="2"><v>0</v></c></row></sheetData><!-- a comment <row> --><drawing r:id="rId1"/>' +
    '<extLst><ext uri="{x}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings/></ext></extLst>';
  const before = handWritten({
    tabs: { Own: own },
    parts: {
      "xl/featurePropertyBag/featurePropertyBag.xml": "<FeaturePropertyBags/>",
      "xl/worksheets/_rels/sheet1.xml.rels": "<Relationships/>",
      "xl/richData/rdrichvalue.xml": "<rvData/>",
      "xl/vbaProject.bin": new Uint8Array([0, 255, 1]),
      "xl/printerSettings/": new Uint8Array(),
    },
  });
  const after = written(before);
  expect(changedParts(before, after).filter((name) => !shared.includes(name))).toEqual([]);
  expect(Object.keys(unzipSync(after)).slice(0, Object.keys(unzipSync(before)).length)).toEqual(
    Object.keys(unzipSync(before)),
  );
});

test("styles are only added to: every style that was there has its number still", async () => {
  const before = await crowdedBook();
  const xfs = (bytes: Uint8Array) =>
    /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(new TextDecoder().decode(unzipSync(bytes)["xl/styles.xml"]))?.[1] ??
    "";
  expect(xfs(written(before)).startsWith(xfs(before))).toBe(true);
});

test("a reader that is not ours finds the same values", async () => {
  const [, deals] = (await readXlsx(written(await crowdedBook()))).sheets;
  expect(deals?.rows.map((row) => [row[0], row[1], row[7]])).toEqual([
    ["Stage", "Name", "ID"],
    ["Won", "Ada", "r1"],
    [null, "Bob", "r2"],
  ]);
});
