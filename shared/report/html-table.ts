// Tables of the report page: a caption, heads with a scope, names in the first column, numbers to the right.

import { escapeHtml, sentenceHtml } from "./html-text.ts";

export interface HtmlColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface HtmlRow {
  /** As it is to be shown: see `nameWords`. */
  readonly name: string;
  readonly cells: readonly string[];
}

/** Rows up to which a table is kept on one sheet of paper. */
const LONGEST_UNCUT = 24;

/**
 * A table; the names are the first column, and a column that stays empty is left out.
 *
 * @example
 * htmlTable("Stages", { nameTitle: "Stage", columns: [{ title: "Now", align: "right" }] }, [{ name: "Lead", cells: ["3"] }])
 *   .includes("<td class=\"number\">3</td>") //=> true
 */
export function htmlTable(
  caption: string,
  { nameTitle, columns }: { readonly nameTitle: string; readonly columns: readonly HtmlColumn[] },
  rows: readonly HtmlRow[],
): string {
  const used = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => rows.some((row) => (row.cells[index] ?? "") !== ""));
  const heads = used.map(({ title, align }) => `<th scope="col"${classOf(align)}>${escapeHtml(title)}</th>`);
  const bodies = rows.map((row) => {
    const cells = used.map(
      ({ align, index }) => `<td${classOf(align)}>${sentenceHtml(row.cells[index] ?? "")}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(row.name)}</th>${cells.join("")}</tr>\n`;
  });
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">\n`,
    `<table${rows.length > LONGEST_UNCUT ? ' class="long"' : ""}>\n<caption>${escapeHtml(caption)}</caption>\n`,
    `<thead><tr><th scope="col">${escapeHtml(nameTitle)}</th>${heads.join("")}</tr></thead>\n`,
    `<tbody>\n${bodies.join("")}</tbody>\n</table>\n</div>\n`,
  ].join("");
}

function classOf(align: HtmlColumn["align"]): string {
  return align === "right" ? ' class="number"' : "";
}
