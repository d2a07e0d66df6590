// Requests that put cells down elsewhere: cut, copied, or copied in part. They go the way of a person who copies and
// pastes. A destination that the source fits into several times is filled; any other gets the source once, whole.

import { blockOf, withBlock } from "../../grid/cell-block.ts";
import { copiedCell } from "../../grid/copied-cell.ts";
import { withTyped } from "../../grid/entered-cell.ts";
import { cutAndPasted } from "../../grid/people/cut-and-paste.ts";
import { copiedAndPasted } from "../../grid/people/pasted-cells.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { type GridCell, type Spreadsheet, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type ApiGridRange, gridRangeFrom, sheetById } from "../grid-range.ts";
import { type BatchActs, type RequestOf, required } from "./batch-act.ts";
import { lookOf, withLook, withRule } from "./cell-change.ts";

export const pasteActs: BatchActs = {
  copyPaste: (state, request) => ({ state: withCopyPasted(state, request) }),
  cutPaste: (state, request) => ({ state: withCutPasted(state, request) }),
};

type Cell = GridCell | undefined;

/** What a cell is after part of another was put into it. */
const PARTS: Readonly<Record<string, (to: Cell, from: Cell) => Cell>> = {
  PASTE_FORMULA: (to, from) => withTyped(to, { value: from?.value ?? null, ...formulaOf(from) }),
  PASTE_FORMAT: (to, from) => withLook(to, lookOf(from)),
  PASTE_DATA_VALIDATION: (to, from) => withRule(to, from?.validation),
};

function withCopyPasted(state: Spreadsheet, request: RequestOf<"copyPaste">): Spreadsheet {
  const { pasteType, pasteOrientation } = request;
  if (pasteOrientation === "TRANSPOSE") throw notServed("pasteOrientation", pasteOrientation);
  const from = rangeFrom(state, request.source);
  const to = filled(from, rangeFrom(state, request.destination));
  switch (pasteType ?? "PASTE_NORMAL") {
    case "PASTE_NORMAL":
      return copiedAndPasted(state, { do: "copyPaste", from, to }).state;
    case "PASTE_VALUES":
      return copiedAndPasted(state, { do: "copyPaste", from, to, what: "values" }).state;
    default:
      return withPart(state, { from, to, pasteType });
  }
}

function withCutPasted(state: Spreadsheet, request: RequestOf<"cutPaste">): Spreadsheet {
  const { pasteType } = request;
  if ((pasteType ?? "PASTE_NORMAL") !== "PASTE_NORMAL") throw notServed("pasteType", pasteType);
  const { sheetId, rowIndex, columnIndex } = required(request.destination, "destination");
  const to = {
    tab: sheetById(state, sheetId ?? 0).id,
    row: (rowIndex ?? 0) + 1,
    column: (columnIndex ?? 0) + 1,
  };
  return cutAndPasted(state, { do: "cutPaste", from: rangeFrom(state, request.source), to }).state;
}

interface PartPaste {
  readonly from: GridRange;
  readonly to: GridRange;
  readonly pasteType: string | null | undefined;
}

function withPart(state: Spreadsheet, { from, to, pasteType }: PartPaste): Spreadsheet {
  const part = PARTS[pasteType ?? ""];
  if (part === undefined) throw notServed("pasteType", pasteType);
  const source = blockOf(sheetById(state, from.tab), from);
  const tab = withBlock(sheetById(state, to.tab), to, (cell, row, column) => {
    const [down, right] = [(row - to.row) % from.rows, (column - to.column) % from.columns];
    const copy = copiedCell(source[down]?.[right], row - from.row - down, column - from.column - right);
    return part(cell, copy);
  });
  return withTab(state, tab);
}

function filled(from: GridRange, to: GridRange): GridRange {
  return {
    ...to,
    rows: to.rows % from.rows === 0 ? to.rows : from.rows,
    columns: to.columns % from.columns === 0 ? to.columns : from.columns,
  };
}

function formulaOf(cell: Cell): { readonly formula?: string } {
  return cell?.formula === undefined ? {} : { formula: cell.formula };
}

function rangeFrom(state: Spreadsheet, range: RequestOf<"copyPaste">["source"]): GridRange {
  return gridRangeFrom(state, required(range, "source and destination") as ApiGridRange);
}

function notServed(field: string, value: string | null | undefined) {
  return invalidArgument(`this server does not serve the ${field} "${value}"`);
}
