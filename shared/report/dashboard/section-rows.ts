// The sections of a report laid into the rows of a tab: a title, the sentences, then a table with its heads. Counts are
// written as numbers, so that a spreadsheet can go on with them; every other word stays text.

import type { Cell } from "../../table/cell.ts";
import { nameWords } from "../name-words.ts";
import { numberWords } from "../number-words.ts";
import type { ReportSection, ReportTable } from "../report-table.ts";

/** Cells from the left. */
export type Line = readonly Cell[];

/**
 * The lines of a section.
 *
 * @example
 * sectionRows({ title: "Stuck", sentences: [], table: { nameTitle: "Name", columns: [{ title: "Days", align: "right" }],
 *   rows: [{ name: "Ada", cells: ["1,234"] }], more: 0 } }) //=> [["Stuck"], ["Name", "Days"], ["Ada", 1234]]
 */
export function sectionRows({ title, sentences, table }: ReportSection): readonly Line[] {
  return [
    ...(title === "" ? [] : [[title]]),
    ...(table === undefined || table.rows.length === 0 ? [] : tableRows(table)),
    ...sentences.map((sentence) => [sentence]),
  ];
}

function tableRows({ nameTitle, columns, rows, more }: ReportTable): readonly Line[] {
  return [
    [nameTitle, ...columns.map(({ title }) => title)],
    ...rows.map(({ name, cells }) => [
      nameWords(name),
      ...cells.map((words, index) => (columns[index]?.align === "right" ? figureCell(words) : words)),
    ]),
    ...(more === 0 ? [] : [[`and ${numberWords(more)} more`]]),
  ];
}

/**
 * A figure as a cell: a plain count as a number.
 *
 * @example
 * figureCell("8,800") //=> 8800
 * figureCell("2 of 3") //=> "2 of 3"
 */
export function figureCell(words: string): Cell {
  return /^\d{1,3}(,\d{3})*$/.test(words) ? Number(words.replace(/,/g, "")) : words;
}
