// Cells as the resource of a spreadsheet tells them: each with its value, and whether it is shown as a day or a time. It
// is some ten times as long as the bare values, so only a few ranges are ever asked for so.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Cell } from "../../../shared/table/cell.ts";

/** Row (from 1) → column (from 0) → what it holds; empty cells are left out. */
export type SeenCells = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** What of a sheet's data tells it, for a field mask. */
export const DATA_CELLS =
  "startRow,startColumn,rowData(values(effectiveValue,effectiveFormat(numberFormat(type))))";

const SHOWN_AS_TIME: ReadonlySet<string> = new Set(["DATE", "TIME", "DATE_TIME"]);
const ERROR_TEXTS: Readonly<Record<string, string>> = {
  ERROR: "#ERROR!",
  NULL_VALUE: "#NULL!",
  DIVIDE_BY_ZERO: "#DIV/0!",
  VALUE: "#VALUE!",
  REF: "#REF!",
  NAME: "#NAME?",
  NUM: "#NUM!",
  N_A: "#N/A",
  LOADING: "Loading...",
};

/** The cells of all ranges of a sheet. */
export function seenCells({ data = [] }: sheets_v4.Schema$Sheet): SeenCells {
  const rows = new Map<number, Map<number, Cell>>();
  for (const { startRow, startColumn, rowData } of data) {
    (rowData ?? []).forEach(({ values }, index) => {
      const at = (startRow ?? 0) + index + 1;
      (values ?? []).forEach((value, offset) => {
        const cell = seenCell(value);
        if (cell === null) return;
        const row = rows.get(at) ?? new Map<number, Cell>();
        rows.set(at, row);
        row.set((startColumn ?? 0) + offset, cell);
      });
    });
  }
  return rows;
}

function seenCell({ effectiveValue, effectiveFormat }: sheets_v4.Schema$CellData): Cell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue ?? {};
  if (typeof numberValue === "number") {
    const isTime = SHOWN_AS_TIME.has(effectiveFormat?.numberFormat?.type ?? "");
    return isTime ? { serial: numberValue } : numberValue;
  }
  if (typeof stringValue === "string") return stringValue === "" ? null : stringValue;
  if (typeof boolValue === "boolean") return boolValue;
  return errorValue === undefined ? null : { error: ERROR_TEXTS[errorValue.type ?? ""] ?? "#ERROR!" };
}
