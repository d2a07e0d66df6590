// Values of cells in the API's words. What was entered and what comes of it are told apart; a text that is written is
// that text, whatever it begins with, and only a `formulaValue` is a formula.

import type { sheets_v4 } from "@googleapis/sheets";
import { isErrorCell } from "../../../shared/table/cell.ts";
import { type GridCell, heldIn, type Value } from "../../grid/spreadsheet.ts";
import type { Typed } from "../../grid/typed-value.ts";

type ExtendedValue = sheets_v4.Schema$ExtendedValue;

const ERROR_TYPES: Readonly<Record<string, string>> = {
  "#ERROR!": "ERROR",
  "#NULL!": "NULL_VALUE",
  "#DIV/0!": "DIVIDE_BY_ZERO",
  "#VALUE!": "VALUE",
  "#REF!": "REF",
  "#NAME?": "NAME",
  "#NUM!": "NUM",
  "#N/A": "N_A",
};

/** What somebody put into the cell; `undefined` where it is empty, or filled by a formula elsewhere. */
export function enteredJson(cell: GridCell): ExtendedValue | undefined {
  if (cell.formula !== undefined) return { formulaValue: cell.formula };
  return valueJson(cell.value);
}

/** What is seen in the cell. */
export function effectiveJson(cell: GridCell): ExtendedValue | undefined {
  return valueJson(heldIn(cell), cell.call?.failure);
}

/** What a cell gets from a written value; nothing where none is given, and of an error, which nobody can write. */
export function typedFrom(json: ExtendedValue | null | undefined): Typed {
  if (typeof json?.formulaValue === "string" && json.formulaValue !== "") {
    const text = json.formulaValue;
    return { value: null, formula: text.startsWith("=") ? text : `=${text}` };
  }
  const { stringValue, numberValue, boolValue } = json ?? {};
  if (typeof stringValue === "string") return { value: stringValue === "" ? null : stringValue };
  return { value: numberValue ?? boolValue ?? null };
}

/** What an answer says that a cell holds or shows. */
export function valueFrom(json: ExtendedValue | null | undefined): Value {
  const { stringValue, numberValue, boolValue, errorValue } = json ?? {};
  if (errorValue !== undefined && errorValue !== null) return { error: errorText(errorValue.type ?? "") };
  if (typeof stringValue === "string") return stringValue === "" ? null : stringValue;
  return numberValue ?? boolValue ?? null;
}

function errorText(type: string): string {
  if (type === "LOADING") return "Loading...";
  return Object.entries(ERROR_TYPES).find(([, known]) => known === type)?.[0] ?? "#ERROR!";
}

function valueJson(value: Value, failure?: string): ExtendedValue | undefined {
  if (value === null) return undefined;
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (!isErrorCell(value)) return undefined;
  const type = ERROR_TYPES[value.error] ?? "ERROR";
  return { errorValue: { type, ...(failure === undefined ? {} : { message: failure }) } };
}
