// What a record says of its invoice, found in its fields by type and name, so that any pipeline that has such fields
// can be invoiced:
//
//   amount     the money field called Invoice amount, Amount, Total, Price, Fee or Offer, in this order; or else the
//              only money field that there is
//   currency   a field of text or choice called Currency; or else that of the pipeline
//   schedule   a field of text or choice called Payment schedule, Instalments or Payment terms
//   customer   a field of text called Customer, Company or Client; or else the record's name
//   days       a number field called Days to pay: calendar days; or else the limit of the stage in working days, or 14
//              days where the stage has none (house rule)

import { namedIn } from "../definition/named.ts";
import type { Field, Pipeline, Stage } from "../definition/pipeline.ts";
import type { FieldType, FieldValue } from "../table/field-type.ts";
import { isCurrency } from "../value/currency.ts";
import { addDays, type Day } from "../value/day.ts";
import { allocate, type Money, moneyFromNumber, numberFromMoney } from "../value/money.ts";
import { addWorkingDays, type WorkingCalendar } from "../value/working-calendar.ts";
import { type PaymentSchedule, scheduleFromText } from "./payment-schedule.ts";

/** A record as its invoice needs it. */
export interface Invoiceable {
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface InvoiceTerms {
  /** The amounts of the parts, in their order; they sum to the whole. */
  readonly parts: readonly Money[];
  readonly startsNow: PaymentSchedule["startsNow"];
  readonly customer: string;
}

/** Why there is no invoice, and the field in which it is to be mended, where there is one. */
export interface TermsFault {
  readonly fault: string;
  readonly field?: string;
}

const AMOUNTS = ["Invoice amount", "Amount", "Total", "Price", "Fee", "Offer"];
const WORDS: readonly FieldType[] = ["text", "long text", "choice"];
const DAYS_TO_PAY = 14;

/**
 * The terms of a record's invoice, or what is missing.
 *
 * @example
 * termsOf({ name: "Ada", pipeline: fixtures.offers, values: {} }).fault
 * //=> "the pipeline has no money field called Amount"
 */
export function termsOf(record: Invoiceable): InvoiceTerms | TermsFault {
  const { pipeline, values, name } = record;
  const amount = amountOf(pipeline, values);
  if ("fault" in amount) return amount;
  const schedule = scheduleFromText(
    textIn(pipeline, values, ["Payment schedule", "Instalments", "Payment terms"]),
  );
  const customer = textIn(pipeline, values, ["Customer", "Company", "Client"]) || name;
  return { parts: allocate(amount, schedule.shares), startsNow: schedule.startsNow, customer };
}

/**
 * The last day on which an invoice of that day is paid in time.
 *
 * @example
 * dueDay({ name: "Ada", pipeline: fixtures.offers, values: {} },
 *   { issuedOn: parseDay("2026-11-20"), stage: { limitDays: 5 }, calendar: { workingDays: [1, 2, 3, 4, 5], holidays: [] } })
 * //=> "2026-11-27"
 */
export function dueDay(
  { pipeline, values }: Invoiceable,
  terms: {
    readonly issuedOn: Day;
    readonly stage: Pick<Stage, "limitDays"> | undefined;
    readonly calendar: WorkingCalendar;
  },
): Day {
  const { issuedOn, stage, calendar } = terms;
  const field = fieldNamed(pipeline, ["Days to pay"], ["number"]);
  const days = field === undefined ? undefined : values[field.id];
  if (typeof days === "number" && days >= 0) return addDays(issuedOn, Math.round(days));
  if (stage?.limitDays === undefined) return addDays(issuedOn, DAYS_TO_PAY);
  return addWorkingDays(calendar, issuedOn, stage.limitDays);
}

/**
 * The field of text on which a record shows the number of its invoice; `undefined` where it has none.
 *
 * @example
 * numberField(fixtures.offers) //=> undefined
 */
export function numberField(pipeline: Pipeline): Field | undefined {
  return fieldNamed(pipeline, ["Invoice number"], ["text"]);
}

/**
 * The field that holds what is to be paid; `undefined` where nothing says which.
 *
 * @example
 * amountField(fixtures.offers) //=> undefined
 */
export function amountField(pipeline: Pipeline): Field | undefined {
  const money = pipeline.fields.filter(({ type }) => type === "money");
  return fieldNamed(pipeline, AMOUNTS, ["money"]) ?? (money.length === 1 ? money[0] : undefined);
}

function amountOf(pipeline: Pipeline, values: Invoiceable["values"]): Money | TermsFault {
  const field = amountField(pipeline);
  if (field === undefined) return { fault: "the pipeline has no money field called Amount" };
  const amount = values[field.id];
  const missing = { fault: `${field.name} is missing; an amount like 1234.50 is needed`, field: field.id };
  if (typeof amount !== "object") return missing;
  if (amount.amountMinor <= 0) return { ...missing, fault: `${field.name} is not above 0` };
  return inCurrency(amount, currencyIn(pipeline, values));
}

// The column of amounts has the currency of the pipeline: where a record names its own, the number is one of that.
function inCurrency(
  amount: Money,
  named: { readonly code: string; readonly field?: string },
): Money | TermsFault {
  const { code, field } = named;
  if (code === "" || code === amount.currency) return amount;
  if (isCurrency(code)) return moneyFromNumber(numberFromMoney(amount), code);
  const fault = `"${code}" is not a currency code like EUR`;
  return field === undefined ? { fault } : { fault, field };
}

function currencyIn(
  pipeline: Pipeline,
  values: Invoiceable["values"],
): { readonly code: string; readonly field?: string } {
  const field = fieldNamed(pipeline, ["Currency"], WORDS);
  const code = field === undefined ? "" : textOfField(values[field.id]).toUpperCase();
  return field === undefined ? { code } : { code, field: field.id };
}

function textIn(pipeline: Pipeline, values: Invoiceable["values"], names: readonly string[]): string {
  const field = fieldNamed(pipeline, names, WORDS);
  return field === undefined ? "" : textOfField(values[field.id]);
}

function textOfField(value: FieldValue | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}

function fieldNamed(
  { fields }: Pipeline,
  names: readonly string[],
  types: readonly FieldType[],
): Field | undefined {
  const fitting = fields.filter(({ type }) => types.includes(type));
  for (const name of names) {
    const field = namedIn(fitting, name);
    if (field !== undefined) return field;
  }
  return undefined;
}
