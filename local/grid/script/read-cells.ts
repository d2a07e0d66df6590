// Cells as a script asks for them: values, texts on the screen, formulas, formats, notes, backgrounds or rules. Nothing
// is `null`; what Apps Script makes of that is for the services to say.

import type { Cell } from "../../../shared/table/cell.ts";
import { blockOf, mappedRows } from "../cell-block.ts";
import { presentRange } from "../limits.ts";
import type { ScriptRead, Validation } from "../protocol.ts";
import { cellValue, GENERAL, shownText } from "../shown-value.ts";
import { type GridCell, type Spreadsheet, tabById } from "../spreadsheet.ts";

type CellsRead = Extract<ScriptRead, { ask: "cells" }>;

/** @throws {GridError} where the range reaches beyond its tab */
export function readCells(
  state: Spreadsheet,
  { range, what }: CellsRead,
): readonly (readonly (Cell | Validation)[])[] {
  const tab = tabById(state, range.tab);
  return mappedRows(blockOf(tab, presentRange(tab, range)), (cell) => facet(cell, what, state));
}

function facet(cell: GridCell | undefined, what: CellsRead["what"], state: Spreadsheet): Cell | Validation {
  switch (what) {
    case "values":
      return cellValue(cell);
    case "display":
      return shownText(cell, state.locale);
    case "formulas":
      return cell?.formula ?? null;
    case "formats":
      return cell?.numberFormat ?? GENERAL;
    case "notes":
      return cell?.note ?? null;
    case "backgrounds":
      return cell?.background ?? null;
    case "validations":
      return cell?.validation ?? null;
  }
}
