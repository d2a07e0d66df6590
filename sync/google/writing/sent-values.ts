// Cells as requests carry them. Each value goes in as what it is, a text as a text: nothing is read as if somebody had
// typed it, so "=1+1" is no formula and "007" no number.

import type { sheets_v4 } from "@googleapis/sheets";
import { type Cell, isErrorCell } from "../../../shared/table/cell.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { numberFormatOf } from "../dressing/number-format.ts";

/** Google's limit. */
const MOST_CHARACTERS = 50_000;

/**
 * The cell with that value, and with a number format where one is given.
 *
 * @throws {StagelineError} `value`, when no cell can hold it
 */
export function sentCell(cell: Cell, pattern?: string): sheets_v4.Schema$CellData {
  const value = sentValue(cell);
  return {
    ...(value === undefined ? {} : { userEnteredValue: value }),
    ...(pattern === undefined ? {} : { userEnteredFormat: { numberFormat: numberFormatOf(pattern) } }),
  };
}

function sentValue(cell: Cell): sheets_v4.Schema$ExtendedValue | undefined {
  if (cell === null || cell === "") return undefined;
  if (typeof cell === "boolean") return { boolValue: cell };
  if (typeof cell === "number") return { numberValue: finite(cell) };
  if (typeof cell === "string") return { stringValue: shortened(cell) };
  return isErrorCell(cell) ? { stringValue: cell.error } : { numberValue: finite(cell.serial) };
}

function shortened(text: string): string {
  if (text.length < MOST_CHARACTERS) return text;
  const held = `the ${MOST_CHARACTERS} that a cell holds`;
  throw new StagelineError("value", `a text of ${text.length} characters is longer than ${held}`);
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new StagelineError("value", `${value} is not a number that a cell holds`);
}
