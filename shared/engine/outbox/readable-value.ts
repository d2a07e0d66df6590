// Values as people read them in a message: a day with the name of its month, an amount with its currency.

import type { FieldType, FieldValue } from "../../table/field-type.ts";
import { dayFromText } from "../../value/day.ts";
import { dayInWords } from "../../value/day-words.ts";
import { decimalText } from "../../value/decimal-text.ts";
import { formatMoney } from "../../value/money.ts";

/**
 * The value of a field as a message writes it.
 *
 * @example
 * readableValue("2026-11-20", "day") //=> "20 November 2026"
 * readableValue({ amountMinor: 123450, currency: "EUR" }, "money") //=> "1,234.50 EUR"
 */
export function readableValue(value: FieldValue, type: FieldType): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return decimalText(value);
  if (typeof value === "object") return formatMoney(value);
  const day = type === "day" ? dayFromText(value) : undefined;
  return day === undefined ? value : dayInWords(day);
}
