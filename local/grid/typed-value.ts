// What a typed text becomes: a formula, a number, a day, a time, yes or no, or itself. A script's `setValue` goes the
// same way, "parsed as if it were typed" [developers.google.com/apps-script/reference/spreadsheet/range#setValue], so a
// text from people that a script hands over bare may turn into any of these. Which odd spellings Google takes for a
// number or a day is not documented in full; here: thousands set apart, percent, a currency sign, ISO days, days in the
// order of the locale, months by English name, times. Unverified: that a sentence is never taken for a day.

import { dayFromTypedText } from "../../shared/table/day-text.ts";
import { dayFromParts, serialFromDay } from "../../shared/value/day.ts";
import { type LocaleMarks, localeMarks } from "./locale.ts";
import type { Spreadsheet, Value } from "./spreadsheet.ts";

/** What a cell gets from a typed text; a number format only where the text asks for one. */
export interface Typed {
  readonly value: Value;
  /** With its "=". */
  readonly formula?: string;
  readonly numberFormat?: string;
}

export type TypedIn = Pick<Spreadsheet, "locale" | "presentYear">;

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i;
const DAY_AND_TIME = /^(.+?)[ T]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)$/i;
const SHORT_DAY = /^(\d{1,2})([/.-])(\d{1,2})\.?$/;
const NUMBERED_DAY = /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}\.?$/;
const NAMED_DAY = /^(?:\d{1,2}[ -](?:[A-Za-z]{3,9})\.?[ -,]+\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})$/;
const CURRENCY = /^(-?)([$€£¥])\s?(-?)(.+)$|^(-?)(.+?)\s?([€£¥$])$/;

/** The value of a text that is typed into a cell which takes any. */
export function typedValue(text: string, where: TypedIn): Typed {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) || null };
  if (text.startsWith("=") && text.length > 1) return { value: null, formula: text };
  const plain = text.trim();
  if (/^true$/i.test(plain)) return { value: true };
  if (/^false$/i.test(plain)) return { value: false };
  // Numbers, days and times have a digit; most texts have none.
  if (!/\d/.test(plain)) return { value: text };
  const marks = localeMarks(where.locale);
  return (
    typedNumber(plain, marks) ??
    typedTime(plain) ??
    typedDay(plain, marks, where.presentYear) ??
    typedMoment(plain, marks, where.presentYear) ?? { value: text }
  );
}

function typedNumber(text: string, marks: LocaleMarks): Typed | undefined {
  const plain = plainNumber(text, marks);
  if (plain !== undefined) {
    const isGrouped = /\d[.,\s]\d{3}(?!\d)/.test(text.replace(marks.decimal, "#"));
    const format = text.includes(marks.decimal) ? "#,##0.00" : "#,##0";
    return isGrouped ? { value: plain, numberFormat: format } : { value: plain };
  }
  if (text.endsWith("%")) {
    const digits = text.slice(0, -1).trim();
    const percent = plainNumber(digits, marks);
    if (percent === undefined) return undefined;
    return { value: percent / 100, numberFormat: digits.includes(marks.decimal) ? "0.00%" : "0%" };
  }
  const match = CURRENCY.exec(text);
  const amount = plainNumber(
    `${match?.[1] ?? match?.[5] ?? ""}${match?.[3] ?? ""}${match?.[4] ?? match?.[6] ?? ""}`,
    marks,
  );
  const sign = match?.[2] ?? match?.[7];
  if (amount === undefined || sign === undefined) return undefined;
  return { value: amount, numberFormat: `"${sign}"#,##0.00` };
}

const POINT_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;
const COMMA_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i;

function plainNumber(text: string, { decimal }: LocaleMarks): number | undefined {
  const [pattern, group] = decimal === "." ? [POINT_NUMBER, /,/g] : [COMMA_NUMBER, /[. \u00a0\u202f]/g];
  if (!/\d/.test(text) || !pattern.test(text)) return undefined;
  const number = Number(text.replace(group, "").replace(",", "."));
  return Number.isFinite(number) ? number : undefined;
}

function typedTime(text: string): Typed | undefined {
  const serial = timeSerial(text);
  return serial === undefined ? undefined : { value: serial, numberFormat: timeFormat(text) };
}

function typedDay(text: string, marks: LocaleMarks, presentYear: number): Typed | undefined {
  const serial = daySerial(text, marks, presentYear);
  if (serial === undefined) return undefined;
  return { value: serial, numberFormat: dayFormat(text, marks) };
}

function typedMoment(text: string, marks: LocaleMarks, presentYear: number): Typed | undefined {
  const [, day = "", time = ""] = DAY_AND_TIME.exec(text) ?? [];
  const [serial, fraction] = [daySerial(day, marks, presentYear), timeSerial(time)];
  if (serial === undefined || fraction === undefined) return undefined;
  return { value: serial + fraction, numberFormat: `${dayFormat(day, marks)} ${timeFormat(time)}` };
}

function daySerial(text: string, marks: LocaleMarks, presentYear: number): number | undefined {
  const order = marks.dayOrder === "day first" ? "day first" : "month first";
  const short = SHORT_DAY.exec(text);
  if (short !== null) {
    if (!isDayMark(short[2] ?? "", marks)) return undefined;
    const [first, second] = [Number(short[1]), Number(short[3])];
    const [month, dayOfMonth] = order === "day first" ? [second, first] : [first, second];
    const day = dayFromParts(presentYear, month, dayOfMonth);
    return day === undefined ? undefined : serialFromDay(day);
  }
  const numbered = NUMBERED_DAY.exec(text);
  const isDay = numbered === null ? NAMED_DAY.test(text) : isDayMark(numbered[1] ?? "", marks);
  const day = isDay ? dayFromTypedText(text, order) : undefined;
  return day === undefined ? undefined : serialFromDay(day);
}

// Codes such as "3.1.1" are days only where days are written so.
function isDayMark(mark: string, marks: LocaleMarks): boolean {
  return mark !== "." || marks.dayMark === ".";
}

function dayFormat(text: string, marks: LocaleMarks): string {
  return /^\d{4}-/.test(text) ? "yyyy-mm-dd" : marks.dayFormat;
}

function timeSerial(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [half, minutes, seconds] = [match[4]?.toLowerCase(), Number(match[2]), Number(match[3] ?? 0)];
  const told = Number(match[1]);
  if (minutes > 59 || seconds > 59 || told > (half === undefined ? 24 : 12)) return undefined;
  const hours = half === undefined ? told : (told % 12) + (half === "p" ? 12 : 0);
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

function timeFormat(text: string): string {
  const seconds = /:\d{2}:/.test(text) ? ":ss" : "";
  return /m\.?$/i.test(text) ? `h:mm${seconds} am/pm` : `h:mm${seconds}`;
}
