// What is said of a file before it goes through the grid.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBook } from "../../../../local/book/book.ts";
import { leftOutOf } from "../../../../local/grid/book/left-out.ts";
import { newPath, stageline } from "../../../command.ts";
import { handWritten } from "../../book/hand-written-book.ts";

const EMPTY = "<sheetData/>";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const linksPart = (...targets: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index}" Type="${LINKS}/${kind}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const leftOut = (tab: string, more: Omit<Parameters<typeof handWritten>[0], "tabs"> = {}) =>
  leftOutOf(readBook(handWritten({ tabs: { Sales: tab }, ...more }), "book.xlsx"));

test("a book that the command made loses nothing", async () => {
  const book = newPath();
  const names = ["sales", "prospecting", "solar", "coaching", "shows", "speaking", "photography", "orders"];
  const templates = names.flatMap((name) => ["--template", name]);
  await stageline("new", book, ...templates, "--now", "2026-11-02T09:00");
  expect(leftOutOf(readBook(readFileSync(book), "book"))).toEqual({ things: [], looks: [] });
}, 60_000);

test("charts, pictures and tables of a tab are counted", () => {
  const parts = {
    "xl/worksheets/_rels/sheet1.xml.rels": linksPart(
      ["drawing", "../drawings/drawing1.xml"],
      ["table", "../tables/table1.xml"],
    ),
    "xl/drawings/_rels/drawing1.xml.rels": linksPart(
      ["chart", "a.xml"],
      ["chart", "b.xml"],
      ["image", "c.png"],
    ),
  };
  expect(leftOut(EMPTY, { parts }).things).toEqual([
    '"Sales": 2 charts',
    '"Sales": a picture',
    '"Sales": a table (its cells stay)',
  ]);
});

test("rules of other kinds, protection and links are told, those that the grid keeps are not", () => {
  const rules =
    '<conditionalFormatting sqref="A1:A9"><cfRule type="colorScale" priority="1"/></conditionalFormatting>' +
    '<conditionalFormatting sqref="B1"><cfRule type="cellIs" operator="equal" priority="2"><formula>"Won"</formula></cfRule></conditionalFormatting>';
  const { things } = leftOut(
    `${EMPTY}<sheetProtection sheet="1"/>${rules}<dataValidations count="2"><dataValidation type="whole" sqref="C1:C5"><formula1>1</formula1></dataValidation><dataValidation type="list" sqref="D1"><formula1>"a,b"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1"/></hyperlinks>`,
  );
  expect(things).toEqual([
    '"Sales": its protection',
    '"Sales": colours by rule on A1:A9 that go by a scale, a bar or the like',
    '"Sales": rules on C1:C5 for numbers, days or lengths that may be typed',
    '"Sales": the link behind a cell (what is written there stays)',
  ]);
});

test("macros and names of formulas are told, names of ranges are not", () => {
  const afterTabs =
    '<definedNames><definedName name="Rate">0.19</definedName><definedName name="Here">Sales!$A$1:$B$2</definedName></definedNames>';
  expect(leftOut(EMPTY, { afterTabs, parts: { "xl/vbaProject.bin": "x" } }).things).toEqual([
    "macros",
    'the name "Rate", which is no range of the whole book',
  ]);
});

test("only looks that a cell has, and the grid cannot keep, are told", () => {
  const styles =
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><i/><sz val="14"/><color theme="4"/><name val="Arial"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><gradientFill/></fill></fills>' +
    '<borders count="1"><border/></borders>' +
    '<cellXfs count="4"><xf/><xf fontId="1"/><xf fillId="1"/><xf><alignment horizontal="center" indent="2"/></xf></cellXfs>';
  const cells = (style: number) => `<sheetData><row r="1"><c r="A1" s="${style}"/></row></sheetData>`;
  expect(leftOut(cells(0), { styles }).looks).toEqual([]);
  expect(leftOut(cells(1), { styles }).looks).toEqual(["patterns, and colours of the theme"]);
  expect(leftOut(cells(3), { styles }).looks).toEqual(["indents, angles and unusual alignment"]);
});
