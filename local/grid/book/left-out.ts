// What an .xlsx file holds and the grid has no place for, in words, so that whoever moves a book through the grid hears of
// it before. What is in a file shows in its parts, and in the elements and links of each tab; anything that this product
// draws itself has a place in the grid and is never told.

import { type Book, stylesPartName } from "../../book/book.ts";
import { isMark } from "../../book/marks.ts";
import { partText } from "../../book/package.ts";
import { leftOutLooks } from "./left-out-looks.ts";
import { leftOutOfTab } from "./left-out-of-tab.ts";

export interface LeftOut {
  /** What people made or set, such as `"Sales": 2 charts`. */
  readonly things: readonly string[];
  /** How cells look, beyond what the grid keeps. */
  readonly looks: readonly string[];
}

/** What of the book would be left out; nothing of a book that only this product wrote. */
export function leftOutOf(book: Book): LeftOut {
  const { package: pack, workbook } = book;
  const ofTabs = workbook.sheets.map((entry) =>
    entry.isWorksheet
      ? leftOutOfTab(pack, entry)
      : { things: [`the chart on the tab "${entry.name}"`], looks: [] },
  );
  const styles = stylesPartName(workbook);
  const texts = [...pack.parts.keys()].filter((name) => name.endsWith("sharedStrings.xml"));
  const inCells = workbook.sheets.flatMap(({ partName }) => partText(pack, partName) ?? []);
  const looks = leftOutLooks((styles === undefined ? undefined : partText(pack, styles)) ?? "", inCells);
  const hasRuns = texts.some((name) => /<(?:\w+:)?rPr[\s>]/.test(partText(pack, name) ?? ""));
  return {
    things: [...ofTabs.flatMap(({ things }) => things), ...ofWorkbook(book)],
    looks: [
      ...ofTabs.flatMap((tab) => tab.looks),
      ...looks,
      ...(hasRuns ? ["looks of a part of a cell's text"] : []),
    ],
  };
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/externalLinks\/externalLink\d+\.xml$/, "links to other files"],
  [/^xl\/connections\.xml$/, "connections to other data"],
  [/^xl\/vbaProject\.bin$/, "macros"],
  [/^xl\/slicers\//, "slicers"],
  [/^xl\/timelines\//, "timelines"],
];

function ofWorkbook({ package: pack, workbook }: Book): readonly string[] {
  const names = [...pack.parts.keys()];
  const parts = PARTS.flatMap(([pattern, words]) =>
    names.some((name) => pattern.test(name)) ? [words] : [],
  );
  const formulas = workbook.names.filter(
    ({ name, sheet, formula }) =>
      !isMark(name) && !name.startsWith("_xlnm.") && !formula.includes("#REF!") && !isHeld(formula, sheet),
  );
  const isLocked = /<(?:\w+:)?workbookProtection\s/.test(workbook.text);
  return [
    ...parts,
    ...formulas.map(({ name }) => `the name "${name}", which is no range of the whole book`),
    ...(isLocked ? ["the protection of the book's tabs"] : []),
  ];
}

const RANGE = /^(?:'(?:[^']|'')+'|[^'!(),]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/;

function isHeld(formula: string, sheet: number | undefined): boolean {
  return sheet === undefined && RANGE.test(formula);
}
