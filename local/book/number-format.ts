// Number formats as a file holds them: which of them show a number as a date or a time. A spreadsheet keeps a date as a
// plain number; only the format of its cell says that it is one.

import { formatOfColumn } from "../../shared/table/dressing/number-format.ts";
import type { ColumnFormat } from "../../shared/table/layout.ts";

export const textFormat = "@";

/** Formats that need no entry of their own (ECMA-376 part 1, 18.8.30), by their code. */
export const builtInFormats: ReadonlyMap<string, number> = new Map([
  ["General", 0],
  ["#,##0.00", 4],
  [textFormat, 49],
]);

/** The format code of a column's cells. */
export function formatCode(format: ColumnFormat): string {
  return formatOfColumn(format) ?? "General";
}

/** Whether one of the formats that every spreadsheet knows by number shows a date or a time. */
export function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format code shows a date or a time: told by its letters outside quotes, escapes and colours. */
export function isDateCode(code: string): boolean {
  const section = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";")[0] ?? "";
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section);
  return elapsed || /[dmyhs]/i.test(section.replace(/\[[^\]]*\]/g, "").replace(/general/gi, ""));
}
