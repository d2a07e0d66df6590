// What a column of people holds, as a field: the type that its cells fit, what its header tells where they do not
// tell it, and the choices of a dropdown. Text keeps everything, so that is what remains.

import type { Field } from "../../definition/pipeline.ts";
import { type Cell, textOf } from "../../table/cell.ts";
import type { FieldType } from "../../table/field-type.ts";
import { readCell } from "../../table/field-value.ts";
import { inferredType } from "../../table/inferred-type.ts";
import { yesNoFromText } from "../../table/yes-no-text.ts";
import { isIdHeader, isMoneyHeader, typeOfHeader } from "./header-words.ts";
import { distinctTexts, type SheetColumn } from "./sheet-column.ts";

export interface FieldGuess {
  readonly type: FieldType;
  readonly options: Field["options"];
  readonly unique: boolean;
  /** In words. */
  readonly why: string;
}

const MOSTLY = 0.8;
const LONG_TEXT = 60;
const MOST_CHOICES = 8;
const LEAST_ROWS = 12;
const ROWS_A_CHOICE = 3;
const LONGEST_CHOICE = 30;

/**
 * The field that the column is; `currency` is that of the board's amounts.
 *
 * @example
 * const [, price] = sheetColumns(fixtures.pricesTable, plainTab);
 * guessedField(price, "EUR") //=> { type: "money", options: [], unique: false, why: "numbers under a word for money" }
 * guessedField(price, undefined).type //=> "number"
 */
export function guessedField(column: SheetColumn, currency: string | undefined): FieldGuess {
  return (
    dropdownField(column) ??
    idField(column) ??
    cellsField(column, currency) ??
    headerField(column) ??
    repeatingField(column) ??
    textField(column)
  );
}

function field(type: FieldType, why: string, rest: Partial<FieldGuess> = {}): FieldGuess {
  return { type, options: [], unique: false, why, ...rest };
}

function dropdownField({ cells, choices }: SheetColumn): FieldGuess | undefined {
  if (choices.length === 0 || !mostly(cells, (cell) => choices.includes(textOf(cell)))) return undefined;
  if (choices.every((choice) => yesNoFromText(choice) !== undefined))
    return field("yes/no", "its dropdown says yes or no");
  return field("choice", "it has a dropdown", { options: choices });
}

function idField({ header, cells, rowCount }: SheetColumn): FieldGuess | undefined {
  const isOwn = cells.length > 0 && cells.length === rowCount && distinctTexts({ cells }).size === rowCount;
  return isIdHeader(header) && isOwn
    ? field("text", "another one in every row", { unique: true })
    : undefined;
}

function cellsField({ header, cells }: SheetColumn, currency: string | undefined): FieldGuess | undefined {
  const type = inferredType(cells);
  if (type === "number" && isMoneyHeader(header)) {
    return currency === undefined
      ? field("number", "every cell is one; with a currency it would be an amount of money")
      : field("money", "numbers under a word for money");
  }
  return type === "text" ? undefined : field(type, "every cell is one");
}

// A header may tell what the cells tell only nearly: those that do not fit are problems that somebody can mend.
function headerField({ header, cells }: SheetColumn): FieldGuess | undefined {
  const type = typeOfHeader(header);
  if (type === undefined || !mostly(cells, (cell) => readCell(cell, { type }).fault === undefined))
    return undefined;
  return field(type, "its header says so");
}

function repeatingField(column: SheetColumn): FieldGuess | undefined {
  const { cells } = column;
  const texts = [...distinctTexts(column).keys()];
  const areFew = texts.length >= 2 && texts.length <= Math.min(MOST_CHOICES, cells.length / ROWS_A_CHOICE);
  const areShort = cells.every((cell) => typeof cell === "string" && textOf(cell).length <= LONGEST_CHOICE);
  if (!areFew || !areShort || cells.length < LEAST_ROWS) return undefined;
  return field("choice", `few texts that repeat: ${texts.join(", ")}`, { options: texts });
}

function textField({ cells }: SheetColumn): FieldGuess {
  const lengths = cells.map((cell) => textOf(cell).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(lengths.length, 1);
  const isLong = mean > LONG_TEXT || cells.some((cell) => textOf(cell).includes("\n"));
  if (isLong) return field("long text", "its texts are long");
  return field("text", cells.length === 0 ? "it is empty" : "any text");
}

function mostly(cells: readonly Cell[], fits: (cell: Cell) => boolean): boolean {
  return cells.filter(fits).length >= cells.length * MOSTLY;
}
