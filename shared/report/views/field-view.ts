// A field for a form: what may be chosen, and its value as text that can be typed back and is then the same value.

import type { Definition, Field } from "../../definition/pipeline.ts";
import type { FieldType, FieldValue } from "../../table/field-type.ts";
import type { CellKind } from "../../table/field-value.ts";
import { decimalText } from "../../value/decimal-text.ts";
import { numberFromMoney } from "../../value/money.ts";

export interface FieldView {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  /** What may be chosen; empty where anything of the type may be typed. Of a person, others may be typed, too. */
  readonly options: readonly string[];
  readonly value: string;
  readonly help?: string;
}

/**
 * The field with a value.
 *
 * @example
 * fieldView(fixtures.book, fixtures.offers.fields[0], "500").options //=> []
 */
export function fieldView(definition: Pick<Definition, "team">, field: Field, value: string): FieldView {
  const { id, name, type, help } = field;
  const options = optionsOf(definition, field);
  return { id, name, type, options, value, ...(help === undefined ? {} : { help }) };
}

/**
 * A value as it can be typed into a field of that kind.
 *
 * @example
 * typedText({ amountMinor: 125050, currency: "EUR" }, { type: "money", currency: "EUR" }) //=> "1250.5"
 * typedText({ amountMinor: 125050, currency: "EUR" }, { type: "money" }) //=> "1250.5 EUR"
 * typedText(undefined, { type: "text" }) //=> ""
 */
export function typedText(value: FieldValue | undefined, kind: CellKind): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (typeof value === "number") return decimalText(value);
  const amount = amountText(decimalText(numberFromMoney(value)));
  return value.currency === kind.currency ? amount : `${amount} ${value.currency}`;
}

// A fourth decimal keeps "1.234" from looking like thousands.
function amountText(text: string): string {
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function optionsOf({ team }: Pick<Definition, "team">, { type, options }: Field): readonly string[] {
  switch (type) {
    case "choice":
      return options;
    case "yes/no":
      return ["yes", "no"];
    case "person":
      return team.map(({ name }) => name);
    default:
      return [];
  }
}
