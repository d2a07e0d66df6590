// Number formats as the API writes them, with a type beside the pattern. The grid keeps the pattern; the type is told by
// it, unless a caller gave another one with it. What Google takes for the pattern of a type that came without one
// depends on the locale and is unverified.

import type { sheets_v4 } from "@googleapis/sheets";
import { localeMarks } from "../../grid/locale.ts";
import { GENERAL, showsDate } from "../../grid/shown-value.ts";

type NumberFormat = sheets_v4.Schema$NumberFormat;

/** The type that goes with a pattern. */
export function typeOfPattern(pattern: string): string {
  if (pattern === "@") return "TEXT";
  if (showsDate(pattern)) return typeOfDate(pattern);
  if (/0(?:\.0+)?E\+/i.test(pattern)) return "SCIENTIFIC";
  if (pattern.includes("%")) return "PERCENT";
  return /[$€£¥]/u.test(pattern) ? "CURRENCY" : "NUMBER";
}

/** The pattern; `undefined` where the format says none, so that the cell is as plain as any other. */
export function patternOf({ type, pattern }: NumberFormat, locale: string): string | undefined {
  if (pattern !== undefined && pattern !== null && pattern !== "") {
    return pattern === GENERAL ? undefined : pattern;
  }
  const { dayFormat } = localeMarks(locale);
  switch (type) {
    case "TEXT":
      return "@";
    case "NUMBER":
      return "#,##0.00";
    case "PERCENT":
      return "0.00%";
    case "CURRENCY":
      return '"$"#,##0.00';
    case "DATE":
      return dayFormat;
    case "TIME":
      return "h:mm:ss am/pm";
    case "DATE_TIME":
      return `${dayFormat} h:mm:ss`;
    case "SCIENTIFIC":
      return "0.00E+00";
    default:
      return undefined;
  }
}

function typeOfDate(pattern: string): string {
  const letters = pattern.replace(/"[^"]*"|\\.|am\/pm|a\/p/gi, "");
  const [hasDay, hasTime] = [/[dy]/i.test(letters), /[hs]/i.test(letters)];
  if (hasDay || !hasTime) return hasTime ? "DATE_TIME" : "DATE";
  return "TIME";
}
