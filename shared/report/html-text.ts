// Sentences on their way into a page.

import { escapeHtml } from "../value/escaped-html.ts";

/**
 * A sentence for a page: escaped, and a number is never parted from its "%" at the end of a line.
 *
 * @example
 * sentenceHtml("63 % of closed") //=> "63\u00a0% of closed"
 */
export function sentenceHtml(sentence: string): string {
  return escapeHtml(sentence).replace(/(\d) %/g, "$1\u00a0%");
}
