// The HTML of a message, made from its plain text: paragraphs, line breaks and links. Everything is escaped, whoever
// typed it; only addresses that begin with http:// or https:// become links.

import { escapeHtml } from "../../value/escaped-html.ts";

// Without what usually ends a sentence or stands around an address.
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]*[^\s<>"'`{}|\\^.,;:!?)\]]/gi;

/**
 * The text as HTML.
 *
 * @example
 * htmlOf("Dear <Ada>,\n\nsee https://example.org/a?b=1&c=2.")
 * //=> '<p>Dear &lt;Ada&gt;,</p>\n<p>see <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.</p>'
 */
export function htmlOf(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph).replace(/\n/g, "<br>\n")}</p>`)
    .join("\n");
}

function linked(text: string): string {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = escapeHtml(match[0]);
    html += `${escapeHtml(text.slice(end, match.index))}<a href="${address}">${address}</a>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}
