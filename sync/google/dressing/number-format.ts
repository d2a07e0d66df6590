// Number formats as requests say them: a pattern and the type that goes with it. Of ours alone, which are few.

import type { sheets_v4 } from "@googleapis/sheets";

/** The format of a pattern of ours, as columns and serial numbers have them. */
export function numberFormatOf(pattern: string): sheets_v4.Schema$NumberFormat {
  return { type: typeOf(pattern), pattern };
}

function typeOf(pattern: string): string {
  if (pattern === "@") return "TEXT";
  if (pattern.endsWith("%")) return "PERCENT";
  const [hasDay, hasTime] = [pattern.includes("y"), pattern.includes("h")];
  if (hasDay && hasTime) return "DATE_TIME";
  if (hasDay) return "DATE";
  return hasTime ? "TIME" : "NUMBER";
}
