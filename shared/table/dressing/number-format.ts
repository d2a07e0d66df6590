// Number formats: the one that each kind of column gets, and the one that shows what a serial number holds. A column of
// texts is "plain text", so that nothing that people type in it becomes a number or a day.

import type { ColumnFormat } from "../layout.ts";

const DAY = "yyyy-mm-dd";
const TIME = "hh:mm";

/**
 * The number format of a column; `undefined` for one that stays as new cells are.
 *
 * @example
 * formatOfColumn("percent") //=> "0.0%"
 */
export function formatOfColumn(format: ColumnFormat): string | undefined {
  switch (format) {
    case "text":
      return "@";
    case "money":
      return "#,##0.00";
    case "percent":
      return "0.0%";
    case "day":
      return DAY;
    case "time":
      return TIME;
    case "general":
    case "number":
      return undefined;
  }
}

/**
 * The number format of a day, a time below one day, or both.
 *
 * @example
 * [0.5, 46110, 46110.5].map(formatOfSerial) //=> ["hh:mm", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"]
 */
export function formatOfSerial(serial: number): string {
  if (Number.isInteger(serial)) return DAY;
  return serial > 0 && serial < 1 ? TIME : `${DAY} ${TIME}`;
}
