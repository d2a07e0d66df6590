// One cell in the API's words: what was entered, what comes of it, how it reads and how it looks. Only what a mask asks
// for is made, and each look once for all the cells that have it: a sheet may have a million. Colours by rule are not
// part of the effective format here, as they are at Google.

import type { sheets_v4 } from "@googleapis/sheets";
import { shownText } from "../../grid/shown-value.ts";
import { type GridCell, heldIn, type Spreadsheet } from "../../grid/spreadsheet.ts";
import { type Mask, maskWants } from "../field-mask.ts";
import { formatJson, lookNames } from "./cell-format.ts";
import { effectiveJson, enteredJson } from "./cell-value.ts";
import { DEFAULT_FORMAT } from "./spreadsheet-defaults.ts";
import { validationJson } from "./validation-rule.ts";

type CellData = sheets_v4.Schema$CellData;
type CellFormat = sheets_v4.Schema$CellFormat;

export type CellWriter = (cell: GridCell | undefined) => CellData | undefined;

const LINK = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i;

/** Says cells; `undefined` of one that is empty and plain. */
export function cellWriter(state: Spreadsheet, mask: Mask): CellWriter {
  const wants = (field: string): boolean => maskWants(mask, field);
  const [entered, effective, formatted] = [
    wants("userEnteredValue"),
    wants("effectiveValue"),
    wants("formattedValue"),
  ];
  const [format, effectiveFormat] = [wants("userEnteredFormat"), wants("effectiveFormat")];
  const [note, rule, link] = [wants("note"), wants("dataValidation"), wants("hyperlink")];
  const looks = lookWriter();
  const rules = new Map<GridCell["validation"], sheets_v4.Schema$DataValidationRule>();
  return (cell) => {
    if (cell === undefined) return undefined;
    const isSeen = heldIn(cell) !== null;
    const data: CellData = {};
    if (entered) put(data, "userEnteredValue", enteredJson(cell));
    if (effective && isSeen) put(data, "effectiveValue", effectiveJson(cell));
    if (formatted && isSeen) data.formattedValue = shownText(cell, state.locale);
    if (format) put(data, "userEnteredFormat", looks.entered(cell));
    if (effectiveFormat) data.effectiveFormat = looks.effective(cell);
    if (link && cell.formula !== undefined) put(data, "hyperlink", linkOf(cell.formula));
    if (note && cell.note !== undefined) data.note = cell.note;
    if (rule && cell.validation !== undefined) {
      const known = rules.get(cell.validation) ?? validationJson(state, cell.validation);
      rules.set(cell.validation, known);
      data.dataValidation = known;
    }
    return data;
  };
}

interface LookWriter {
  readonly entered: (cell: GridCell) => CellFormat | undefined;
  readonly effective: (cell: GridCell) => CellFormat;
}

function lookWriter(): LookWriter {
  const entered = new Map<string, CellFormat | undefined>();
  const effective = new Map<string, CellFormat>();
  const nameOf = lookNames();
  const enteredLook = (cell: GridCell): CellFormat | undefined => {
    const name = nameOf(cell);
    if (!entered.has(name)) entered.set(name, formatJson(cell));
    return entered.get(name);
  };
  return {
    entered: enteredLook,
    effective: (cell) => {
      const side = sideOf(cell);
      const name = `${side}${nameOf(cell)}`;
      const known = effective.get(name) ?? effectiveFormat(enteredLook(cell), side);
      effective.set(name, known);
      return known;
    },
  };
}

function effectiveFormat(entered: CellFormat | undefined, side: string): CellFormat {
  return {
    ...DEFAULT_FORMAT,
    horizontalAlignment: side,
    hyperlinkDisplayType: "PLAIN_TEXT",
    ...entered,
    textFormat: { ...DEFAULT_FORMAT.textFormat, ...entered?.textFormat },
  };
}

function sideOf(cell: GridCell): string {
  const value = heldIn(cell);
  if (typeof value === "number") return "RIGHT";
  return value === null || typeof value === "string" ? "LEFT" : "CENTER";
}

function linkOf(formula: string): string | undefined {
  return LINK.exec(formula)?.[1]?.replaceAll('""', '"');
}

function put<Name extends keyof CellData>(data: CellData, name: Name, value: CellData[Name] | undefined) {
  if (value !== undefined) data[name] = value;
}
