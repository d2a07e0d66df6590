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
