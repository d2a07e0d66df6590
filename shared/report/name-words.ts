// Names as people typed them, made fit to stand in a sentence or a table. A name may hold a line break, a
// terminal's escape or a mark that turns the writing round: any of these would break more than its own cell.
// A name that is written from right to left is isolated, so that the numbers beside it keep their order.

const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

/**
 * The name on one line, with nothing in it that a terminal or a page could obey; "(no name)" where none is left.
 *
 * @example
 * nameWords("Ada\n  Lovelace") //=> "Ada Lovelace"
 */
export function nameWords(name: string): string {
  return isolated(plainName(name));
}

/**
 * `nameWords` cut to at most `width` columns by a given way of cutting.
 *
 * @example
 * shortName("Prospecting", (name) => name.slice(0, 3)) //=> "Pro"
 */
export function shortName(name: string, cut: (plain: string) => string): string {
  return isolated(cut(plainName(name)));
}

/**
 * What a board calls its records, on one line.
 *
 * @example
 * nounOf({ noun: "deal" }) //=> "deal"
 */
export function nounOf(board: { readonly noun: string }): string {
  return nameWords(board.noun);
}

function plainName(name: string): string {
  const plain = name.replace(UNPRINTABLE, " ").replace(/\s+/g, " ").trim();
  return plain === "" ? "(no name)" : plain;
}

function isolated(plain: string): string {
  return RIGHT_TO_LEFT.test(plain) ? `${ISOLATE}${plain}${END_OF_ISOLATE}` : plain;
}
