// The class Range: what a range is, and where. Its other members are in the files range-….ts, each with one concern.

import { addressText } from "../../../grid/a1-notation.ts";
import type { GridRange } from "../../../grid/protocol.ts";
import { standIn } from "../stand-in.ts";
import { metadataFinder } from "./developer-metadata.ts";
import { protectRange } from "./protection.ts";
import { rangeLooks } from "./range-looks.ts";
import { rangeMetadata } from "./range-metadata.ts";
import { rangeValidations } from "./range-validations.ts";
import { rangeValues } from "./range-values.ts";
import { textFinder } from "./text-finder.ts";
import { standsForRange, type Workbook } from "./workbook.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

export function newRange(workbook: Workbook, cells: GridRange): Range {
  const { execution } = workbook;
  const self = (): Range => range;
  const range: Range = standIn<Range>({
    getRow: () => cells.row,
    getColumn: () => cells.column,
    getNumRows: () => cells.rows,
    getNumColumns: () => cells.columns,
    getLastRow: () => cells.row + cells.rows - 1,
    getLastColumn: () => cells.column + cells.columns - 1,
    getSheet: () => workbook.sheet(cells.tab),
    getA1Notation: () => addressText(cells),
    activate: () => {
      execution.ask<"select">({ ask: "select", selection: { tab: cells.tab, range: cells } });
      return range;
    },
    createTextFinder: (text) => textFinder(workbook, cells, text),
    createDeveloperMetadataFinder: () => metadataFinder(workbook, { kind: "range", range: cells }),
    protect: () => protectRange(workbook, cells),
    ...rangeValues(workbook, cells, self),
    ...rangeLooks(workbook, cells, self),
    ...rangeValidations(workbook, cells, self),
    ...rangeMetadata(workbook, cells, self),
  });
  return standsForRange(range, cells);
}
