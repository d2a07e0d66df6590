// Tables of the report page: a caption, heads with a scope, names in the first column, numbers to the right.

import { escapeHtml } from "../value/escaped-html.ts";
import { sentenceHtml } from "./html-text.ts";
import { nameWords } from "./name-words.ts";
import { numberWords } from "./number-words.ts";
import type { ReportColumn, ReportTable } from "./report-table.ts";

/** Rows up to which a table is kept on one sheet of paper. */
const LONGEST_UNCUT = 24;

/**
 * A table; the names are the first column, and a column that stays empty is left out.
 *
 * @example
 * htmlTable("Stages", { nameTitle: "Stage", columns: [{ title: "Now", align: "right" }], more: 0,
 *   rows: [{ name: "Lead", cells: ["3"] }] }).includes("<td class=\"number\">3</td>") //=> true
 */
export function htmlTable(caption: string, { nameTitle, columns, rows, more }: ReportTable): string {
  const used = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => rows.some((row) => (row.cells[index] ?? "") !== ""));
  const heads = used.map(({ title, align }) => `<th scope="col"${classOf(align)}>${escapeHtml(title)}</th>`);
  const bodies = rows.map((row) => {
    const cells = used.map((column) => cellHtml(column, row.cells[column.index] ?? ""));
    return `<tr><th scope="row">${escapeHtml(nameWords(row.name))}</th>${cells.join("")}</tr>\n`;
  });
  const label = escapeHtml(caption);
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}">\n`,
    `<table${rows.length > LONGEST_UNCUT ? ' class="long"' : ""}>\n<caption>${label}</caption>\n`,
    `<thead><tr><th scope="col">${escapeHtml(nameTitle)}</th>${heads.join("")}</tr></thead>\n`,
    `<tbody>\n${bodies.join("")}</tbody>\n</table>\n</div>\n`,
    more === 0 ? "" : `<p class="quiet">and ${numberWords(more)} more</p>\n`,
  ].join("");
}

function cellHtml({ align, isTyped }: ReportColumn, cell: string): string {
  const words = isTyped && cell !== "" ? escapeHtml(nameWords(cell)) : sentenceHtml(cell);
  return `<td${classOf(align)}>${words}</td>`;
}

function classOf(align: ReportColumn["align"]): string {
  return align === "right" ? ' class="number"' : "";
}
