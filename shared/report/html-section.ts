// A section of the report page: its title, its table, its sentences.

import { escapeHtml } from "../value/escaped-html.ts";
import { htmlTable } from "./html-table.ts";
import { sentenceHtml } from "./html-text.ts";
import type { ReportSection } from "./report-table.ts";

/**
 * The section as HTML, its title one level below that of its part.
 *
 * @example
 * sectionHtml({ title: "Milestones", sentences: ["Of 3 shows 2 are behind"] })
 *   .includes("<h4>Milestones</h4>\n<p>Of 3 shows 2 are behind.</p>") //=> true
 */
export function sectionHtml({ title, sentences, table, isWide }: ReportSection): string {
  return [
    `<section${isWide ? ' class="wide"' : ""}>\n`,
    title === "" ? "" : `<h4>${escapeHtml(title)}</h4>\n`,
    table === undefined || table.rows.length === 0
      ? ""
      : htmlTable(title || `Per ${table.nameTitle.toLowerCase()}`, table),
    sentencesHtml(sentences),
    "</section>\n",
  ].join("");
}

/**
 * Sentences with their full stops: one as a paragraph, several as a list.
 *
 * @example
 * sentencesHtml(["Nothing waits"]) //=> "<p>Nothing waits.</p>\n"
 */
export function sentencesHtml(sentences: readonly string[]): string {
  if (sentences.length < 2) return sentences.map((one) => `<p>${sentenceHtml(one)}.</p>\n`).join("");
  return `<ul>\n${sentences.map((one) => `<li>${sentenceHtml(one)}.</li>\n`).join("")}</ul>\n`;
}
