// Ranges as a spreadsheet hands them to a function in a cell: rows of cells, the headers first, empty rows up to the end
// of the tab. They are read as the tabs that they were cut from, so that a function counts what the report counts.

import { type Cell, isBlank, textOf } from "../../table/cell.ts";
import type { Table } from "../../table/table.ts";
import { type Moment, parseMoment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";

/** Rows of cells; blank ones are "" or null. */
export type CellRange = readonly (readonly Cell[])[];

/**
 * The range as the table of its tab.
 *
 * @example
 * rangeTable("Prices", [["Article", "Price"], ["Apple", 12.5], ["", ""]]).rows //=> [{ at: 2, cells: ["Apple", 12.5] }]
 */
export function rangeTable(tab: string, range: CellRange): Table {
  const [header = [], ...rows] = range;
  const filled = rows.flatMap((cells, index) =>
    cells.every((cell) => isBlank(cell)) ? [] : [{ at: index + 2, cells }],
  );
  return { tab, header, rows: filled, marks: {}, merges: [] };
}

/**
 * The moment up to which a function counts.
 *
 * @throws {StagelineError} `usage`, when the cell holds none
 * @example
 * asOfMoment("2026-11-20T08:30:00+01:00") //=> "2026-11-20T08:30:00+01:00"
 */
export function asOfMoment(asOf: Cell): Moment {
  try {
    return parseMoment(textOf(asOf));
  } catch (cause) {
    const message = `the last argument has to be the time that stands on the Dashboard, Dashboard!$B$1; "${textOf(asOf)}" is none`;
    throw new StagelineError("usage", message, { cause });
  }
}

/**
 * What a function says of a figure that is not known.
 *
 * @example
 * figureOr(undefined) //=> ""
 */
export function figureOr(figure: number | undefined): Cell {
  return figure ?? "";
}
