// Cells with a type: what a cell of a field means, and how its value is written back, so that reading what was
// written gives the value again. What cannot be read is a fault: the fragment of a message, to which the caller
// adds tab and cell. A blank cell is neither. Nothing here runs what it reads: "=1+1" is six letters of text.

import { normalisedEmail } from "../value/contact.ts";
import { dayFromSerial, dayFromText, serialFromDay } from "../value/day.ts";
import { decimalText } from "../value/decimal-text.ts";
import { type Money, numberFromMoney } from "../value/money.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { type Cell, isBlank, isErrorCell, isSerialCell, nameKey, type SerialCell, textOf } from "./cell.ts";
import { type DayOrder, dayFromTypedText } from "./day-text.ts";
import type { FieldType, FieldValue } from "./field-type.ts";
import { isLink } from "./link-text.ts";
import { moneyFromText, moneyOf } from "./money-text.ts";
import { type DecimalMark, numberFromText } from "./number-text.ts";
import { plainText, quoted } from "./shown-cell.ts";
import { serialFromTime, timeFromSerial, timeFromText } from "./time-text.ts";
import { yesNoFromText } from "./yes-no-text.ts";

/** What reading a cell needs to know of its field. */
export interface CellKind {
  readonly type: FieldType;
  /** ISO 4217, of a money field. */
  readonly currency?: string | undefined;
  /** Of a choice; any text where there are none. */
  readonly options?: readonly string[] | undefined;
  /** Of days that could be read either way. @default "day first" */
  readonly dayOrder?: DayOrder | undefined;
  /** Of numbers that could be read either way. @default "point", and a fault where an amount could be both */
  readonly decimal?: DecimalMark | undefined;
}

/** A value, a fault, or (where the cell is blank) neither. */
export interface CellReading {
  readonly value?: FieldValue;
  readonly fault?: string;
}

/**
 * What the cell means in a field of that kind.
 *
 * @example
 * readCell("12,5", { type: "number" }) //=> { value: 12.5 }
 * readCell("abc", { type: "number" }) //=> { fault: '"abc" is not a number like 1234.5' }
 * readCell(" ", { type: "number" }) //=> {}
 */
export function readCell(cell: Cell | undefined, kind: CellKind): CellReading {
  if (cell === undefined || cell === null || isBlank(cell)) return {};
  if (isErrorCell(cell)) return { fault: `${quoted(cell)} is a formula error` };
  switch (kind.type) {
    case "number":
      return readNumber(cell, kind);
    case "money":
      return readMoney(cell, kind);
    case "day":
      return readDay(cell, kind);
    case "time":
      return readTime(cell);
    case "yes/no":
      return readYesNo(cell);
    case "choice":
      return readChoice(cell, kind.options ?? []);
    case "e-mail":
      return readText(
        cell,
        (text) => normalisedEmail(text) !== undefined,
        "an e-mail address like ada@example.org",
      );
    case "link":
      return readText(cell, isLink, "a link like https://example.org");
    case "text":
    case "long text":
    case "phone":
    case "person":
    case "record link":
      return { value: plainText(cell) };
  }
}

/**
 * The cell that holds a value of that kind: days, times, numbers and amounts as numbers that a spreadsheet can
 * sort and sum, the rest as text. Reading it with the same kind gives the value again.
 *
 * @throws {StagelineError} `value`, when the value is not one of that kind
 * @example
 * writeCell("2026-11-20", { type: "day" }) //=> { serial: 46346 }
 */
export function writeCell(value: FieldValue, kind: CellKind): Cell {
  const cell = cellOf(value, kind);
  const reading = readCell(cell, kind);
  if (reading.fault !== undefined) throw new StagelineError("value", reading.fault);
  return cell;
}

type Filled = string | number | boolean | SerialCell;

function cellOf(value: FieldValue, kind: CellKind): Cell {
  if (typeof value === "object") return moneyCell(value, kind);
  if (typeof value !== "string") return value;
  if (kind.type === "day") return dayCell(value);
  return kind.type === "time" && /^\d\d:\d\d$/.test(value) ? { serial: serialFromTime(value) } : value;
}

