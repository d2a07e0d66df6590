// Text on its way into HTML or SVG. Every name that a person typed passes here, and only here.

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * The text with what HTML and XML read as markup spelled out; safe between tags and within quoted attributes.
 *
 * @example
 * escapeHtml("<b>") //=> "&lt;b&gt;"
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * A sentence for a page: escaped, and a number is never parted from its "%" at the end of a line.
 *
 * @example
 * sentenceHtml("63 % of closed") //=> "63\u00a0% of closed"
 */
export function sentenceHtml(sentence: string): string {
  return escapeHtml(sentence).replace(/(\d) %/g, "$1\u00a0%");
}
