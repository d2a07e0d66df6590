// What stands around the cells of one tab: formulas, dropdowns with their values, protection. Read only when
// somebody asks for it: no other command needs it, and a large tab has many.

import { textOf } from "../../shared/table/cell.ts";
import { plainTab, type TabFacts } from "../../shared/table/tab-facts.ts";
import { type Book, sheetTextOf } from "./book.ts";
import { rangesOf } from "./cell-ranges.ts";
import { type CellRange, namesIn, rangeOf, referencesIn } from "./formula-text.ts";
import { sheetFormulas } from "./sheet-formulas.ts";
import { frameElements } from "./sheet-frame.ts";
import type { SheetText } from "./sheet-part.ts";
import { tableParts } from "./table-parts.ts";
import { attributesOf, childNamed, childrenOf, innerText, outerText } from "./xml-element.ts";
import { decodeText } from "./xml-text.ts";

/** The facts of the tab; those of a plain one where the book has no such tab. */
export function tabFacts(book: Book, tab: string): TabFacts {
  const entry = book.workbook.sheets.find((sheet) => sheet.name === tab);
  const sheet = entry === undefined ? undefined : sheetTextOf(book.package, entry.partName);
  if (entry === undefined || sheet === undefined) return plainTab;
  const tables = tableParts(book.package, entry.partName);
  const filters = frameElements(sheet.text, "autoFilter").map(
    (element) => attributesOf(sheet.text, element).get("ref") ?? "",
  );
  return {
    formulas: formulaRows(sheet),
    choices: choicesOf(book, tab, sheet.text),
    totalsRows: tables.filter(({ hasTotals }) => hasTotals).map(({ range }) => rangeOf(range).lastRow),
    filters: [...filters, ...tables.map(({ range }) => range)],
    isProtected: isProtected(sheet.text),
  };
}

function formulaRows(sheet: SheetText): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  const add = (row: number, column: number) => {
    const known = rows.get(column);
    if (row < 2 || known?.includes(row) === true) return;
    if (known === undefined) rows.set(column, [row]);
    else known.push(row);
  };
  for (const { row, column, kind, reference } of sheetFormulas(sheet)) {
    if (kind !== "array" || reference === undefined) add(row, column);
    else forEachCell(rangeOf(reference), add);
  }
  return rows;
}

function forEachCell(range: CellRange, act: (row: number, column: number) => void): void {
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) act(row, column);
  }
}

function choicesOf(book: Book, tab: string, text: string): ReadonlyMap<number, readonly string[]> {
  const choices = new Map<number, readonly string[]>();
  for (const { ranges, formula } of lists(text)) {
    const values = valuesOf(book, tab, formula);
    for (const { firstColumn, lastColumn, lastRow } of ranges) {
      if (lastRow < 2 || values.length === 0) continue;
      for (let column = firstColumn; column <= lastColumn; column++) {
        if (!choices.has(column)) choices.set(column, values);
      }
    }
  }
  return choices;
}

interface List {
  readonly ranges: readonly CellRange[];
  readonly formula: string;
}

function lists(text: string): readonly List[] {
  const [element] = frameElements(text, "dataValidations");
  const plain = (element === undefined ? [] : childrenOf(text, element)).flatMap((entry): List[] => {
    const attributes = attributesOf(text, entry);
    const formula = childNamed(text, entry, "formula1");
    if (attributes.get("type") !== "list" || formula === undefined) return [];
    const ranges = rangesOf(attributes.get("sqref") ?? "");
    return [{ ranges, formula: decodeText(innerText(text, formula)) }];
  });
  return [...plain, ...extensionLists(text)];
}

// Dropdowns that refer to another tab are kept in an extension by some versions of Excel.
function extensionLists(text: string): readonly List[] {
  const [extensions] = frameElements(text, "extLst");
  if (extensions === undefined) return [];
  const entries =
    outerText(text, extensions).match(
      /<x14:dataValidation\s[^>]*type="list"[\s\S]*?<\/x14:dataValidation>/g,
    ) ?? [];
  return entries.flatMap((entry): List[] => {
    const formula = /<x14:formula1>\s*<xm:f>([^<]*)<\/xm:f>/.exec(entry)?.[1];
    const ranges = rangesOf(/<xm:sqref>([^<]*)<\/xm:sqref>/.exec(entry)?.[1] ?? "");
    return formula === undefined ? [] : [{ ranges, formula: decodeText(formula) }];
  });
}

function valuesOf(book: Book, tab: string, formula: string): readonly string[] {
  const written = /^\s*"(.*)"\s*$/s.exec(formula)?.[1];
  if (written !== undefined) return distinct(written.replace(/""/g, '"').split(","));
  const named = book.workbook.names.find(({ name }) => namesIn(formula)[0] === name)?.formula;
  const [reference] = referencesIn(referencesIn(formula).length === 0 ? (named ?? "") : formula);
  const table = book.tables.find((each) => each.tab === (reference?.tab ?? tab));
  if (reference === undefined || table === undefined) return [];
  const rows = [{ at: 1, cells: table.header }, ...table.rows].filter(
    ({ at }) => at >= reference.firstRow && at <= reference.lastRow,
  );
  return distinct(
    rows.flatMap(({ cells }) => cells.slice(reference.firstColumn, reference.lastColumn + 1).map(textOf)),
  );
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}

function isProtected(text: string): boolean {
  return frameElements(text, "sheetProtection").some((element) =>
    ["1", "true"].includes(attributesOf(text, element).get("sheet") ?? ""),
  );
}