// A column without a currency of its own keeps the code beside the amount.
function moneyCell(amount: Money, kind: CellKind): Cell {
  const number = numberFromMoney(amount);
  if (kind.currency === amount.currency) return number;
  const text = decimalText(number);
  // A fourth decimal keeps "1.234" from looking like thousands.
  const clear = /\.\d{3}$/.test(text) ? `${text}0` : text;
  return `${kind.decimal === "comma" ? clear.replace(".", ",") : clear} ${amount.currency}`;
}

// Spreadsheets know no day before 1899-12-31; such a day stays text.
function dayCell(text: string): Cell {
  const day = dayFromText(text);
  const serial = day === undefined ? 0 : serialFromDay(day);
  return serial < 1 ? text : { serial };
}

function readNumber(cell: Filled, kind: CellKind): CellReading {
  if (typeof cell === "number" && Number.isFinite(cell)) return { value: cell };
  if (isSerialCell(cell)) return { fault: `${quoted(cell)} is a date or a time, not a number like 1234.5` };
  const number = typeof cell === "string" ? numberFromText(cell, kind.decimal) : undefined;
  if (number === undefined) return { fault: `${quoted(cell)} is not a number like 1234.5` };
  return Math.abs(number) > Number.MAX_SAFE_INTEGER && !/e/i.test(String(cell))
    ? { fault: `${quoted(cell)} has more digits than a number keeps; a field of text keeps them` }
    : { value: number };
}

function readMoney(cell: Filled, kind: CellKind): CellReading {
  if (isSerialCell(cell)) return { fault: `${quoted(cell)} is a date or a time, not an amount like 1234.50` };
  if (typeof cell === "number" && Number.isFinite(cell) && kind.currency !== undefined) {
    return moneyOf(cell, kind.currency, quoted(cell));
  }
  const text = typeof cell === "number" ? decimalText(cell) : textOf(cell);
  return moneyFromText(text, { shown: quoted(cell), currency: kind.currency, decimal: kind.decimal });
}

function readDay(cell: Filled, kind: CellKind): CellReading {
  const serial = isSerialCell(cell) ? cell.serial : cell;
  const fromSerial = typeof serial === "number" ? dayFromSerial(serial) : undefined;
  // 20261120 is no serial number of any day, and a day all the same.
  const day = fromSerial ?? (isSerialCell(cell) ? undefined : dayFromTypedText(textOf(cell), kind.dayOrder));
  return day === undefined ? { fault: `${quoted(cell)} is not a day like 2026-11-20` } : { value: day };
}

function readTime(cell: Filled): CellReading {
  const time = isSerialCell(cell)
    ? timeFromSerial(cell.serial)
    : typeof cell === "number"
      ? cell < 1
        ? timeFromSerial(cell)
        : undefined
      : timeFromText(textOf(cell));
  return time === undefined ? { fault: `${quoted(cell)} is not a time like 08:30` } : { value: time };
}

function readYesNo(cell: Filled): CellReading {
  const value =
    typeof cell === "boolean" ? cell : isSerialCell(cell) ? undefined : yesNoFromText(textOf(cell));
  return value === undefined ? { fault: `${quoted(cell)} is not yes or no` } : { value };
}

const MOST_OPTIONS_SHOWN = 12;

function readChoice(cell: Filled, options: readonly string[]): CellReading {
  const text = plainText(cell);
  if (options.length === 0) return { value: text };
  const option =
    options.find((name) => name === text) ?? options.find((name) => nameKey(name) === nameKey(text));
  if (option !== undefined) return { value: option };
  const more = options.length > MOST_OPTIONS_SHOWN ? ` and ${options.length - MOST_OPTIONS_SHOWN} more` : "";
  return { fault: `${quoted(cell)} is not one of ${options.slice(0, MOST_OPTIONS_SHOWN).join(", ")}${more}` };
}

function readText(cell: Filled, fits: (text: string) => boolean, what: string): CellReading {
  const text = plainText(cell);
  return fits(text) ? { value: text } : { fault: `${quoted(cell)} is not ${what}` };
}
