// How wide a text stands on a terminal, counted in columns: Chinese and most emoji take two, marks that sit on
// a letter take none. Terminals disagree on joined emoji; here each part is counted, so that a line is never
// wider than we think. A text is only ever cut between clusters, never between a letter and its mark.

const CLUSTER =
  /\p{RI}\p{RI}|[\s\S](?:\u200d[\s\S]|\p{M}|\u200c|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}])*/gu;
const ZERO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;

// Source: Unicode 15, EastAsianWidth.txt, classes W and F, merged to blocks.
const WIDE_BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * Columns that a text takes.
 *
 * @example
 * displayWidth("订单 A") //=> 6
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/**
 * The text cut to at most `width` columns, with "…" where something was left out.
 *
 * @example
 * clip("Prospecting", 8) //=> "Prospec…"
 */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${headOf(text, width - 1).trimEnd()}…`;
}

/**
 * The longest beginning of a text that takes at most `width` columns; never less than one cluster.
 *
 * @example
 * headOf("订单", 3) //=> "订"
 */
export function headOf(text: string, width: number): string {
  let head = "";
  let taken = 0;
  for (const cluster of text.match(CLUSTER) ?? []) {
    taken += displayWidth(cluster);
    if (taken > width && head !== "") break;
    head += cluster;
  }
  return head;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x300) return code >= 0x7f && code < 0xa0 ? 0 : 1;
  if (code === 0xfe0f) return 1; // asks for the emoji form of a letter that is one column wide
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return 1; // half of a flag
  if (ZERO_WIDTH.test(character)) return 0;
  return EMOJI.test(character) || WIDE_BLOCKS.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
