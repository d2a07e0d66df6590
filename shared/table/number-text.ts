// Numbers as people type them, with a decimal point or comma, thousands set apart, a sign, brackets or a percent
// sign. A text is read under both decimal marks, strictly: groups of thousands must be whole. Most texts fit one
// mark only, and that settles them whatever the column says; "1,234" and "1.234" fit both, and are told apart
// by the mark of the column alone. Reading one as the other would be wrong by a factor of a thousand.

/** Which sign stands before the decimals. */
export type DecimalMark = "point" | "comma";

/** What a text is under each decimal mark; absent where it is no number so. */
export interface NumberReadings {
  readonly point?: number;
  readonly comma?: number;
}

/** A number's text taken apart. */
export interface NumberParts {
  /** From the first digit to the last. */
  readonly digits: string;
  readonly negative: boolean;
  /** What stands before and behind, without spaces, signs and brackets: currencies, "%". */
  readonly before: string;
  readonly behind: string;
}

/**
 * The number that a text is; `undefined` where it is none. A text that fits both marks goes by `decimal`:
 * by the point where that is not known, so that a comma before three digits sets thousands apart.
 *
 * @example
 * numberFromText("1.234,50") //=> 1234.5
 * numberFromText("1,234") //=> 1234
 * numberFromText("1,234", "comma") //=> 1.234
 * numberFromText("12 %") //=> 0.12
 */
export function numberFromText(text: string, decimal: DecimalMark = "point"): number | undefined {
  const parts = numberParts(text);
  if (parts === undefined || parts.before !== "" || !/^%?$/.test(parts.behind)) return undefined;
  const readings = numberReadings(parts);
  return readings[decimal] ?? readings.point ?? readings.comma;
}

/**
 * The digits, sign and neighbours of a number's text; `undefined` where it has no digit, or two signs.
 *
 * @example
 * numberParts("(€ 1,234.50)") //=> { digits: "1,234.50", negative: true, before: "€", behind: "" }
 */
export function numberParts(text: string): NumberParts | undefined {
  const plain = plainMarks(text);
  const [around] = plain.length > LONGEST_NUMBER ? [] : plain.matchAll(AROUND_DIGITS);
  const [, before = "", digits = "", behind = ""] = around ?? [];
  const signs = (before + behind).replace(/[^+-]/g, "");
  const brackets = (before + behind).replace(/[^()]/g, "");
  if (around === undefined || signs.length > 1 || (brackets !== "" && brackets + signs !== "()"))
    return undefined;
  return {
    digits,
    negative: brackets === "()" || signs === "-",
    before: before.replace(/[\s+()-]/g, ""),
    behind: behind.replace(/[\s+()-]/g, ""),
  };
}

/**
 * The number that the parts are under each decimal mark, a hundredth of it where "%" stands behind.
 *
 * @example
 * numberReadings({ digits: "1,234", negative: false, before: "", behind: "" }) //=> { point: 1234, comma: 1.234 }
 */
export function numberReadings(parts: NumberParts): NumberReadings {
  const point = readUnder(POINT, parts, /[, ']/g);
  const comma = readUnder(COMMA, parts, /[. ']/g);
  return { ...(point === undefined ? {} : { point }), ...(comma === undefined ? {} : { comma }) };
}

const LONGEST_NUMBER = 60;
// A mark right before the first digit begins the number (".5"), unless it ends an abbreviation ("Fr.5"); a dash
// in place of decimals ("5,-") is dropped.
const AROUND_DIGITS = /^(\D*?)((?:(?<!\p{L})[.,])?\d(?:.*\d)?)(?:[.,]-(?=\s|$))?(\D*)$/gu;
// Thousands in threes, or as in India: 12,34,567.
const POINT =
  /^(?:\d*|[1-9]\d{0,2}([, '])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;
const COMMA = /^(?:\d*|[1-9]\d{0,2}([. '])\d{3}(?:\1\d{3})*)(?:,\d+)?(?:e[+-]?\d{1,3})?$/i;

function readUnder(pattern: RegExp, parts: NumberParts, grouping: RegExp): number | undefined {
  if (!pattern.test(parts.digits)) return undefined;
  const plain = parts.digits.replace(grouping, "").replace(",", ".").toLowerCase();
  const [mantissa = "", exponent = "0"] = plain.split("e");
  const number = Number(`${mantissa}e${Number(exponent) - (parts.behind === "%" ? 2 : 0)}`);
  if (!Number.isFinite(number)) return undefined;
  return parts.negative && number !== 0 ? -number : number;
}

// One space, one apostrophe, one minus and one set of digits stand for all that look like them.
function plainMarks(text: string): string {
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00A0\u2009\u202F]/g, " ")
    .replace(/[\u2019\u02BC`\u00B4]/g, "'")
    .replace(/[\u2212\u2012-\u2014]/g, "-")
    .trim();
}
