// What is asked back of a spreadsheet, with a change or without one: the marks on it, and the cells of some areas. What a
// change answers is how the book stands right after it.

import type { sheets_v4 } from "@googleapis/sheets";
import { BOOK_SHAPE, DATA_SHAPE, SHEET_SHAPE, shapeFrom } from "../reading/book-shape.ts";
import { DATA_CELLS, seenCells } from "../reading/seen-cells.ts";
import type { Seen } from "./seen-again.ts";

/** The fields of a spreadsheet that are asked for. */
export const SEEN_FIELDS = `${BOOK_SHAPE},sheets(${SHEET_SHAPE},data(${DATA_SHAPE},${DATA_CELLS}))`;

/** What the answer tells. */
export function seenIn(spreadsheet: sheets_v4.Schema$Spreadsheet): Seen {
  const sheets = spreadsheet.sheets ?? [];
  return {
    shape: shapeFrom(spreadsheet),
    cells: new Map(sheets.map((sheet) => [sheet.properties?.title ?? "", seenCells(sheet)] as const)),
  };
}
