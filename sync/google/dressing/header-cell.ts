// What a cell shows, as `spreadsheets.get` tells it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Cell } from "../../../shared/table/cell.ts";

/** The cell; a day is its plain number. */
export function headerCell({ effectiveValue }: sheets_v4.Schema$CellData): Cell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue ?? {};
  if (errorValue !== undefined && errorValue !== null) return { error: `#${errorValue.type ?? "ERROR"}` };
  const value = stringValue ?? numberValue ?? boolValue ?? null;
  return value === "" ? null : value;
}
