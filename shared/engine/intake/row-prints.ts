// What a row of answers looked like when it became a record: a few letters for each of its columns, kept with the history
// of that record. By them a row is known again wherever it stands, sorted or moved, when columns are added or get another
// header, and however many rows are equal: so it becomes a record once. Only columns that mean something are looked at;
// what people note beside the answers changes nothing.

import { type Cell, isSerialCell, nameKey, textOf } from "../../table/cell.ts";
import type { Table } from "../../table/table.ts";
import { hashOf } from "../../value/hash.ts";
import { type FedColumns, firstFilled } from "./fed-columns.ts";

/** Letters of a header → letters of what stands below it. */
export type RowPrint = ReadonlyMap<string, string>;

/** What stands for an empty cell. */
export const NO_VALUE = "-";

const HEADER_LETTERS = 4;
/** Of each half. */
const VALUE_LETTERS = 5;
const SECONDS_IN_DAY = 86_400;
/** Beyond it a number is no day, and seconds of it would be no whole number. */
const LAST_DAY = 1e7;

/**
 * The print of each row of the tab, in their order.
 *
 * @example
 * rowPrints(fixtures.crmTable, { fields: [], name: [0], stamp: undefined }).map((print) => print.size) //=> [1, 1]
 */
export function rowPrints(table: Table, columns: FedColumns): readonly RowPrint[] {
  const used = [...columns.fields.flatMap(({ at }) => at), ...columns.name, ...stampOf(columns)];
  const byHeader = new Map<string, number[]>();
  for (const at of [...new Set(used)].sort((left, right) => left - right)) {
    const letters = headerLetters(table, at);
    byHeader.set(letters, [...(byHeader.get(letters) ?? []), at]);
  }
  return table.rows.map(
    ({ cells }) =>
      new Map([...byHeader].map(([letters, at]) => [letters, valueLetters(firstFilled(cells, at))] as const)),
  );
}

/**
 * The letters of a header.
 *
 * @example
 * headerLetters(fixtures.crmTable, 0).length //=> 4
 */
export function headerLetters({ header }: Table, at: number): string {
  return hashOf("h", [nameKey(textOf(header[at]))]).slice(1, 1 + HEADER_LETTERS);
}

/**
 * The print as the history keeps it; `printFromText` reads it.
 *
 * @example
 * textOfPrint(new Map([["ab12", "cd34"]])) //=> "ab12:cd34"
 */
export function textOfPrint(print: RowPrint): string {
  return [...print].map(([header, value]) => `${header}:${value}`).join(" ");
}

/**
 * The print that a text keeps.
 *
 * @example
 * printFromText("ab12:cd34").get("ab12") //=> "cd34"
 */
export function printFromText(text: string): RowPrint {
  return new Map(
    text
      .split(" ")
      .map((part) => part.split(":"))
      .flatMap(([header, value]) => (header && value ? [[header, value] as const] : [])),
  );
}

function stampOf({ stamp }: FedColumns): readonly number[] {
  return stamp === undefined ? [] : [stamp];
}

function valueLetters(cell: Cell): string {
  const text = sameText(cell);
  return text === "" ? NO_VALUE : lettersOf(text);
}

// Every look asks this of every answer, so it has to be quick. Two answers that it took for one would have to be alike in
// all other columns, too.
function lettersOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return [low, high].map((half) => (half >>> 0).toString(36).padStart(7, "0").slice(-VALUE_LETTERS)).join("");
}

// A day is a number to one host and a day to another, and a time has more decimals to one than to the other.
function sameText(cell: Cell): string {
  const number = isSerialCell(cell) ? cell.serial : cell;
  if (typeof number !== "number") return textOf(cell);
  return Math.abs(number) > LAST_DAY ? String(number) : String(Math.round(number * SECONDS_IN_DAY));
}
