// Links are text that a browser can open: http, https, or a bare domain. Nothing else is one, so that
// "javascript:" never becomes something to click on. There is no global `URL` here; a pattern does.

const LONGEST_LINK = 2048;
const WITH_SCHEME = /^https?:\/\/[^\s/?#@:"'<>\\]+(?::\d{1,5})?(?:[/?#][^\s"<>\\]*)?$/i;
const BARE_DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,63}(?::\d{1,5})?(?:[/?#][^\s"<>\\]*)?$/iu;

/**
 * @example
 * isLink("https://example.org/?q=1") //=> true
 * isLink("example.org") //=> true
 * isLink("javascript:alert(1)") //=> false
 */
export function isLink(text: string): boolean {
  return text.length <= LONGEST_LINK && (WITH_SCHEME.test(text) || BARE_DOMAIN.test(text));
}
